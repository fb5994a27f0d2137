"""A handler that fails says sorry with a reference number that is in the log, without what was written."""

from collections.abc import Iterator

import pytest
import structlog

from bot.commands.service.demo import demo_settings
from bot.commands.shared.logs import start_log
from tests.house import House
from tests.journeys import steps

SECRET = "只有我知道的一句话"


@pytest.fixture
def log(tmp_path: steps.Path) -> Iterator[None]:
    start_log(demo_settings("http://127.0.0.1", tmp_path / "none.db"))
    yield
    structlog.reset_defaults()


def _fails(*_: object, **__: object) -> None:
    raise RuntimeError(SECRET)


@pytest.mark.usefixtures("log")
async def test_a_message_whose_handler_fails_is_apologised_for(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    with monkeypatch.context() as broken:
        broken.setattr("bot.dialogs.messages.relay.add_to_case", _fails)
        sent = await house.zhang.says(SECRET)
        sorry = await house.zhang.waits_for("对不起", after=sent.id)
    reference = sorry.text.rpartition("：")[2]
    logged = "".join(capsys.readouterr())
    assert reference in logged and "RuntimeError" in logged and SECRET not in logged
    await house.zhang.says("再试一次")
    await house.lawyer.waits_for("再试一次")


@pytest.mark.usefixtures("log")
async def test_a_press_whose_handler_fails_is_apologised_for_and_can_be_pressed_again(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = await steps.files(house.zhang)
    shown = await steps.card(house, number)
    with monkeypatch.context() as broken:
        broken.setattr("bot.dialogs.shared.case_moves.apply_move", _fails)
        notice = await steps.push(house.lawyer, "我来接", chat=house.group, message_id=shown.id)
    assert "对不起" in notice
    reference = notice.partition("编号 ")[2].split()[0]
    assert reference in "".join(capsys.readouterr())
    assert (await steps.case_of(house, number)).handler_id is None
    notice = await steps.push(house.lawyer, "我来接", chat=house.group, message_id=shown.id)
    assert "归您了" in notice


@pytest.mark.usefixtures("log")
async def test_a_failure_in_a_window_of_the_intake_loses_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = await steps.to_read_back(house.zhang)
    with monkeypatch.context() as broken:
        broken.setattr("bot.dialogs.intake.submit.file_concern", _fails)
        assert "对不起" in await steps.push(house.zhang, "登记", message_id=window.id)
    assert await steps.push(house.zhang, "登记", message_id=window.id) == ""
    await house.zhang.waits_for("已登记")


@pytest.mark.usefixtures("log")
async def test_a_result_that_could_not_be_sent_waits_to_be_sent_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "写结果")
    asked = await house.lawyer.waits_for("谈成了什么")
    await house.lawyer.says("补发三个月夜班费")
    shown = await house.lawyer.waits_for(f"还没有发出去（{number}）", after=asked.id)
    with monkeypatch.context() as broken:
        broken.setattr("bot.dialogs.shared.case_moves.apply_move", _fails)
        assert "对不起" in await steps.push(house.lawyer, "发给当事人", message_id=shown.id)
    assert await steps.push(house.lawyer, "发给当事人", message_id=shown.id) == ""
    await house.zhang.waits_for("有结果了")


@pytest.mark.usefixtures("log")
async def test_a_reason_that_could_not_be_kept_is_still_asked_for(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "退回")
    await house.lawyer.waits_for("为什么退回")
    with monkeypatch.context() as broken:
        broken.setattr("bot.dialogs.shared.case_moves.apply_move", _fails)
        first = await house.lawyer.says("我认识那位队长")
        await house.lawyer.waits_for("对不起", after=first.id)
    again = await house.lawyer.says("我认识那位队长")
    await house.lawyer.waits_for("退回", after=again.id)
    assert not any("内部备注（" in seen.text for seen in house.lawyer.sees())


async def test_an_update_that_nobody_can_read_stops_nothing(house: House) -> None:
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")
    odd = {"message_id": 900, "date": 1, "from": {"id": 1001}, "chat": {"id": 1001, "type": "private"}}
    house.sandbox.world.updates.put("message", {**odd, "poll": {"of": "a later Bot API"}})
    asked = await house.zhang.says("/help")
    await house.zhang.waits_for("能做的事", after=asked.id)
    await house.zhang.waits_for("对不起")


async def test_a_stranger_who_only_ever_sent_rubbish_is_still_welcome(house: House) -> None:
    who = steps.newcomer(house)
    sent = await who.sends("sticker")
    answer = await who.waits_for(lambda seen: seen.from_bot, after=sent.id)
    assert answer.button("我有事要说")
