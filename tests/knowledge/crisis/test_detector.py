import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.crisis import Alarm, CrisisDetector, Danger
from knowledge.crisis.rules import Level, load_rule_book
from knowledge.datafile import read_checked
from knowledge.text.colloquial import COLLOQUIAL_FILE, ColloquialWords

SURE = sorted(said for rule in load_rule_book().rules if rule.level is Level.SURE for said in rule.examples)
_PAIRS = " ".join(read_checked(COLLOQUIAL_FILE, ColloquialWords).traditional).split()
OLD = str.maketrans({pair[1]: pair[0] for pair in _PAIRS if pair[1] not in "么离获发复历"})
PAY = "上个月的夜班费少了三百，问了班长说系统的事。"


@pytest.mark.parametrize(
    ("text", "kind", "other"),
    [
        ("我真的不想活了", Danger.SUICIDE, False),
        ("室友说他不想活了", Danger.SUICIDE, True),
        ("我刚吞了一整瓶安眠药", Danger.UNDER_WAY, False),
        ("有人爬上塔吊不肯下来要跳", Danger.UNDER_WAY, True),
        ("又拿刀片划自己了", Danger.SELF_HARM, False),
        ("我要弄死队长", Danger.THREAT, False),
        ("老公喝了酒正在砸门，我躲在厕所", Danger.HOME, False),
        ("罐里有人晕倒了叫不醒", Danger.WORK, True),
    ],
)
def test_a_danger_is_named_with_whom_it_is_about(
    watch: CrisisDetector, text: str, kind: Danger, other: bool
) -> None:
    alarm = watch.detect(text)
    assert alarm is not None and (alarm.kind, alarm.sure) == (kind, True)
    assert alarm.about_other is other or kind in (Danger.HOME, Danger.THREAT)


@pytest.mark.parametrize(
    "text",
    [
        "累死了，这班上得",
        "笑死我了",
        "打死我也不去",
        "自杀式降价谁顶得住",
        "不想干了，离职证明怎么开",
        "自杀算工伤吗",
        "安全培训的题：发现有人触电怎么办",
        "那部电影的主角最后跳楼了",
        "以前想过死，后来走出来了，现在挺好",
        "家暴离婚怎么申请保护令",
        "父亲去世了，丧假几天",
    ],
)
def test_words_that_only_sound_like_it_are_no_alarm(watch: CrisisDetector, text: str) -> None:
    assert watch.detect(text) is None


@pytest.mark.parametrize(
    "text", ["我要是自杀了算工伤吗", "听了讲座，可我还是不想活了", "看完电影我也想跟他一样跳下去"]
)
def test_a_frame_does_not_calm_what_somebody_says_of_oneself(watch: CrisisDetector, text: str) -> None:
    assert watch.detect(text) is not None


def test_a_cry_in_the_middle_of_a_long_story_is_heard(watch: CrisisDetector) -> None:
    assert watch.detect(PAY * 40) is None
    assert watch.detect(PAY * 40 + "我真的不想活了。" + PAY * 40) == Alarm(Danger.SUICIDE, False, True)


def test_two_hints_near_each_other_are_a_doubt(watch: CrisisDetector) -> None:
    alarm = watch.detect("对不起爸妈，东西都送人了")
    assert alarm is not None and not alarm.sure


def test_the_graver_danger_is_told(watch: CrisisDetector) -> None:
    alarm = watch.detect("老公又打我，我吞了一瓶安眠药")
    assert alarm is not None and alarm.kind is Danger.UNDER_WAY


NOISE = st.sampled_from([" ", "　", "😭", "🙏🏻", "·", "*"])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SURE), NOISE)
def test_characters_set_apart_lose_no_alarm(watch: CrisisDetector, said: str, noise: str) -> None:
    assert watch.detect(said if said.isascii() else noise.join(said)) is not None


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SURE))
def test_old_characters_lose_no_alarm(watch: CrisisDetector, said: str) -> None:
    assert watch.detect(said.translate(OLD)) is not None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_looked_at_and_always_answered_the_same(watch: CrisisDetector, text: str) -> None:
    assert watch.detect(text) == watch.detect(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="我你他不想活死了跳楼药刀吃喝打杀走没有,。!? \n", max_size=400))
def test_any_heap_of_its_words_is_looked_at(watch: CrisisDetector, text: str) -> None:
    assert watch.detect(text) in (None, watch.detect(text))


@pytest.mark.parametrize(
    "text", ["想死" * 2048, "我他" * 2048, "。" * 4096, "a " * 2048, "😀" * 4096, "想" * 9000]
)
def test_the_longest_messages_are_looked_at(watch: CrisisDetector, text: str) -> None:
    assert watch.detect(text) == watch.detect(text)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("我不想活了，撑不下去了", True),
        ("我 不 想 活 了", True),
        ("当事人说：我不想活了", False),
        ("您说不想活了，我很担心", False),
        ("他不想活了，我陪着", False),
        ("有自杀想法，已请人介入", False),
    ],
)
def test_what_staff_retell_is_told_apart_from_their_own_cry(
    watch: CrisisDetector, text: str, own: bool
) -> None:
    assert watch.of_self(text) is own
