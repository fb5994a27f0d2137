"""A step of a case or of the formal procedure in words."""

from bot.wording.catalogue import Wording


def step_words(wording: Wording, language: str, step: str) -> str:
    """The step's own words in either table; the code where it has none."""
    dashed = step.replace("_", "-")
    key = next((key for key in (f"step-{dashed}", f"trigger-{dashed}") if wording.has(key)), None)
    return wording.plain(language, key) if key else step
