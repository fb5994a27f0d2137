"""Two sides talk: notes stay inside until they are relayed on purpose, then the whole case has them."""

import pytest

from mediation.errors import NotFound, Refused
from mediation.messages import talk
from mediation.model.cases.content import Privacy
from tests.builders import (
    ANOTHER_EMPLOYEE,
    COUNSELLOR,
    LAWYER,
    OWNER,
    SUPERVISOR,
    UNION,
    a_content,
    a_picture,
    a_place,
    acts,
)
from tests.fakes.story import Story


def with_second(story: Story) -> Story:
    story.pull("ask_second", LAWYER)
    story.pull("join", COUNSELLOR)
    story.records.outbox.sent()
    return story


def edit(story: Story, author: int, place, text: str = "改过的话"):
    return talk.edited(story.records, author, place, a_content(text))


def test_what_a_mediator_writes_is_internal_and_goes_nowhere(claimed: Story) -> None:
    said = with_second(claimed).note(LAWYER, "先问人事")
    assert said.privacy is Privacy.INTERNAL
    assert claimed.records.outbox.waiting == []


def test_relaying_makes_it_public_and_tells_the_owner(claimed: Story) -> None:
    said = claimed.note(LAWYER, "请发工资条")
    (relayed,) = claimed.relay(LAWYER, said)
    assert relayed.privacy is claimed.records.talk.get(said.id).privacy is Privacy.PUBLIC
    assert [(one.kind, one.facts["said_id"]) for one in claimed.told(OWNER)] == [("relay", said.id)]
    assert claimed.told(LAWYER) == []


def test_a_second_press_relays_nothing(claimed: Story) -> None:
    said = claimed.note(LAWYER, "请发工资条")
    claimed.relay(LAWYER, said)
    assert claimed.relay(LAWYER, said) == []
    assert claimed.kinds(OWNER) == ["relay"]


def test_an_album_is_relayed_as_a_whole_in_one_notice(claimed: Story) -> None:
    said = [claimed.note(LAWYER, a_picture("album-1")) for _ in range(3)]
    claimed.note(LAWYER, a_picture("album-2"))
    assert [one.id for one in claimed.relay(LAWYER, said[1])] == [one.id for one in said]
    assert claimed.kinds(OWNER) == ["relay_album"]


def test_an_album_waits_for_its_last_picture(claimed: Story) -> None:
    claimed.add(a_picture("album-1"))
    assert claimed.records.outbox.due(claimed.records.now, 10) == []
    claimed.records._clock.forward(talk.ALBUM_PAUSE)
    assert [one.kind for one in claimed.records.outbox.due(claimed.records.now, 10)] == ["relay_album"]


def test_pictures_of_a_colleague_are_not_relayed_along(claimed: Story) -> None:
    with_second(claimed)
    claimed.note(COUNSELLOR, a_picture("album-1"))
    mine = claimed.note(LAWYER, a_picture("album-1"))
    assert [one.author_id for one in claimed.relay(LAWYER, mine)] == [LAWYER.person_id]


def test_a_note_of_a_colleague_cannot_be_relayed(claimed: Story) -> None:
    said = with_second(claimed).note(COUNSELLOR, "我的印象")
    with pytest.raises(NotFound):
        claimed.relay(LAWYER, said)
    assert claimed.records.talk.get(said.id).privacy is Privacy.INTERNAL


def test_privileged_text_is_never_relayed(claimed: Story) -> None:
    said = claimed.note(LAWYER, "调解中的让步")
    claimed.records.talk.said[said.id].privacy = Privacy.PRIVILEGED
    assert claimed.relay(LAWYER, said) == []
    assert claimed.told(OWNER) == []


def test_nothing_is_relayed_into_a_withdrawn_case(claimed: Story) -> None:
    said = claimed.note(LAWYER, "请发工资条")
    claimed.pull("withdraw", OWNER)
    with pytest.raises(Refused, match="case_is_withdrawn"):
        claimed.relay(LAWYER, said)
    assert claimed.told(OWNER) == []


def test_the_second_mediator_gets_what_both_sides_say(claimed: Story) -> None:
    with_second(claimed)
    claimed.add("我来补充")
    claimed.relay(LAWYER, claimed.note(LAWYER, "收到"))
    assert claimed.kinds(COUNSELLOR) == ["relay", "relay"]
    assert claimed.kinds(LAWYER) == ["relay"]
    assert claimed.kinds(OWNER) == ["relay"]


