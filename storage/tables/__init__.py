"""All tables. Importing this package is what makes ``SQLModel.metadata`` complete."""

from storage.tables.audit import AuditRow
from storage.tables.campaigns import CampaignRow, RecipientRow, SubscriptionRow
from storage.tables.cases import CardRow, CaseRow, ClockRow, EventRow, IdentityRow
from storage.tables.mail import InboxRow, OutboxRow
from storage.tables.matters import DeadlineRow, MatterRow
from storage.tables.organisation import OrgDepartmentRow, OrgPersonRow, OrgRoleRow, OrgUnitRow
from storage.tables.people import AttemptRow, ContactRow, DialogStateRow, PersonRow, SeatRow, StaffRow
from storage.tables.questions import AnsweredCardRow, QuestionEventRow, QuestionRow, QuestionWishRow
from storage.tables.talk import DraftPartRow, DraftRow, PlacementRow, SaidRow, SaidVersionRow
from storage.tables.vault import VaultKeyRow

__all__ = [
    "AnsweredCardRow",
    "AttemptRow",
    "AuditRow",
    "CampaignRow",
    "CardRow",
    "CaseRow",
    "ClockRow",
    "ContactRow",
    "DeadlineRow",
    "DialogStateRow",
    "DraftPartRow",
    "DraftRow",
    "EventRow",
    "IdentityRow",
    "InboxRow",
    "MatterRow",
    "OrgDepartmentRow",
    "OrgPersonRow",
    "OrgRoleRow",
    "OrgUnitRow",
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
    "VaultKeyRow",
]
