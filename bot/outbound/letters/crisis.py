"""Letters of the crisis line."""

from bot.outbound.letters.form import FeatureLetters, Form, Writing
from bot.outbound.outgoing import Copy
from mediation.model.cases.content import Content

SAFE = ("button-crisis-safe", "crisis_safe")
TAKE = ("button-crisis-take", "crisis_take")


def _words(writing: Writing) -> Copy:
    """What was said on the line; it belongs to no case and is not kept."""
    return Copy(0, Content.model_validate_json(str(writing.letter.facts["content"])))


CRISIS = FeatureLetters(
    {
        "crisis_ring": Form((TAKE,)),
        "crisis_drill": Form((TAKE,)),
        "crisis_here": Form((SAFE,)),
        "crisis_hello": Form((SAFE,)),
        # nobody has come yet, so the numbers stay on the screen
        "crisis_numbers": Form((SAFE,), pinned=lambda _: True),
        "crisis_call_back": Form((("button-crisis-tell", "crisis_tell"),)),
        "crisis_words": Form(write=_words),
    }
)