def test_what_the_second_mediator_relays_reaches_owner_and_handler(claimed: Story) -> None:
    with_second(claimed)
    claimed.relay(COUNSELLOR, claimed.note(COUNSELLOR, "您好"))
    assert claimed.kinds(OWNER) == claimed.kinds(LAWYER) == ["relay"]


@pytest.mark.parametrize("who", [UNION, SUPERVISOR, COUNSELLOR.model_copy(update={"active": False})])
def test_whoever_is_not_on_the_case_finds_no_case(claimed: Story, who) -> None:
    with pytest.raises(NotFound):
        claimed.note(who, "让我看看")
    with pytest.raises(NotFound):
        talk.staff_case(claimed.records, acts(who), claimed.number)


def test_the_owner_is_not_staff_of_their_own_case(claimed: Story) -> None:
    with pytest.raises(NotFound):
        talk.note(claimed.records, acts(OWNER), claimed.number, a_content(), a_place())


def test_an_answer_remembers_what_it_answers(claimed: Story) -> None:
    said = talk.note(claimed.records, acts(LAWYER), claimed.number, a_content("是的"), a_place(), reply_to=1)
    assert claimed.records.talk.get(said.id).reply_to == 1


def test_an_edit_of_the_owner_follows_to_everybody_on_the_case(claimed: Story) -> None:
    with_second(claimed)
    place = a_place()
    said = claimed.add("三月", place)
    claimed.records.outbox.sent()
    edit(claimed, OWNER, place, "二月")
    assert claimed.records.talk.get(said.id).content.text == "二月"
    assert claimed.kinds(LAWYER) == claimed.kinds(COUNSELLOR) == ["relay_edit"]
    assert claimed.told(OWNER) == []


def test_the_wording_before_the_edit_is_kept(claimed: Story) -> None:
    place = a_place()
    said = claimed.add("三月", place)
    edit(claimed, OWNER, place, "二月")
    assert [(one, content.text) for one, content in claimed.records.talk.earlier] == [(said.id, "三月")]


def test_an_edit_of_an_internal_note_stays_internal(claimed: Story) -> None:
    place = a_place(chat=9000000201)
    claimed.note(LAWYER, "先问人事", place)
    assert edit(claimed, LAWYER.person_id, place) is not None
    assert claimed.records.outbox.waiting == []


def test_ten_edits_of_a_message_are_one_edit_of_its_copy(claimed: Story) -> None:
    place = a_place()
    claimed.add("三月", place)
    claimed.records.outbox.sent()
    for version in range(10):
        edit(claimed, OWNER, place, f"第{version}版")
    assert claimed.kinds(LAWYER) == ["relay_edit"]


@pytest.mark.parametrize("author", [ANOTHER_EMPLOYEE, LAWYER.person_id])
def test_nobody_edits_the_words_of_another(claimed: Story, author: int) -> None:
    place = a_place()
    said = claimed.add("三月", place)
    assert edit(claimed, author, place) is None
    assert claimed.records.talk.get(said.id).content.text == "三月"


def test_an_edit_elsewhere_belongs_to_no_case(claimed: Story) -> None:
    claimed.add("三月", a_place(message=555))
    assert edit(claimed, OWNER, a_place(message=555, chat=42)) is None


def test_whoever_has_left_the_case_edits_nothing_in_it(claimed: Story) -> None:
    place = a_place(chat=9000000201)
    claimed.relay(LAWYER, claimed.note(LAWYER, "请发工资条", place))
    claimed.pull("give_back", LAWYER, reason="我要出差")
    claimed.records.outbox.sent()
    assert edit(claimed, LAWYER.person_id, place) is None
    assert claimed.told(OWNER) == []


def test_a_new_handler_gets_what_both_sides_said_but_no_notes(claimed: Story) -> None:
    note = claimed.note(LAWYER, "先问人事")
    claimed.relay(LAWYER, claimed.note(LAWYER, "请发工资条"))
    claimed.pull("offer", LAWYER, colleague=UNION)
    claimed.pull("take_over", UNION)
    passed_on = [one.facts["said_id"] for one in claimed.told(UNION) if one.kind == "relay"]
    assert note.id not in passed_on
    assert len(passed_on) == 2
