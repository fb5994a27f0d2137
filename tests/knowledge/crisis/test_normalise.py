import pytest

from knowledge.crisis import CrisisDetector
from knowledge.crisis.normalise import load_normaliser

NORMALISER = load_normaliser()


@pytest.mark.parametrize(
    "typed",
    [
        "不想活了",
        "不 想 活 了",
        "不。想。活。了。",
        "不-想-活-了",
        "不🙃想🙃活🙃了",
        "ＢＸＨＬ",
        "b x h l",
        "bu xiang huo le",
        "bù xiǎng huó le",
        "不xiang活了",
        "不想火了",
        "不想活活活活了",
        "不\u200b想\u200b活了",
    ],
)
def test_one_wish_typed_in_many_ways_is_read_as_one(typed: str) -> None:
    assert any("不想活" in reading for reading in NORMALISER.readings(typed))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("想4了", "想死了"),
        ("自鲨", "自杀"),
        ("跳娄", "跳楼"),
        ("唔想活", "不想活"),
        ("遺書寫好了", "遗书写好了"),
        ("佢打我", "他打我"),
    ],
)
def test_slips_regions_and_old_characters_are_read(typed: str, plain: str) -> None:
    assert plain in NORMALISER.readings(typed)[0]


@pytest.mark.parametrize(
    "typed", ["不想获得荣誉", "紫砂壶多少钱", "去4S店保养", "要4个阀门", "跑滴滴违规吗", "哥晚上到"]
)
def test_what_only_sounds_the_same_stays_what_it_is(watch: CrisisDetector, typed: str) -> None:
    assert NORMALISER.readings(typed)[0] == typed.lower()
    assert watch.detect(typed) is None


def test_a_gap_between_words_is_kept_in_the_open_reading_alone() -> None:
    opened, tight = NORMALISER.readings("下班不想去 活太多")
    assert opened == "下班不想去,活太多" and tight == "下班不想去活太多"


def test_of_a_long_story_only_the_sentence_that_differs_is_read_twice() -> None:
    story = "工资没发。" * 50 + "我 想 死。" + "合同也没签。" * 50
    opened, tight = NORMALISER.readings(story)
    assert len(tight) < 40 < len(opened) and "我想死" in tight


@pytest.mark.parametrize("typed", ["", " ", "😀", "\n\n", "...", "\ud83d", "a", "<b></b>"])
def test_what_says_nothing_reads_as_nothing_much(typed: str) -> None:
    assert all(len(reading) <= 1 for reading in NORMALISER.readings(typed))
