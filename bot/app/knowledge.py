"""What the program knows of law, of kinds of matters and of danger, loaded when it is first asked for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import structlog

from bot.app.law_files import library_places
from bot.app.lazy import Lazily
from bot.settings import Settings
from knowledge.answers.library import Library, open_library
from knowledge.crisis import CrisisDetector, load_crisis_detector
from knowledge.errors import KnowledgeError
from knowledge.same_matter.comparison import SameMatter, load_same_matter
from knowledge.text.lexicon import Lexicon
from knowledge.triage.triage import Triage, load_triage

log = structlog.get_logger()


@dataclass(frozen=True)
class Knowledge:
    """Without a ``library`` nothing about law is answered."""

    crisis: Lazily[CrisisDetector]
    triage: Lazily[Triage]
    same_matter: Lazily[SameMatter]
    library: Library | None

    def warm_up(self, today: date) -> None:
        """Watch, dictionary, proposals, comparison and law index: nobody's first words wait for them."""
        self.crisis.get()
        self.triage.get()
        self.same_matter.get()
        if self.library is not None:
            self.library.warm(today)


def open_knowledge(settings: Settings) -> Knowledge:
    """Nothing is loaded yet but the catalogue of laws."""
    lexicon = Lexicon(cache_dir=Path(settings.law.index) if settings.law.index else None)
    crisis = Lazily(load_crisis_detector)
    triage = Lazily(lambda: load_triage(lexicon, detect=lambda text: crisis.get().detect(text)))
    same_matter = Lazily(lambda: load_same_matter(lexicon, triage.get()))
    return Knowledge(crisis, triage, same_matter, open_law_library(settings, lexicon))


def open_law_library(settings: Settings, lexicon: Lexicon) -> Library | None:
    """The law library, or ``None`` with one line in the log when it cannot be opened."""
    try:
        return open_library(lexicon, library_places(settings))
    except KnowledgeError as error:
        log.warning("law answers are off", why=error.hint)
        return None
