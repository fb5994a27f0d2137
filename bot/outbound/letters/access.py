"""Letters about roles that are granted and end."""

from datetime import datetime

from bot.outbound.letters.form import Facts, FeatureLetters, Form, Writing


def _facts(writing: Writing) -> Facts:
    """The role in words and its last day in business time; nothing for any other letter."""
    given = writing.letter.facts
    duty, until = given.get("granted_duty"), given.get("until_at")
    if not isinstance(duty, str) or not isinstance(until, str):
        return {}
    day = datetime.fromisoformat(until).astimezone(writing.zone).strftime("%Y-%m-%d")
    return {"duty": writing.plain(f"duty-{duty}"), "last": day}


ACCESS = FeatureLetters(
    {"grant_asked": Form((("button-grant-yes", "grant_yes"), ("button-grant-no", "grant_no")))}, _facts
)
