"""Roles that were granted: a reminder before the end; at the end the work goes to others."""

from datetime import timedelta

from bot.outbound.jobs.job import AT_ONCE, Job, once
from mediation.cases.life_table import LifeTable
from storage.operations.departure import act_on_due_grants


def access_job(life: LifeTable, claim_within: timedelta) -> Job:
    """A case that is given back at the end of a role is to be claimed anew within this time."""
    act = once(lambda r: act_on_due_grants(r, life, claim_within, AT_ONCE))
    return Job("access", act, lambda r: r.grants.next_due())
