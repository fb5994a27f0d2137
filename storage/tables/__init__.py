"""All tables. Importing this package is what makes ``SQLModel.metadata`` complete."""

from storage.tables.campaigns import CampaignRow, RecipientRow, SubscriptionRow
from storage.tables.cases import CardRow, CaseRow, ClockRow, EventRow, IdentityRow
from storage.tables.mail import InboxRow, OutboxRow
from storage.tables.people import AttemptRow, ContactRow, DialogStateRow, PersonRow, SeatRow, StaffRow
from storage.tables.talk import DraftPartRow, DraftRow, PlacementRow, SaidRow, SaidVersionRow

__all__ = [
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
    "RecipientRow",
    "SaidRow",
    "SaidVersionRow",
    "SeatRow",
    "StaffRow",
    "SubscriptionRow",
]
