"""What people type stays the characters they typed: in a chat, in the catalogues, in a paper."""

from io import BytesIO

import pytest
from docx import Document

from bot.papers.word_file import as_docx
from bot.wording.catalogue import Wording
from mediation.model.procedure.paper import Kind
from tests.house import House
from tests.journeys import steps
from tests.mediation.papers.examples import a_paper

MARKUP = "<b>粗</b><a href='tg://user?id=1'>点我</a> &amp; { $number } {number} {{ 7*7 }} {% raw %}"
RESULT = {"number": "K7QF-2MRD", "reason": ""}


async def test_markup_in_a_name_is_shown_and_not_read(house: House) -> None:
    name = "<b>张</b>{ $x }&lt;"
    number = await steps.files(house.zhang, steps.STORY, name=name)
    await steps.claims(house, house.lawyer, number)
    await steps.push(house.lawyer, "全部经过")
    shown = await house.lawyer.waits_for(lambda seen: name in seen.text)
    assert not any(entity.get("length") == 1 for entity in shown.raw.get("entities", ()))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_placeable_in_what_was_typed_is_not_filled(language: str) -> None:
    shown = Wording().html(language, "notice-result", **RESULT, handler="李", result=MARKUP)
    assert "{ $number } {number} {{ 7*7 }} {% raw %}" in shown
    assert "&lt;b&gt;粗&lt;/b&gt;" in shown and "<a " not in shown


@pytest.mark.parametrize("typed", ["\ue000result\ue001", "\ue000handler\ue001" * 200])
def test_nobody_types_what_stands_for_another_value(typed: str) -> None:
    words = Wording()
    in_short = words.plain("zh-CN", "notice-result", **RESULT, handler=typed[:9], result="长" * 1001)
    in_long = words.plain("zh-CN", "notice-result", **RESULT, handler="名" * 1001, result=typed + "长" * 1001)
    assert (in_short.count("长"), in_long.count("长"), in_long.count("名")) == (1001, 1001, 1001)


@pytest.mark.parametrize("typed", [MARKUP, "\x00\x07\x1b[31m红", "{{ cycler.__init__ }}", "]]><w:p/>"])
def test_a_template_in_a_story_stays_words_in_the_paper(typed: str) -> None:
    file = as_docx(a_paper(Kind.OPINION, request=typed))
    text = "\n".join(one.text for one in Document(BytesIO(file)).paragraphs)
    assert "".join(char for char in typed if char.isprintable()) in text
