"""The whole story, played on the sandbox: told, filed, claimed, talked about, solved, rated."""

from collections.abc import Callable
from functools import partial

from bot.app.lifecycle import App
from bot.commands.service.campaign import CampaignFile, launch
from bot.sandbox import Person, Sandbox, Seen

GROUP = -1001000000001
Print = Callable[[str], None]


class Transcript:
    """Prints what each side sees, as it happens."""

    def __init__(self, out: Print) -> None:
        self._out = out

    def says(self, who: Person, what: str) -> None:
        """Somebody writes or presses."""
        self._out(f"  {who.name} → {what}")

    def sees(self, who: Person, seen: Seen, where: str = "") -> Seen:
        """Somebody reads."""
        text = seen.text.replace("\n", "\n      ")
        self._out(f"  {who.name}{where} ← {text}")
        for row in seen.rows:
            self._out("      " + " ".join(f"[{button.text}]" for button in row))
        return seen

    def act(self, title: str) -> None:
        """A new act."""
        self._out(f"\n── {title} ──")


async def play(sandbox: Sandbox, app: App, out: Print) -> None:
    """Play it and print both sides; raises when anything on the way does not happen."""
    show = Transcript(out)
    zhang, lawyer = sandbox.person("小张"), sandbox.person("李律师")
    await _everybody_starts(sandbox)
    show.act("第一屏 / the first screen")
    show.sees(zhang, await zhang.waits_for("我是信桥"))
    await _tell(show, zhang)
    number = await _file(show, zhang)
    await _claim(show, lawyer, number)
    await _talk(show, zhang, lawyer)
    await _end(show, zhang, lawyer)
    await _law(show, zhang)
    await _campaign(show, sandbox, app)
    out("\n演完了 / the end")


async def _everybody_starts(sandbox: Sandbox) -> None:
    for name in ("小张", "老陈", "李律师", "王老师", "赵姐", "周主任"):
        person = sandbox.person(name)
        await person.starts()
        await person.waits_for("我是信桥")


async def _press(show: Transcript, who: Person, words: str, chat: int | None = None) -> None:
    show.says(who, f"[{words}]")
    press = await who.presses(words, chat=chat)
    await who.notice(press)


async def _tell(show: Transcript, zhang: Person) -> None:
    show.act("小张说事 / a concern is told")
    await _press(show, zhang, "我有事要说")
    show.sees(zhang, await zhang.waits_for("用您自己的话说"))
    for text in ("队长把我三个月的夜班费扣了", "说是考核不合格，考核表从来没给我看过"):
        show.says(zhang, text)
        sent = await zhang.says(text)
        await zhang.waits_for("收到，一共", after=sent.id)
    await zhang.sends("photo", caption="排班表")
    show.says(zhang, "（一张照片：排班表）")
    show.sees(zhang, await zhang.waits_for("一共 3 条"))
    await _press(show, zhang, "说完了")
    for question, answer in (
        ("大概是什么时候", "九月到十一月"),
        ("在哪里发生", None),
        ("希望怎么解决", "把夜班费补给我"),
    ):
        if not any(question in seen.text for seen in zhang.sees()[-2:]):
            continue
        show.sees(zhang, await zhang.waits_for(question))
        if answer is None:
            await _press(show, zhang, "跳过")
        else:
            show.says(zhang, answer)
            await zhang.says(answer)
            await zhang.waits_for(partial(_goes_on, question), after=zhang.last().id)


def _goes_on(question: str, seen: Seen) -> bool:
    return question not in seen.text and bool(seen.rows)


