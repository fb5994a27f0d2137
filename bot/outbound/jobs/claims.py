"""Cases that nobody has taken in time: the group is reminded, then a supervisor."""

from datetime import timedelta
from functools import partial

from bot.outbound.jobs.job import Job
from mediation.cases.moves import claim_overdue
from storage.procedure.clocks import Due
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


def claims_job(supervisor_after: timedelta) -> Job:
    """Each clock in a transaction of its own: one that cannot be acted on undoes none of the others."""

    async def run(database: Database) -> int:
        due = await database.run(lambda r: r.clocks.due(r.now))
        for clock in due:
            await database.run(partial(_act, clock=clock, supervisor_after=supervisor_after))
        return len(due)

    return Job("claims", run, lambda r: r.clocks.next_due())


def _act(records: SqlRecords, clock: Due, supervisor_after: timedelta) -> None:
    if records.clocks.is_due(clock.case_number, clock.kind, records.now):
        claim_overdue(records, clock.case_number, supervisor_after)
