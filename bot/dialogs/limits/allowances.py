"""The limits of one person."""

from dataclasses import dataclass, field

from mediation.messages.allowance import Allowance, Echo


@dataclass(frozen=True)
class Allowances:
    """How much one person may do in a while; 0 everywhere is no limit."""

    messages: Allowance = field(default_factory=Allowance)
    presses: Allowance = field(default_factory=Allowance)
    group_messages: Allowance = field(default_factory=Allowance)
    law_questions: Allowance = field(default_factory=Allowance)
    files: Allowance = field(default_factory=Allowance)
    sealed_reports: Allowance = field(default_factory=Allowance)
    filings_a_day: int = 0
    texts: Echo = field(default_factory=Echo)

    def counted(self) -> tuple[Allowance, ...]:
        """Every counter."""
        written = self.messages, self.presses, self.group_messages
        return *written, self.law_questions, self.files, self.sealed_reports
