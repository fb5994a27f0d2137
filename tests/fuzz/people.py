"""The whole bot, as Telegram and people reach it: broken updates, forged buttons, deep links, long walks."""

import json
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

from bot.dialogs.updates.admission import NotAnUpdate
from bot.dialogs.updates.webhook import SECRET_HEADER
from bot.sandbox import Person
from tests.fuzz.mutating import ODD, any_bytes, any_json, any_text
from tests.fuzz.target import Target
from tests.fuzz.visiting import CAST, SECRET, Visited, handled, visiting
from tests.house import GROUP, House
from tests.journeys.updates.test_forged_buttons import NAMES, ODD_DATA, ODD_VALUES, OWN_BUSINESS

COMMANDS = (
    "start", "tell", "law", "calc", "today", "quiz", "cases", "human", "follow", "subscribe", "unsubscribe",
    "desk", "privacy", "help", "care", "mydata", "join", "report", "say", "nonsense",
)  # fmt: skip
PAYLOADS = (
    "join_K7QF2MRD3X",
    "join_",
    "K7QF-2MRD",
    "1234 5678 9012 3456",
    "law",
    "民法典1254",
    "x|claim|K7QF-2MRD",
)


def _message(house: House, who: Person, chat: int) -> dict[str, Any]:
    card: dict[str, Any] = {"id": chat, "type": "private", "first_name": who.name}
    if chat == GROUP:
        card = {"id": chat, "type": "supergroup", "title": "调解员"}
    person = {"id": who.id, "is_bot": False, "first_name": who.name, "language_code": "zh-hans"}
    return {"message_id": 70_000, "date": 1_800_000_000, "from": person, "chat": card}


