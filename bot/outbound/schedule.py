"""The jobs of the scheduler; this list is the only place that knows them all."""

from datetime import timedelta, tzinfo

from bot.outbound.jobs.access import access_job
from bot.outbound.jobs.care import care_job
from bot.outbound.jobs.claims import claims_job
from bot.outbound.jobs.crisis import crisis_job
from bot.outbound.jobs.deadlines import deadlines_job
from bot.outbound.jobs.job import Job
from bot.outbound.jobs.unmasking import unmasking_job
from mediation.cases.life_table import LifeTable
from mediation.deadlines.rules import ClockTable


def every_job(
    clocks: ClockTable, life: LifeTable, zone: tzinfo, supervisor_after: timedelta, claim_within: timedelta
) -> tuple[Job, ...]:
    """In the order in which they are done. ``zone`` is where business days begin and end."""
    return (
        claims_job(supervisor_after),
        crisis_job(zone),
        deadlines_job(clocks, zone),
        care_job(zone),
        # before the roles: what has run out by itself is noted as over, not as ended by somebody's leaving
        unmasking_job(),
        # last: a role that ends hands over what the jobs before have left open
        access_job(life, claim_within),
    )
