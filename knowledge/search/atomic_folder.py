"""Writes a folder in one step: whoever reads it finds it whole or not at all."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_folder(folder: Path, write: Callable[[Path], None]) -> bool:
    """Lets `write` fill a temporary folder and renames it to `folder`; False where the disk refuses.

    Where `folder` exists by then, it stays as it is.
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
