"""Calls on the crisis lane: the next person is rung where nobody came; the lane is tested once a day."""

from datetime import tzinfo

from bot.outbound.jobs.job import Job, once
from mediation.crisis.duty import drill, drill_is_due
from mediation.crisis.lane import ring_due
from storage.unit_of_work.records import SqlRecords


def crisis_job(zone: tzinfo) -> Job:
    """The day of the test is one of business time."""

    def act(records: SqlRecords) -> int:
        rung = ring_due(records)
        if drill_is_due(records, records.now.astimezone(zone)):
            rung += drill(records) is not None
        return rung

    return Job("crisis", once(act), lambda r: r.lane.next_due())
