"""Words for the codes in letters about names that were seen; the name is in none of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.legal_basis import basis_words
from bot.wording.catalogue import Wording
from mediation.model.rights.unmasking import mask_rules
from storage.mail.outbox import Letter


def unmask_facts(wording: Wording, language: str, letter: Letter, zone: ZoneInfo) -> dict[str, str | int]:
    """What replaces the codes of such a letter; nothing for any other."""
    if not letter.kind.startswith("unmask_"):
        return {}
    facts, rules = letter.facts, mask_rules()
    found: dict[str, str | int] = {"limit": rules.open_hours, "days": rules.decide_within_days}
    if (ground := rules.ground_of(str(facts.get("ground")))) is not None:
        found |= {
            "what": wording.plain(language, f"unmask-ground-{ground.key}"),
            "basis": basis_words(wording, language, ground),
        }
    if facts.get("why_code") in rules.at_once.why:
        found["what"] = wording.plain(language, f"unmask-rescue-{facts['why_code']}")
        found["basis"] = basis_words(wording, language, rules.at_once)
    if (seen_at := facts.get("seen_at")) is not None:
        found["day"] = datetime.fromisoformat(str(seen_at)).astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return found
