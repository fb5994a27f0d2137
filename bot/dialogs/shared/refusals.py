"""Puts a refusal of the domain into words; the only place where dialogs do."""

from bot.dialogs.shared.context import Guest
from mediation.errors import Refused


def refusal_words(guest: Guest, error: Refused) -> str:
    """The sentence for a refusal; facts that are codes get their own words first."""
    facts = {k: v for k, v in error.facts.items() if isinstance(v, str | int)}
    has = guest.wording.has
    if "state" in facts:
        key = f"state-{str(facts['state']).replace('_', '-')}"
        # a state of the formal procedure has another name than one of the talk
        facts["state"] = guest.plain(key if has(key) else key.replace("state-", "stage-"))
    if "trigger" in facts:
        key = f"trigger-{str(facts['trigger']).replace('_', '-')}"
        facts["trigger"] = guest.plain(key if has(key) else key.replace("trigger-", "do-"))
    if "need" in facts:
        key = f"fact-{str(facts['need']).replace('_', '-')}"
        facts["need"] = guest.plain(key) if has(key) else str(facts["need"])
    key = f"refused-{error.code.replace('_', '-')}"
    if not has(key):
        key = "refused-other"
    return guest.plain(key, **facts)
