"""Whatever reads what people write: it never raises anything but its own errors, and says nothing untrue."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from random import Random
from typing import Any

from bot.callbacks import LIMIT, Press
from knowledge.answers.answers import answer
from knowledge.calculators.calculators import open_calculators
from knowledge.calculators.input.amounts import read_amount
from knowledge.calculators.input.dates import named_day, read_time, whole_day
from knowledge.calculators.input.errors import BadValue
from knowledge.calculators.input.values import fold
from knowledge.calculators.progress import begin, resume
from knowledge.crisis import CrisisDetector, load_crisis_detector
from knowledge.laws.reading.structure.line_patterns import is_contents, read_division, read_label, read_point
from knowledge.same_matter.comparison import SameMatter, load_same_matter
from knowledge.search.followups import LONGEST, whole_question
from knowledge.text.colloquial import load_colloquial
from knowledge.text.numerals import read_numeral, write_numeral
from knowledge.triage.open_questions import load_open_questions
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import VAGUE, Triage, load_triage
from mediation.model.cases.numbers import ALPHABET, read_number
from tests.fuzz.mutating import ODD, any_text
from tests.fuzz.target import Check, Target, plainly
from tests.statutes import dictionary, statutes

DAY = date(2026, 11, 24)
QUESTIONS = (
    "民法典第1254条",
    "劳动合同法第38、46和47条第一款",
    "刑法二百三十四条之一",
    "《工伤保险条例》14条到16条",
    "宪法38",
    "那第十条呢",
)
MOMENTS = (
    "2019年3月15日",
    "2019.3.15",
    "去年5月",
    "二〇一九年三月十五日",
    "今天",
    "20240229",
    "99年1月",
    "12月31号",
)
AMOUNTS = (
    "6000",
    "6千",
    "六千五",
    "1.2万",
    "八个半",
    "５００",
    "3小时",
    "一百二十块五",
    "半年",
    "1,200.50元",
)
ANSWERS = (*MOMENTS, *AMOUNTS, "是", "不是", "不知道", "1", "2", "3", "男", "女干部", "公司让我走", "")
triage: Callable[[], Triage] = cache(lambda: load_triage(dictionary()))
crisis: Callable[[], CrisisDetector] = cache(load_crisis_detector)
similar: Callable[[], SameMatter] = cache(lambda: load_same_matter(dictionary(), triage()))
calculators = cache(open_calculators)
colloquial = cache(load_colloquial)
questions = cache(load_open_questions)
CODES = frozenset(category.code for category in load_taxonomy().categories)


def _citing(dice: Random) -> str:
    return any_text(dice, QUESTIONS if dice.random() < 0.5 else None)


def _cited(text: str) -> None:
    cited = statutes().citations(text)
    assert all(one.article >= 0 and one.law for one in cited if one.law is not None)
    statutes().reader.without_titles(text)


@asynccontextmanager
async def _library() -> AsyncIterator[Check]:
    """The laws with their index ready: no input waits for that."""
    store = statutes().warm(DAY).store

    async def answered(text: str) -> None:
        for found in answer(statutes(), text, DAY).articles:
            one = found.article
            assert store.article(one.law, one.number, one.sub, DAY) is not None, one.label

    yield answered


def _watched(text: str) -> None:
    alarm = crisis().detect(text)
    assert alarm is None or alarm == crisis().detect(text), "the same words, another answer"


def _judged(text: str) -> None:
    told = triage().judge(text)
    assert set(told.codes) <= CODES | {VAGUE} and len(told.codes) <= 3
    assert all(code in CODES for code, *_ in told.categories)


def _compared(pair: tuple[str, str]) -> None:
    there, back = similar().judge(*pair), similar().judge(*reversed(pair))
    assert 0 <= there.score <= 1 and (there.score, there.same) == (back.score, back.same)


def _number(dice: Random) -> str | int:
    return dice.randrange(1, 10_000) if dice.random() < 0.2 else any_text(dice, (*ODD, *AMOUNTS))


def _counted(written: str | int) -> None:
    if isinstance(written, int):
        assert read_numeral(write_numeral(written)) == written
    else:
        number = read_numeral(written)
        assert number is None or number >= 0


def _timed(text: str) -> None:
    for written in (text, fold(text)):
        whole_day(written, DAY)
        read_time(written, DAY)
        read_amount(written)
        named = named_day(written, DAY)
        assert named is None or named <= DAY


def _filled(dice: Random) -> tuple[str, list[str]]:
    form = dice.choice([form.key for form in calculators().forms.forms])
    changed = [any_text(dice, ANSWERS) if dice.random() < 0.3 else dice.choice(ANSWERS) for _ in range(60)]
    return form, changed


def _reckoned(filled: tuple[str, list[str]]) -> None:
    progress = begin(calculators(), filled[0], DAY)
    for text in filled[1]:
        if progress.open is None:
            break
        try:
            progress = progress.answered(text)
        except BadValue as refused:
            assert text not in str(refused.facts) or len(text) < 8, "what was typed stands in the error"
    assert resume(calculators(), progress.kept(), DAY).values == progress.values
    if progress.open is None:
        assert progress.result().lines


def _heard(text: str) -> None:
    colloquial().plain(text)
    questions().of(text)
    assert len(whole_question(text, "加班费怎么算")) <= max(len(text), LONGEST) + 8
    for read in (read_label, read_division, read_point, is_contents):
        read(text)
    number = read_number(text)
    assert number is None or set(number) <= {*ALPHABET, "-"}


def _press(dice: Random) -> str:
    parts = [dice.choice(("x", "claim", "K7QF-2MRD", "1", "", "²", *ODD)) for _ in range(dice.randrange(6))]
    return any_text(dice, ("|".join(parts), "x|claim|K7QF-2MRD", "x|offer_to|K7QF-2MRD|12"))


def _unpacked(data: str) -> None:
    press = Press.unpack(data)
    if press is None:
        return
    assert press.do and (press.whole is None or 0 <= press.whole < 2**63)
    assert len(data.encode(errors="replace")) <= LIMIT
    if data.encode(errors="ignore").decode() == data:
        assert Press.unpack(press.pack()) == press


def _text(name: str, promise: str, share: int, check: Callable[[Any], None], draw: Any = any_text) -> Target:
    return Target(f"text: {name}", promise, share, draw, plainly(check))


TARGETS = (
    _text("citations", "never raises; every citation has a law or none", 110, _cited, _citing),
    Target("text: answers", "never raises; every article shown is stored", 30, _citing, _library),
    _text("crisis watch", "never raises; the same words, the same answer", 60, _watched),
    _text("triage", "never raises; only codes of the taxonomy, three at most", 40, _judged),
    _text("similar", "never raises; both orders agree", 16, _compared, lambda d: (any_text(d), any_text(d))),
    _text("numerals", "never raises; what is written is read as the same", 150, _counted, _number),
    _text("days, amounts", "never raises", 150, _timed, lambda d: any_text(d, (*MOMENTS, *AMOUNTS))),
    _text("calculators", "nothing but BadValue; what is kept is resumed", 60, _reckoned, _filled),
    _text("small readers", "never raise", 90, _heard),
    _text("button data", "never raises; a value fits the database", 100, _unpacked, _press),
)
