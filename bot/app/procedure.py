"""What taking a step of the formal procedure needs, put together from settings, wording and library."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dialogs.shared.case_moves import CaseRules
from bot.settings import Settings
from bot.views.step_words import step_words
from bot.wording.catalogue import Wording
from knowledge.answers.library import Library
from mediation.deadlines.rules import ClockTable
from mediation.model.procedure.paper import Paper
from mediation.model.procedure.paper_errors import PaperError
from mediation.model.procedure.table import read_procedure
from mediation.papers.check import check_paper
from mediation.papers.formats import LANGUAGES
from mediation.papers.omissions import loaded_templates
from mediation.papers.templates import Templates, load_templates
from mediation.procedure.acting import Procedure


def make_procedure(
    settings: Settings, wording: Wording, zone: ZoneInfo, case_rules: CaseRules, clocks: ClockTable,
    library: Library | None,
) -> Procedure:  # fmt: skip
    """Without a law library no paper goes out: nobody could say whether its articles are real.

    Raises ``BadData`` for a template that cannot be used.
    """
    folder = Path(settings.papers.templates) if settings.papers.templates else None

    read: dict[str, Templates] = {one: load_templates(one, folder) for one in LANGUAGES}

    def holds(law: str) -> bool:
        return library is not None and library.store.holds(law)

    def check(paper: Paper, as_of: date) -> None:
        if library is None:
            raise PaperError
        check_paper(paper, library, as_of)

    return Procedure(
        table=read_procedure(),
        life=case_rules.life_table,
        claim_within=case_rules.claim_within,
        clocks=clocks,
        zone=zone,
        templates=lambda language: loaded_templates(read[language], holds),
        holds=holds,
        office=settings.papers.office,
        check=check,
        step_words=lambda language, step: step_words(wording, language, step),
    )
