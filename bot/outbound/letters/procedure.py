"""Words for the codes that notices of the formal procedure bring along."""

from bot.wording.catalogue import Wording
from mediation.procedure.warnings import NOBODY
from storage.mail.outbox import Letter


def procedure_facts(wording: Wording, language: str, letter: Letter) -> dict[str, str]:
    """What replaces the codes of such a notice; nothing for any other notice."""
    facts = letter.facts
    if letter.kind == "step":
        return {
            "step": wording.plain(language, f"step-{_dashed(facts['step'])}"),
            "state": wording.plain(language, f"stage-{_dashed(facts['state'])}"),
        }
    if letter.kind in ("deadline", "deadline_owner"):
        chinese = language.startswith("zh")
        codes = [code for code in str(facts["parts"]).split() if code != NOBODY]
        parts = [wording.plain(language, f"part-{code.lower()}") for code in codes]
        return {
            "clock": str(facts["clock_zh" if chinese else "clock_en"]),
            "parts": ("、" if chinese else ", ").join(parts) or NOBODY,
        }
    return {}


def _dashed(code: object) -> str:
    return str(code).replace("_", "-")
