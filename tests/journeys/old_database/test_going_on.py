"""Whoever was in the middle of something when the old program ended goes on with it in the new one."""

from tests.house import House
from tests.journeys import steps
from tests.journeys.procedure.procedure_steps import own_stage, stage, state_of, takes
from tests.journeys.sealed import sealed_steps as sealed
from tests.journeys.unmasking.unmasking_steps import NAME
from tests.old_house import ClockSince, fact, old_message


async def test_an_employee_halfway_through_the_intake_files_what_was_told_before(old_house: House) -> None:
    who = old_house.sandbox.person("林小满")
    window = old_message(who, "我猜是这几类")
    for words in ("就这些", "都可以", "匿名", "登记"):
        await steps.push(who, words, message_id=window)
    receipt = await who.waits_for("已登记", after=window)
    number = receipt.text.partition("编号：")[2].split()[0]
    await steps.claims(old_house, old_house.lawyer, number)
    await old_house.lawyer.waits_for(lambda seen: seen.text == steps.STORY, after=window)
    await old_house.lawyer.waits_for(lambda seen: seen.kind == "photo" and seen.text == "工资条")


async def test_a_sealed_report_begun_before_takes_the_next_words_and_is_filed(old_house: House) -> None:
    who = old_house.sandbox.person("秋知远")
    more = await who.says("上周又卖了一台")
    heard = await who.waits_for("一共 2 条", after=more.id)
    await steps.push(who, "说完了", message_id=heard.id)
    await steps.push(who, "跳过", message_id=(await who.waits_for("说的是谁", after=heard.id)).id)
    page = await who.waits_for("请您读一遍", after=heard.id)
    assert "私卖叉车琥珀" in page.text and "又卖了一台" in page.text
    await steps.push(who, "交上去", message_id=page.id)
    assert sealed.code_in(await who.waits_for("取件码", after=page.id))


async def test_a_code_handed_out_before_opens_the_report_and_its_answer(old_house: House) -> None:
    shown = await sealed.comes_back(old_house.sandbox.person("何冬青"), fact("code"))
    assert "请问转账是哪一天" in shown.text
    await old_house.sandbox.person("何冬青").says("十月初三")
    await old_house.sandbox.person("何冬青").waits_for("加进去了")
    await sealed.opens(old_house.officer)
    assert any("十月初三" in seen.text for seen in old_house.officer.sees())


async def test_an_answer_to_an_old_message_lands_on_it_on_the_other_side(old_house: House) -> None:
    copy = old_message(old_house.lawyer, "考核表能要到吗")
    note = await old_house.lawyer.says("要到了，明天给您看", reply_to=copy)
    noted = await old_house.lawyer.waits_for("内部备注（", after=note.id)
    await steps.push(old_house.lawyer, "转给当事人", message_id=noted.id)
    answer = await old_house.zhang.waits_for(lambda seen: seen.text == note.text)
    assert answer.reply_to == old_message(old_house.zhang, "考核表能要到吗")


async def test_a_helper_who_was_asked_for_the_result_writes_it_and_sends_it(old_house: House) -> None:
    said = await old_house.counsellor.says("换到早班，班长当面道了歉")
    shown = await old_house.counsellor.waits_for("还没有发出去", after=said.id)
    await steps.push(old_house.counsellor, "发给当事人", message_id=shown.id)
    assert said.text in (await old_house.chen.waits_for("有结果了")).text
    assert (await steps.case_of(old_house, fact("writing"))).state == "resolved"


async def test_a_policy_officer_who_was_writing_an_answer_goes_on_writing_it(old_house: House) -> None:
    officer = old_house.sandbox.person("孙姐")
    said = await officer.says("先安排补休；安排不了，按两倍付。依据是第四十四条。")
    await officer.waits_for("出自哪几条", after=said.id)


async def test_an_opinion_written_before_is_signed_and_reaches_its_owner(old_house: House) -> None:
    head, owner = (old_house.sandbox.person(name) for name in ("马经理", "何冬青"))
    shown = await stage(old_house, head, fact("proceeding"))
    await takes(old_house, head, shown, "签发处理意见")
    told = await owner.waits_for("信访处理意见书")
    await steps.push(owner, "看全文", message_id=told.id)
    assert "考勤表上有二十二个高温日" in (await owner.waits_for("考勤表", after=told.id)).text
    await takes(old_house, owner, await own_stage(owner, fact("proceeding")), "处理意见收到了")
    assert await state_of(old_house, fact("proceeding")) == "decided"


async def test_a_deadline_that_was_running_is_still_warned_of(
    old_house: House, old_clock: ClockSince
) -> None:
    before = old_house.union.last().id
    old_clock.forward(days=61)
    old_house.app.scheduler.wake()
    warned = await old_house.union.waits_for(lambda seen: fact("proceeding") in seen.text, after=before)
    assert "2026-05-0" in warned.text


async def test_whoever_has_an_old_code_signs_the_joint_matter(old_house: House) -> None:
    page = next(seen for seen in old_house.zhang.sees() if "联名码：" in seen.text)
    code = page.text.partition("联名码：")[2].split()[0]
    signer = old_house.sandbox.person("郑微雨")
    start = await signer.says(f"/join {code}")
    shown = await signer.waits_for("您还没有联名", after=start.id)
    await steps.push(signer, "我也一样，联名", message_id=shown.id)
    await signer.waits_for("您联名的事", after=start.id)
    assert len(await steps.ask(old_house, lambda r: r.joints.signers(fact("talking")))) == 1


async def test_a_name_asked_for_before_is_granted_and_seen(old_house: House) -> None:
    wanted = old_message(old_house.supervisor, "想看")
    await steps.push(old_house.supervisor, "✅ 同意", message_id=wanted)
    granted = await old_house.lawyer.waits_for("姓名可以看了")
    await steps.push(old_house.lawyer, "看一次", message_id=granted.id)
    await old_house.lawyer.waits_for(NAME)
    await old_house.zhang.waits_for("看过您的姓名")


async def test_an_owner_finds_an_old_closed_case_with_its_result(old_house: House) -> None:
    owner = old_house.sandbox.person("吴晴川")
    sent = await owner.says("/cases")
    listed = await owner.waits_for(lambda seen: seen.button(fact("closed")) is not None, after=sent.id)
    await steps.push(owner, fact("closed"), message_id=listed.id)
    await owner.waits_for("后勤同意换到三号楼", after=sent.id)


async def test_an_agreement_given_before_is_still_known(old_house: House) -> None:
    kept = await steps.ask(old_house, lambda r: r.consents.of_case(fact("writing")))
    assert [one.holds for one in kept] == [True]
