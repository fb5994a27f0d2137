"""A paper that was sent, as it is kept: with its hash, by whom and when."""

from dataclasses import dataclass
from datetime import datetime

from mediation.model.procedure.paper import Paper


class PaperChanged(RuntimeError):
    """What is kept is not what was sent: its hash is another one."""


@dataclass(frozen=True, slots=True)
class SentPaper:
    """`digest` is the hash of the canonical text when it was sent; `sent_by` the person who signed."""

    id: int
    case_number: str
    paper: Paper
    digest: str
    sent_by: int
    sent_at: datetime