def _contents(dice: Random) -> dict[str, Any]:
    """What stands in a message besides its head."""
    file = {"file_id": "f1", "file_unique_id": "u1", "file_size": 1000}
    command = {"type": "bot_command", "offset": 0, "length": 5}
    return dice.choice(
        (
            {"text": any_text(dice)},
            {"text": any_text(dice), "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            {"text": f"/{dice.choice(COMMANDS)} {any_text(dice)}", "entities": [command]},
            {"photo": [{**file, "width": 90, "height": 90}], "caption": any_text(dice)},
            {
                "document": {**file, "file_name": "材料.pdf", "mime_type": "application/pdf"},
                "media_group_id": "7",
            },
            {"document": {**file, "file_name": "a.exe", "mime_type": "image/jpeg"}},
            {"voice": {**file, "duration": 3}},
            {"contact": {"phone_number": "13800000000", "first_name": "x"}},
            {"location": {"latitude": 31.2, "longitude": 121.5}},
            {"dice": {"emoji": "🎲", "value": 3}},
            {"migrate_to_chat_id": -100_777},
            {"new_chat_members": [{"id": 5, "is_bot": True, "first_name": "x"}]},
        )
    )


def real_update(house: House, dice: Random, update_id: int) -> dict[str, Any]:
    """A sound update of somebody of the house."""
    who: Person = getattr(house, dice.choice(CAST))
    message = _message(house, who, dice.choice((who.id, who.id, GROUP))) | _contents(dice)
    kind = dice.choice(
        ("message", "message", "edited_message", "callback_query", "my_chat_member", "inline_query")
    )
    event: dict[str, Any] = message
    if kind == "callback_query":
        data = forged_data(dice)
        event = {"id": "1", "from": message["from"], "chat_instance": "1", "data": data, "message": message}
    elif kind == "my_chat_member":
        sides = [{"user": message["from"], "status": status} for status in ("member", "left")]
        event = {key: message[key] for key in ("from", "chat", "date")}
        event |= {"old_chat_member": sides[0], "new_chat_member": sides[1]}
    elif kind == "inline_query":
        event = {"id": "1", "from": message["from"], "query": any_text(dice)[:256], "offset": ""}
    elif dice.random() < 0.2:
        message["reply_to_message"] = _message(house, who, who.id) | {"text": "早先的"}
    return {"update_id": update_id, kind: event}


async def _arrives(visited: Visited, dice: Random) -> None:
    """Changed in its shape, over the webhook or from a poll; what comes next is heard as ever."""
    update = any_json(dice, real_update(visited.house, dice, next(visited.ids)))
    visited.last = update
    if dice.random() < 0.5:
        with suppress(NotAnUpdate):
            await visited.house.app.updates.accept(update)
        return
    body = json.dumps(update, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")
    body = any_bytes(dice, body) if dice.random() < 0.3 else body
    secret = SECRET if dice.random() < 0.9 else any_text(dice).encode("ascii", "ignore").decode().strip()
    secret = "".join(ch for ch in secret if ch.isprintable())
    answer = await visited.client.post("/hook", data=body, headers={SECRET_HEADER: secret})
    assert answer.status in ((200, 400, 413) if secret == SECRET else (403,)), answer.status


def forged_data(dice: Random) -> str:
    """Callback data: of every button there is, with right and wrong values, or changed at random."""
    if dice.random() < 0.1:
        return dice.choice(ODD_DATA)
    name = dice.choice(sorted(set(NAMES) - OWN_BUSINESS))
    value = dice.choice(("", "1", "2", "{me}", "WAGE", "yes", "2026-11-24", *ODD_VALUES, *ODD))
    data = f"x|{name}|{dice.choice(('{number}', '{number}', 'K7QF-2MRD', '民法典', ''))}|{value}".rstrip("|")
    return any_text(dice, (data,)) if dice.random() < 0.3 else data


async def _is_pressed(visited: Visited, dice: Random) -> None:
    """By somebody whose case it is not, in private or under a card copied into another chat."""
    house, before = visited.house, await visited.kept()
    who: Person = getattr(house, dice.choice(("chen", "chen", "counsellor", "union")))
    data = forged_data(dice).replace("{number}", visited.number).replace("{me}", str(visited.me))
    visited.last = who.name, data
    await who.forges(data, _below(who))
    await handled(house)
    assert await visited.kept() == before, "a forged button changed somebody's case"


def _below(who: Person) -> int:
    """A message of the bot; where the first one has been taken away again, any."""
    return max((seen.id for seen in who.sees() if seen.from_bot), default=who.sees()[-1].id)


async def _opens_a_link(visited: Visited, dice: Random) -> None:
    """``/start`` and every other command with anything behind it."""
    before = await visited.kept()
    behind = any_text(dice, PAYLOADS).replace("\x00", "")
    text = f"/{dice.choice(('start', 'start', *COMMANDS))} {behind}"[:4096]
    visited.last = text
    await visited.house.chen.says(text)
    await handled(visited.house)
    assert await visited.kept() == before, "a link changed somebody's case"


async def _goes_on(visited: Visited, dice: Random) -> None:
    """One more step of whoever it is: a button that is there, words, a file, a command, an edit."""
    house = visited.house
    who: Person = getattr(house, dice.choice(CAST))
    staff = who.id in house.sandbox.world.chats[GROUP].members
    chat = GROUP if staff and dice.random() < 0.1 else None
    buttons = [(b.data, seen.id) for seen in who.sees(chat)[-6:] for b in seen.buttons if b.data]
    visited.last = who.name, seen_last(who, chat)
    match dice.randrange(10):
        case 0 | 1 | 2 | 3 if buttons:
            data, below = dice.choice(buttons)
            visited.last = who.name, data
            await who.forges(data, below, chat=chat)
        case 4 if buttons:
            data, below = dice.choice(buttons)
            visited.last = who.name, data = who.name, any_text(dice, (data,))
            await who.forges(data, below, chat=chat)
        case 5 if chat is None:
            await who.says(f"/{dice.choice(COMMANDS)}")
        case 6 if chat is None:
            await who.sends(
                dice.choice(("photo", "document", "voice", "sticker", "video")), caption=any_text(dice)[:900]
            )
        case 7:
            own = [
                seen.id for seen in who.sees(chat)[-8:] if seen.sender_id == who.id and seen.kind == "text"
            ]
            if own:
                await who.edits(dice.choice(own), _sayable(dice), chat=chat)
        case _:
            await who.says(_sayable(dice), chat=chat)
    await handled(house)


def seen_last(who: Person, chat: int | None) -> list[str]:
    """The last words on somebody's screen."""
    return [seen.text[:80] for seen in who.sees(chat)[-3:]]


def _sayable(dice: Random) -> str:
    text = any_text(dice)[:4096].encode("utf-8", "ignore").decode().replace("\x00", "")
    return text if text.strip() else "x"


def _target(name: str, promise: str, share: int, lasts: int, check: Any) -> Target:
    draw: Callable[[Random], Any] = lambda dice: Random(dice.random())  # noqa: E731
    return Target(f"bot: {name}", promise, share, draw, visiting(check), lasts)


TARGETS = (
    _target("updates", "stored or refused, handled to the end, no handler fails", 20, 400, _arrives),
    _target("forged buttons", "no handler fails, nobody's case is changed", 20, 400, _is_pressed),
    _target("links, commands", "no handler fails, nobody's case is changed", 10, 300, _opens_a_link),
    _target("long walks", "no handler fails, the store stays whole", 12, 300, _goes_on),
)
