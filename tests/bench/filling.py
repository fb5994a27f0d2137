"""Fills a store with claimed cases for the benchmarks."""

import asyncio
import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mediation.cases.filing import Concern, file_concern
from mediation.cases.life_table import read_table
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import StaffMember
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import ReceiptCode, hash_code
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords
from storage.vault.key_register import vault_for_database
from storage.vault.keys import read_keys
from tests.bench.stub import BOT

OWNER, STAFF = 100_000, 900_000
KEY = base64.b64encode(bytes(32)).decode()
"""The bot that is measured runs in another process, and needs the same one."""
CODE = ReceiptCode("0000", hash_code("0000"))


def claimed_pairs(folder: Path, pairs: int, plain: bool = False) -> list[int]:
    """As many owners as mediators, each pair in one claimed case; returns the owners' chats."""
    engine = open_engine(f"sqlite:///{folder}/bench.db")
    upgrade(engine)
    vault = vault_for_database(engine, None if plain else read_keys(KEY), datetime.now(UTC))
    database = Database(engine, BOT, lambda: datetime.now(UTC), vault)
    table = read_table()

    def fill(records: SqlRecords) -> None:
        for i in range(pairs):
            owner = records.people.meet(OWNER + i, records.now)
            staff = records.people.meet(STAFF + i, records.now)
            records.people.set_staff(StaffMember(person_id=staff, duty="lawyer", name=f"L{i}"))
            concern = Concern([(Content(text="x"), None)], {}, "WAGE")
            number = file_concern(records, owner, concern, CODE, timedelta(hours=1)).number
            actor = Actor(staff, records.people.staff(staff))
            apply_move(records, table, number, "claim", actor, timedelta(hours=1))
            records.people.sit_down(owner, number)
            records.people.sit_down(staff, number)

    async def run() -> None:
        await database.run(fill)
        await database.run(lambda r: [r.outbox.finish(one, "sent") for one in r.outbox.due(r.now, 10**6)])
        database.close()

    asyncio.run(run())
    return [OWNER + i for i in range(pairs)]
