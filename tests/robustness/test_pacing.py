"""With Telegram's limits on, our pace never provokes a 429. Time runs fast here: see ``FastLoop``."""

import asyncio
import selectors
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.outbound.letter_writer import LetterWriter
from bot.outbound.outbox_worker import OutboxWorker
from bot.outbound.sender import Sender
from bot.sandbox import Limits, Sandbox, SandboxOptions
from bot.wording.catalogue import Wording
from mediation.model.cases.case import Notice
from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from tests.conftest import BOT
from tests.fakes.clock import Clock

GROUP = -1001000000001
FIRST_CHAT = 60_001


class _FastSelector(selectors.DefaultSelector):
    def __init__(self, speed: float) -> None:
        super().__init__()
        self._speed = speed

    def select(self, timeout: float | None = None) -> Any:
        return super().select(timeout / self._speed if timeout else timeout)


class FastLoop(asyncio.SelectorEventLoop):
    """An event loop whose seconds pass quickly: sleeps and limiters follow it, the network is real."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        super().__init__(_FastSelector(speed))

    def time(self) -> float:
        return super().time() * self._speed


class Post:
    """Sandbox with its limits on, real sender and outbox; ``admitted`` is when what was let through."""

    def __init__(self, folder: Path, speed: float) -> None:
        loop = asyncio.get_running_loop()
        self.clock: Callable[[], float] = loop.time
        self.database = Database(open_engine(f"sqlite:///{folder / 'xinqiao.db'}", "NORMAL"), BOT, Clock())
        self.sandbox = Sandbox(SandboxOptions(clock=loop.time))
        self.admitted: list[tuple[float, int]] = []
        self.refused = 0
        self._admit = self.sandbox.world.flood.admit
        self.sandbox.world.flood.admit = self.admit  # type: ignore[method-assign]

    def admit(self, chat_id: int, **kind: Any) -> None:
        """Counts, then does what the sandbox does."""
        try:
            self._admit(chat_id, **kind)
        except Exception:
            self.refused += 1
            raise
        self.admitted.append((self.clock(), chat_id))

    async def meet(self, count: int) -> list[int]:
        """So many people who have started the bot; their ids in the store."""
        chats = range(FIRST_CHAT, FIRST_CHAT + count)
        for chat in chats:
            self.sandbox.add_person(chat, str(chat), started=True)
        return await self.database.run(lambda r: [r.people.meet(chat, r.now) for chat in chats])

    async def send(self, letters: list[Notice], **pace: float) -> None:
        """Post them all at once and wait until all have arrived."""
        settings = {"overall_per_second": 25.0, "group_per_minute": 18.0} | pace
        sender = Sender(self.sandbox.token, self.sandbox.base_url, **settings)
        writer = LetterWriter(Wording(), GROUP, ZoneInfo("Asia/Shanghai"))
        outbox_worker = OutboxWorker(self.database, writer, sender, Clock(), 16, 3, 8)
        await sender.start()
        await self.database.run(lambda r: [r.outbox.post(letter) for letter in letters])
        running = asyncio.create_task(outbox_worker.run())
        await self.sandbox.until(lambda: len(self.admitted) == len(letters) or self.refused, 3600)
        outbox_worker.stop()
        await running
        await sender.stop()

    def most_within(self, seconds: float, chat: int | None = None) -> int:
        """The most that was let through in any such stretch of time."""
        times = [at for at, to in self.admitted if chat in (None, to)]
        return max(sum(start <= at < start + seconds for at in times) for start in times)


def letter(to: int | None) -> Notice:
    return Notice(to=to, kind="campaign_running", facts={"campaign_id": "x", "title": "x", "count": 1})


@pytest.fixture
def run(sqlite_url: str, tmp_path: Path) -> Callable[..., Post]:
    """Run a scene in a loop of this speed."""

    def running(scene: Callable[[Post], Awaitable[None]], speed: float) -> Post:
        async def main() -> Post:
            post = Post(tmp_path, speed)
            async with post.sandbox:
                await scene(post)
            post.database.close()
            return post

        with asyncio.Runner(loop_factory=lambda: FastLoop(speed)) as runner:
            return runner.run(main())

    return running


def test_sixty_posts_to_the_group_and_letters_to_people_provoke_no_429(run: Callable[..., Post]) -> None:
    async def scene(post: Post) -> None:
        people = await post.meet(30)
        await post.send([letter(None) for _ in range(60)] + [letter(person) for person in people * 2])

    post = run(scene, speed=60)
    assert post.refused == 0
    assert len(post.admitted) == 120
    assert post.most_within(60, GROUP) <= 18


def test_many_people_at_once_stay_under_the_overall_limit(run: Callable[..., Post]) -> None:
    async def scene(post: Post) -> None:
        await post.send([letter(person) for person in await post.meet(60)])

    post = run(scene, speed=1)
    assert post.refused == 0
    assert post.most_within(1) <= 26


def test_a_long_story_to_one_person_stays_under_one_a_second(run: Callable[..., Post]) -> None:
    async def scene(post: Post) -> None:
        (person,) = await post.meet(1)
        await post.send([letter(person) for _ in range(30)])

    post = run(scene, speed=20)
    assert post.refused == 0
    assert Counter(to for _, to in post.admitted) == {FIRST_CHAT: 30}
    assert post.most_within(10) <= 14


def test_without_our_pace_the_limits_would_be_hit(run: Callable[..., Post]) -> None:
    async def scene(post: Post) -> None:
        await post.send([letter(None) for _ in range(21)], group_per_minute=0)

    assert run(scene, speed=60).refused > 0


def test_the_sandbox_limits_are_those_of_telegram() -> None:
    limits = Limits()
    assert (limits.chat_per_second, limits.group_per_minute, limits.overall_per_second) == (1.0, 20, 30)
