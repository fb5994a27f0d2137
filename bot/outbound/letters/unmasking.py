"""Letters about names that are asked for and seen; the name is in none of them."""

from datetime import datetime

from bot.outbound.letters.cases import OPEN
from bot.outbound.letters.form import Facts, FeatureLetters, Form, Writing
from bot.outbound.outgoing import TakeBack
from bot.views.legal_basis import basis_words
from mediation.model.unmasking import unmasking_rules

DECIDE = Form(
    (
        ("button-unmask-yes", "unmask_yes"),
        ("button-unmask-later", "unmask_later"),
        ("button-unmask-no", "unmask_no"),
    )
)
"""Whoever is asked for the first time and whoever is reminded may do the same."""

SEEN = Form((("button-looks", "looks"), ("button-complain", "complain")))


def _facts(writing: Writing) -> Facts:
    """What replaces the codes of such a letter; nothing for any other."""
    if not writing.letter.kind.startswith("unmask_"):
        return {}
    given, rules = writing.letter.facts, unmasking_rules()
    language = writing.letter.language
    found: dict[str, str | int] = {"limit": rules.open_hours, "days": rules.decide_within_days}
    if (ground := rules.ground_of(str(given.get("ground")))) is not None:
        found |= {
            "what": writing.plain(f"unmask-ground-{ground.key}"),
            "basis": basis_words(writing.wording, language, ground),
        }
    if given.get("why_code") in rules.at_once.why:
        found["what"] = writing.plain(f"unmask-rescue-{given['why_code']}")
        found["basis"] = basis_words(writing.wording, language, rules.at_once)
    if (seen_at := given.get("seen_at")) is not None:
        moment = datetime.fromisoformat(str(seen_at)).astimezone(writing.zone)
        found["day"] = moment.strftime("%Y-%m-%d %H:%M")
    return found


def _take_back(writing: Writing) -> TakeBack:
    """The messages in which somebody's name was shown."""
    messages = tuple(int(one) for one in str(writing.letter.facts["messages"]).split())
    return TakeBack(messages, writing.html("unmask-put-away"))


UNMASKING = FeatureLetters(
    {
        "unmask_wanted": DECIDE,
        "unmask_waits": DECIDE,
        "unmask_granted": Form((("button-unmask-look", "unmask_look"),)),
        "unmask_refused": Form((OPEN,)),
        "unmask_lapsed": Form((OPEN,)),
        "unmask_seen": SEEN,
        "unmask_seen_in_danger": SEEN,
        "unmask_review": Form(
            (("button-unmask-right", "unmask_right"), ("button-unmask-wrong", "unmask_wrong"))
        ),
        "unmask_away": Form(write=_take_back),
    },
    _facts,
)
