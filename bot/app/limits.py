"""What one person may do in a while, as the settings say."""

from datetime import timedelta

from bot.dialogs.limits.allowances import Allowances
from bot.settings import Settings
from mediation.messages.allowance import Allowance, Echo


def make_allowances(settings: Settings) -> Allowances:
    """Fresh counters."""
    limits = settings.limits
    return Allowances(
        messages=Allowance(limits.messages_a_minute, timedelta(minutes=1), "messages"),
        presses=Allowance(limits.presses_a_minute, timedelta(minutes=1), "presses"),
        group_messages=Allowance(limits.group_messages_a_minute, timedelta(minutes=1), "group_messages"),
        law_questions=Allowance(limits.law_questions_a_minute, timedelta(minutes=1), "law_questions"),
        files=Allowance(limits.files_an_hour, timedelta(hours=1), "files"),
        # no name: the ordinary store must not know that somebody reports
        sealed_reports=Allowance(limits.sealed_reports_a_day, timedelta(days=1)),
        filings_a_day=limits.filings_a_day,
        texts=Echo(timedelta(minutes=limits.same_text_minutes)),
    )
