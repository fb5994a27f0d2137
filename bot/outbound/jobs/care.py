"""Agreements on care: the helper is reminded, others are asked anew, or it is over."""

from datetime import tzinfo

from bot.outbound.jobs.job import AT_ONCE, Job, in_batches
from mediation.care.contacts import remind


def care_job(zone: tzinfo) -> Job:
    """Its last day is one of business time."""
    return Job("care", in_batches(lambda r: remind(r, zone, AT_ONCE)), lambda r: r.care.next_due())
