"""Names that were asked for or shown: asks lapse, looks end, the owner is told."""

from bot.outbound.jobs.job import AT_ONCE, Job, once
from mediation.unmasking.ending import act_on_due


def unmasking_job() -> Job:
    """Looks at everything that is open, so that it is run once and not in batches."""
    return Job("unmasking", once(lambda r: act_on_due(r, AT_ONCE)), lambda r: r.unmaskings.next_due())
