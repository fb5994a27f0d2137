"""Turns a refusal of the domain into words; the one place where that happens for dialogs."""

from bot.dialogs.tools import Guest
from mediation.errors import Refused


def refused(guest: Guest, error: Refused) -> str:
    """The sentence for a refusal; facts that are codes themselves get their own words first."""
    facts = {k: v for k, v in error.facts.items() if isinstance(v, str | int)}
    if "state" in facts:
        facts["state"] = guest.plain(f"state-{str(facts['state']).replace('_', '-')}")
    if "trigger" in facts:
        facts["trigger"] = guest.plain(f"trigger-{str(facts['trigger']).replace('_', '-')}")
    key = f"refused-{error.code.replace('_', '-')}"
    if not guest.tools.wording.has(key):
        key = "refused-other"
    return guest.plain(key, **facts)
