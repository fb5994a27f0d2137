"""One test over a whole table: every row is looked at, and each that fails is named."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def every(check: Callable[..., object], rows: Iterable[tuple[Any, ...]]) -> None:
    """Call ``check`` with each row; fail at the end with a line for each row that failed.

    A row that skips is not looked at; where all do, so does the test. pytest's own ``subtests`` say the same,
    at some milliseconds for each row that holds.
    """
    failed, skipped, count = list[str](), list[str](), 0
    for row in rows:
        count += 1
        try:
            check(*row)
        except pytest.skip.Exception as reason:
            skipped.append(str(reason))
        except (Exception, pytest.fail.Exception) as problem:
            failed.append(f"{', '.join(map(_name, row))}: {type(problem).__name__}: {problem}")
    assert count, "there is nothing to look at"
    assert not failed, f"{len(failed)} of {count} fail\n" + "\n".join(failed)
    if len(skipped) == count:
        pytest.skip(skipped[0])


def _name(value: Any) -> str:
    for attribute in ("do", "stem", "key"):
        if isinstance(name := getattr(value, attribute, None), str):
            return name
    return repr(value)
