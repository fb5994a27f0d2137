"""Text becomes plain text with entities, or is refused in Telegram's words."""

from __future__ import annotations

import pytest

from bot.sandbox.bot_api.formatting import formatted
from bot.sandbox.shared.errors import Refusal


def spans(text: str) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in formatted(text, "HTML", None)[1]]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        *[("b", "bold"), ("strong", "bold"), ("i", "italic"), ("em", "italic")],
        *[("u", "underline"), ("ins", "underline"), ("s", "strikethrough"), ("del", "strikethrough")],
        *[("tg-spoiler", "spoiler"), ("code", "code"), ("pre", "pre"), ("blockquote", "blockquote")],
    ],
)
def test_each_tag_becomes_its_entity(tag: str, kind: str) -> None:
    assert spans(f"a<{tag}>bc</{tag}>") == [(kind, 1, 2)]


@pytest.mark.parametrize(
    ("source", "kind", "extra"),
    [
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
            "text_link",
            {"url": "https://example.org/?a=1&b=2"},
        ),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote", {}),
        ('<span class="tg-spoiler">x</span>', "spoiler", {}),
        ('<pre><code class="language-py">x</code></pre>', "pre", {"language": "py"}),
        ('<tg-emoji emoji-id="5">x</tg-emoji>', "custom_emoji", {"custom_emoji_id": "5"}),
    ],
)
def test_attributes_are_kept(source: str, kind: str, extra: dict[str, str]) -> None:
    assert formatted(source, "HTML", None) == ("x", [{"type": kind, "offset": 0, "length": 1, **extra}])


def test_offsets_count_an_emoji_as_two() -> None:
    assert spans("👨‍👩‍👧<b>家</b>😀<i>好</i>") == [("bold", 8, 1), ("italic", 11, 1)]


def test_nested_tags_nest() -> None:
    assert spans("<b>一<i>二</i></b>") == [("bold", 0, 2), ("italic", 1, 1)]


def test_character_references_become_characters_and_others_stay() -> None:
    assert formatted("&lt;b&gt; &amp; &#20320; &nbsp;", "HTML", None)[0] == "<b> & 你 &nbsp;"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("你<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("1 <3", 'Unsupported start tag "3" at byte offset 2'),
        ("<b>你", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_with_its_place(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        formatted(source, "HTML", None)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_markdown_is_refused_aloud() -> None:
    with pytest.raises(Refusal, match="unsupported parse_mode MarkdownV2"):
        formatted("*a*", "MarkdownV2", None)


def test_blank_edges_are_trimmed_and_entities_move_along() -> None:
    text, entities = formatted(" \n <b>a </b> ", "HTML", None)
    assert (text, entities) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


def test_control_characters_and_bidirectional_marks_do_not_pass() -> None:
    assert formatted("a\x00b\u202ec\r\nd", None, None)[0] == "a bc\nd"


def test_entities_without_visible_text_are_dropped() -> None:
    assert spans("<b></b><i>  </i>x") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start 走", [("bot_command", 0, 6)]),
        ("见 https://a.cn/b。完", [("url", 2, 14)]),
        ("😀 @xinqiao_bot", [("mention", 3, 12)]),
        ("#欠薪 吧", [("hashtag", 0, 3)]),
        ("写给 a@b.cn", [("email", 3, 6)]),
        ("1/2 和 a/b </b>", []),
    ],
)
def test_commands_links_and_mentions_are_found(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(e["type"], e["offset"], e["length"]) for e in formatted(text, None, None)[1]] == found


@pytest.mark.parametrize(
    ("offset", "length", "reason"),
    [(0, 9, "ends after the end of the text"), (1, 1, "middle of a UTF-16 symbol"), (0, 1, "middle")],
)
def test_entities_outside_the_text_or_inside_an_emoji_are_refused(
    offset: int, length: int, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        formatted("😀a", None, [{"type": "bold", "offset": offset, "length": length}])
