"""Calls on the crisis line: the next person is rung where nobody came; the line is tested once a day."""

from datetime import tzinfo

from bot.outbound.jobs.job import Job, once
from mediation.crisis.calls import ring_due
from mediation.crisis.duty import drill, drill_is_due
from storage.unit_of_work.records import SqlRecords


def crisis_job(zone: tzinfo) -> Job:
    """The day of the test is one of business time."""

    def act(records: SqlRecords) -> int:
        rung = ring_due(records)
        if drill_is_due(records, records.now.astimezone(zone)):
            rung += drill(records) is not None
        return rung

    return Job("crisis", once(act), lambda r: r.calls.next_due())
