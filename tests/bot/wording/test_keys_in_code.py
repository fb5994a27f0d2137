"""The code and the catalogue agree: nothing is asked for in vain, nothing is kept for nobody."""

from bot.outbound.letters.every_letter import EVERY_LETTER
from bot.outbound.letters.form import all_forms
from tests.bot.wording import code_words
from tests.bot.wording.samples import messages, variables


def known() -> set[str]:
    """The keys of the catalogue."""
    return set(messages("zh-CN"))


IN_EVERY_NOTICE = {"number", "alias", "category", "result", "rating", "words", "hours", "reason"}
"""What ``LetterWriter`` looks up for a notice of a case."""

BROUGHT_BY_HAND = {
    "receipt-anonymous": {"code", "filed_at"},
    "receipt-named": {"filed_at"},
    "not-delivered": {"excerpt"},
    "sorry": {"reference"},
    "joint-signed": {"count"},
    "campaign-running": {"title", "count"},
    "registered": {"due"},
    "service-complaint": {"text"},
    "complaint-answered": {"text"},
    "care-offered": {"handler"},
    "care-taken": {"handler"},
    "care-due": {"who"},
    "care-stopped": {"who"},
    "care-word": {"handler", "text"},
    "care-reply": {"who", "text"},
    "unmask-wanted": {"handler", "what", "basis", "text", "limit", "days"},
    "unmask-waits": {"handler", "what", "basis", "text", "limit", "left"},
    "unmask-unanswered": {"left"},
    "unmask-granted": {"limit"},
    "unmask-seen": {"handler", "day", "what", "basis", "text"},
    "unmask-seen-in-danger": {"handler", "day", "what", "basis"},
    "unmask-review": {"handler", "what", "basis"},
    "grant-asked": {"handler", "name", "duty", "last"},
    "grant-in-your-name": {"name", "duty", "last"},
    "grant-given": {"name", "duty", "last"},
    "grant-refused": {"name", "duty"},
    "grant-lapsed": {"name", "duty"},
    "grant-ending": {"name", "duty", "last"},
    "grant-ended": {"name", "duty"},
    "duty-gap": {"count"},
    "paper": {"title", "paper"},
    "crisis-here": {"handler"},
    "crisis-hello": {"handler"},
    "step": {"step", "state", "due"},
    "deadline": {"clock", "due", "when", "parts"},
    "deadline-owner": {"clock", "due", "when"},
}
"""Facts of notices that are not posted with ``tell``."""


def test_every_key_that_the_code_asks_for_exists() -> None:
    assert code_words.keys_in_use() - known() == set()


def test_every_key_is_used() -> None:
    assert known() - code_words.keys_in_use() == set()


def test_every_family_of_keys_is_known_here() -> None:
    assert code_words.family_prefixes() == set(code_words.families())


def test_no_family_is_empty() -> None:
    assert [prefix for prefix, ends in code_words.families().items() if not ends] == []


def test_a_refusal_without_words_is_still_one() -> None:
    assert set(code_words.refusal_facts()) >= code_words.WITHOUT_WORDS


def test_every_button_under_a_notice_stands_under_a_notice_that_is_sent() -> None:
    under = {kind for kind, form in all_forms(EVERY_LETTER).items() if form.write is None}
    assert under - set(code_words.notice_facts()) == set()


def _direct_calls() -> list[tuple[str, set[str]]]:
    found = []
    for call, keys in code_words.asked_for("words", "plain", "html", "button"):
        given = {word.arg for word in call.keywords}
        if None not in given:  # ``**facts`` may bring anything
            found += [(key, {str(name) for name in given}) for key in keys if key in known()]
    return found


def test_every_text_gets_the_facts_it_needs() -> None:
    texts = messages("zh-CN")
    starved = {key: lacking for key, given in _direct_calls() if (lacking := variables(texts[key]) - given)}
    assert starved == {}


def test_every_refusal_brings_the_facts_that_its_sentence_needs() -> None:
    for code, facts in code_words.refusal_facts().items():
        if code not in code_words.WITHOUT_WORDS:
            assert variables(messages("zh-CN")[f"refused-{code.replace('_', '-')}"]) <= facts, code


def test_every_notice_brings_the_facts_that_its_sentence_needs() -> None:
    named = {kind.replace("_", "-"): facts for kind, facts in code_words.notice_facts().items()}
    for end in code_words.families()["notice-"]:
        brought = {fact.removesuffix("_id") for fact in named.get(end, set())} | BROUGHT_BY_HAND.get(
            end, set()
        )
        assert variables(messages("zh-CN")[f"notice-{end}"]) <= brought | IN_EVERY_NOTICE, end
