"""Writes a folder in one step: whoever reads it finds it whole or not at all."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def keep(folder: Path, write: Callable[[Path], None]) -> bool:
    """Lets `write` fill a new folder and puts it in its place; False where the disk does not allow it.

    When somebody else was quicker, theirs stays.
    """
    made: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix="making-"))
        write(made)
        made.rename(folder)
    except OSError:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        return folder.is_dir()
    return True