async def _file(show: Transcript, zhang: Person) -> str:
    show.act("读一遍，登记 / read back and filed")
    while not any("我猜是这几类" in seen.text or "全部类别" in seen.text for seen in zhang.sees()[-1:]):
        await _press(show, zhang, "跳过")
    show.sees(zhang, await zhang.waits_for("您来定"))
    await _press(show, zhang, "工资·加班·绩效")
    await _press(show, zhang, "就这些")
    show.sees(zhang, await zhang.waits_for("想让哪类人"))
    await _press(show, zhang, "律师")
    show.sees(zhang, await zhang.waits_for("匿名还是留名"))
    await _press(show, zhang, "匿名")
    show.sees(zhang, await zhang.waits_for("请您读一遍"))
    await _press(show, zhang, "登记")
    receipt = show.sees(zhang, await zhang.waits_for("回执码"))
    return receipt.text.partition("编号：")[2].split()[0]


async def _claim(show: Transcript, lawyer: Person, number: str) -> None:
    show.act("群里的卡片，李律师接手 / claimed from the group")
    show.sees(lawyer, await lawyer.waits_for(number, chat=GROUP), "（群）")
    await _press(show, lawyer, "我来接", chat=GROUP)
    show.sees(lawyer, await lawyer.waits_for("在办", chat=GROUP), "（群）")
    show.sees(lawyer, await lawyer.waits_for("当前案件"))
    show.sees(lawyer, await lawyer.waits_for("考核表从来没给我看过"))


async def _talk(show: Transcript, zhang: Person, lawyer: Person) -> None:
    show.act("通过信桥说话 / they talk through the bot")
    show.sees(zhang, await zhang.waits_for("接手了您的事"))
    words = "律师您好，考核表能要到吗"
    show.says(zhang, words)
    await zhang.says(words)
    show.sees(lawyer, await lawyer.waits_for(words))
    note = "先问劳资要九月的考核记录"
    show.says(lawyer, note)
    await lawyer.says(note)
    show.sees(lawyer, await lawyer.waits_for("内部备注（"))
    answer = "可以的。单位扣绩效要有制度和记录，我去要，三天内答复您。"
    show.says(lawyer, answer)
    said = await lawyer.says(answer)
    await lawyer.waits_for("内部备注（", after=said.id)
    await _press(show, lawyer, "转给当事人")
    show.sees(zhang, await zhang.waits_for("三天内答复您"))
    assert not any(note in seen.text for seen in zhang.sees()), "an internal note reached the owner"


async def _end(show: Transcript, zhang: Person, lawyer: Person) -> None:
    show.act("结果和评价 / the result and the rating")
    await _press(show, lawyer, "写结果")
    await lawyer.waits_for("谈成了什么")
    result = "劳资同意补发九月至十一月夜班费，随十二月工资发放；考核表今后当面签字。"
    show.says(lawyer, result)
    await lawyer.says(result)
    await lawyer.waits_for("请读一遍")
    await _press(show, lawyer, "发给当事人")
    show.sees(zhang, await zhang.waits_for("有结果了"))
    await _press(show, zhang, "★★★★★")
    show.sees(zhang, await zhang.waits_for("谢谢您"))
    show.sees(lawyer, await lawyer.waits_for("已办结", chat=GROUP), "（群）")


async def _law(show: Transcript, zhang: Person) -> None:
    show.act("查法规 / an article is looked up")
    show.says(zhang, "/law 民法典1254条")
    sent = await zhang.says("/law 民法典1254条")
    seen = await zhang.waits_for(
        lambda s: "第一千二百五十四条" in s.text or "法规库还没有装好" in s.text, after=sent.id
    )
    show.sees(zhang, seen)


async def _campaign(show: Transcript, sandbox: Sandbox, app: App) -> None:
    show.act("普法消息 / a campaign")
    chen = sandbox.person("老陈")
    show.says(chen, "/subscribe")
    await chen.says("/subscribe")
    await chen.waits_for("有普法消息会发给您")
    wanted = CampaignFile(
        id="demo",
        title="高空抛物谁负责",
        text="楼上掉东西砸了人怎么办？发“民法典1254”给我看原文。",
        button_text=None,
        button_url=None,
    )
    await app.database.run(lambda r: launch(r, wanted))
    app.outbox_worker.wake()
    show.sees(chen, await chen.waits_for("高空抛物谁负责"))
