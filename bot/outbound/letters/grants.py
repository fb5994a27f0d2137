"""What letters about roles say of a grant."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.wording.catalogue import Wording
from storage.mail.outbox import Letter


def grant_facts(wording: Wording, language: str, letter: Letter, zone: ZoneInfo) -> dict[str, str | int]:
    """The role in words and its last day in business time; nothing for any other letter."""
    duty, until = letter.facts.get("granted_duty"), letter.facts.get("until_at")
    if not isinstance(duty, str) or not isinstance(until, str):
        return {}
    day = datetime.fromisoformat(until).astimezone(zone).strftime("%Y-%m-%d")
    return {"duty": wording.plain(language, f"duty-{duty}"), "last": day}
