"""The garbage collector and what stays for ever.

Imports, word lists and the watch are some hundred thousand objects that live as long as the program. Walking
through all of them again and again took an eighth of the computing of a busy bot, and up to 0.4 s at once.
"""

import gc

_NEW, _YOUNG, _OLD = 5_000, 10, 10
"""Objects, and rounds, after which the collector looks; CPython's own are 700, 10, 10."""


def settle() -> None:
    """What is there now is not looked through any more. Once, when everything has been loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW, _YOUNG, _OLD)
