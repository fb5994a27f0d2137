"""All tables. Importing this package is what makes ``SQLModel.metadata`` complete."""

from storage.tables.campaigns import CampaignRow, RecipientRow, SubscriptionRow
from storage.tables.cases import CardRow, CaseRow, ClockRow, EventRow, IdentityRow
from storage.tables.mail import InboxRow, OutboxRow
from storage.tables.people import AttemptRow, ContactRow, DialogStateRow, PersonRow, SeatRow, StaffRow
from storage.tables.questions import AnsweredCardRow, QuestionEventRow, QuestionRow, QuestionWishRow
from storage.tables.talk import DraftPartRow, DraftRow, PlacementRow, SaidRow, SaidVersionRow

__all__ = [
    "AnsweredCardRow",
    "AttemptRow",
    "CampaignRow",
    "CardRow",
    "CaseRow",
    "ClockRow",
    "ContactRow",
    "DialogStateRow",
    "DraftPartRow",
    "DraftRow",
    "EventRow",
    "IdentityRow",
    "InboxRow",
    "OutboxRow",
    "PersonRow",
    "PlacementRow",
    "QuestionEventRow",
    "QuestionRow",
    "QuestionWishRow",
    "RecipientRow",
    "SaidRow",
    "SaidVersionRow",
    "SeatRow",
    "StaffRow",
    "SubscriptionRow",
]
