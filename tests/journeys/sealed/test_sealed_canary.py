"""Sentences told in confidence, and an accusation that was filed as an ordinary case: afterwards the ordinary
store, its journal, its backup, the log and the group are searched for them, and hold nothing."""

import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from bot.settings import VaultSettings
from storage.database.engine import open_engine
from storage.operations.backup import back_up
from tests.house import GROUP, House, open_house
from tests.journeys import steps
from tests.journeys.procedure.procedure_steps import Desk, own_stage, stage
from tests.journeys.sealed import sealed_steps as sealed

TOLD = ("钱总收了八万块琥珀", "转账记录孔雀石", "改过的话青金石", "被反映的人绿松石", "答复的话玛瑙")
MISROUTED = "举报队长上个月在车间收了承包商的回扣珊瑚，找过领导没人管，希望查处"
ROWS = [one.name for one in SQLModel.metadata.sorted_tables if one.name != "audit"]


def files_of(folder: Path) -> bytes:
    """The ordinary database with its journal; the sealed one has another name."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("house.db*")))


def backup_of(folder: Path) -> bytes:
    engine = open_engine(f"sqlite:///{folder / 'house.db'}")
    back_up(engine, folder / "backup.zip")
    engine.dispose()
    with zipfile.ZipFile(folder / "backup.zip") as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def found(words: tuple[str, ...], there: bytes) -> list[str]:
    """As they are, and as JSON and SQLite may write them."""
    forms = {one: (one.encode(), one.encode("unicode_escape"), one.encode("utf-16-le")) for one in words}
    return [one for one, written in forms.items() if any(form in there for form in written)]


async def told_and_answered(house: House) -> str:
    """All that can be told in confidence; the code."""
    page = await sealed.to_page(house.zhang, TOLD[0], TOLD[1], about=TOLD[3])
    await steps.push(house.zhang, "⬜", message_id=page.id)
    await steps.push(house.zhang, "交上去", message_id=page.id)
    code = sealed.code_in(await house.zhang.waits_for("取件码", after=page.id))
    await sealed.answers(house.officer, TOLD[4])
    await sealed.comes_back(house.zhang, code)
    await house.zhang.says(TOLD[2])
    await house.zhang.waits_for("加进去了")
    await steps.settled(house)
    return code


@pytest.mark.parametrize("hides", [True, False])
async def test_what_is_told_in_confidence_is_nowhere_in_the_ordinary_store(
    folder: Path, capsys: pytest.CaptureFixture[str], hides: bool
) -> None:
    plain = {} if hides else {"vault_keys": None, "vault": VaultSettings(require=False)}
    async with open_house(folder, **plain) as house:
        code = await told_and_answered(house)
        words = (*TOLD, code, code.replace(" ", ""))
        rows = await steps.ask(house, _everything)
        assert found(words, rows.encode()) == []
        assert "sealed" not in rows.replace("sealed_", "").lower().replace("'sealed'", "")
        assert not any(word in seen.text for seen in house.lawyer.sees(GROUP) for word in words)
    secrets = words if hides else words[-2:]
    log = capsys.readouterr()
    assert found(words, (log.err + log.out).encode()) == []
    assert found(words, backup_of(folder)) == []
    assert found(secrets, files_of(folder)) == [], "without the vault, updates pass through in the clear"


def _everything(records: object) -> str:
    """Every row of every table but the audit, as text."""
    connection = records.connection  # type: ignore[attr-defined]
    lines = []
    for name in ROWS:
        rows = connection.execute(text(f"SELECT * FROM {name}")).all()
        lines += [str(tuple(row)) for row in rows]
    return "\n".join(lines)


async def misrouted(house: House) -> str:
    """Filed, claimed, talked about; the number."""
    window = await steps.to_read_back_after_staying(house.zhang, MISROUTED)
    await steps.push(house.zhang, "登记", message_id=window.id)
    await house.zhang.waits_for("这类事涉及您的隐私")
    await steps.push(house.zhang, "就这样登记", message_id=window.id)
    receipt = await house.zhang.waits_for("已登记", after=window.id)
    number = receipt.text.partition("编号：")[2].split()[0]
    await steps.claims(house, house.lawyer, number)
    await house.lawyer.says("内部备注砗磲")
    await house.lawyer.waits_for("内部备注（")
    await steps.settled(house)
    return number


async def test_a_misrouted_report_goes_over_and_nothing_of_it_is_left(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_house(folder) as house:
        desk = await Desk(house).sit()
        number = await misrouted(house)
        shown = await stage(house, desk.registry, number)
        await steps.push(desk.registry, "转保密渠道", message_id=shown.id)
        sure = await desk.registry.waits_for("转到保密渠道？", after=shown.id)
        await steps.push(desk.registry, "转过去", message_id=sure.id)
        await desk.registry.waits_for("这边不再有这件事", after=sure.id)
        moved = await house.zhang.waits_for("转到更稳妥的保密地方")
        card = await house.lawyer.waits_for("收起来了", chat=GROUP)
        assert number not in card.text and not card.rows
        rows = await steps.ask(house, _everything)
        assert number not in rows and "DISC" not in rows
        confided = ("砗磲", "珊瑚")
        await house.sandbox.until(lambda: not any(word in house.lawyer.screen() for word in confided))
        code = sealed.code_in(moved)
        assert "珊瑚" in (await sealed.comes_back(house.zhang, code)).text
        await sealed.opens(house.officer)
        told = "\n".join(seen.text for seen in house.officer.sees())
        assert MISROUTED in told and "内部备注砗磲" in told and number not in told
        assert await steps.ask(house, lambda r: r.audit.head().act) == "sealed"
    log = capsys.readouterr()
    words = ("珊瑚", "砗磲", code)
    assert found(words, files_of(folder) + backup_of(folder) + (log.err + log.out).encode()) == []


async def test_the_owner_moves_it_by_their_own_choice_and_others_cannot(house: House) -> None:
    number = await misrouted(house)
    await house.chen.starts()
    asks, says_yes = f"x|act|{number}|seal", f"x|seal_yes|{number}"
    for somebody, press, answer in (
        (house.lawyer, asks, "走不了"), (house.lawyer, says_yes, "没有这个案件"),
        (house.chen, asks, "没有这个案件"), (house.chen, says_yes, "没有这个案件"),
    ):  # fmt: skip
        assert answer in await steps.forge(somebody, press)
    assert not await steps.ask(house, lambda r: r.cases.is_free(number)), "a mediator may not either"
    shown = await own_stage(house.zhang, number)
    await steps.push(house.zhang, "转保密渠道", message_id=shown.id)
    sure = await house.zhang.waits_for("转到保密渠道？", after=shown.id)
    await steps.push(house.zhang, "转过去", message_id=sure.id)
    await house.zhang.waits_for("转到更稳妥的保密地方", after=sure.id)
    assert await steps.ask(house, lambda r: r.cases.is_free(number))
    assert "没有这个案件" in await steps.forge(house.zhang, f"x|seal_yes|{number}"), "once and no more"
