"""Warnings of the deadlines of the formal procedure."""

from datetime import tzinfo

import structlog

from bot.outbound.jobs.job import AT_ONCE, Job, in_batches
from mediation.deadlines.rules import ClockTable
from mediation.procedure.warnings import warn_due
from storage.unit_of_work.records import SqlRecords

log = structlog.get_logger()


def deadlines_job(clocks: ClockTable, zone: tzinfo) -> Job:
    """A deadline of a kind that ``clocks`` does not have is kept, logged and not warned of."""

    def act(records: SqlRecords) -> int:
        result = warn_due(records, clocks, records.now, zone, AT_ONCE)
        if result.unknown:
            log.error("deadlines of unknown kinds are kept and not warned of", kinds=result.unknown)
        return result.looked

    return Job("deadlines", in_batches(act), lambda r: r.deadlines.next_due())
