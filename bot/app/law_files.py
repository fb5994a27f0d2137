"""Where the settings say that the law library's files are."""

from pathlib import Path

from bot.settings import Settings
from knowledge.answers.library import LibraryPlaces


def library_places(settings: Settings) -> LibraryPlaces:
    """An empty setting means none: the installed package, no imported laws, nothing kept on disk."""
    law = settings.law
    return LibraryPlaces(
        laws_db=Path(law.database) if law.database else None,
        imported=Path(law.library) if law.library else None,
        index=Path(law.index) if law.index else None,
        vectors=law.vectors,
    )
