"""All tables. Importing this package is what makes ``SQLModel.metadata`` complete."""

from storage.tables.cases.care import CareNoteRow, CareRow
from storage.tables.cases.cases import CardRow, CaseRow, ClockRow, EventRow, IdentityRow
from storage.tables.cases.crisis import CallRow, CallWordsRow, ShiftRow
from storage.tables.cases.messages import DraftPartRow, DraftRow, PlacementRow, SaidRow, SaidVersionRow
from storage.tables.cases.papers import PaperDraftRow, PaperRow
from storage.tables.cases.procedure import DeadlineRow, MatterRow
from storage.tables.cases.questions import AnsweredCardRow, QuestionEventRow, QuestionRow, QuestionWishRow
from storage.tables.cases.related import CaseLinkRow, JointRow, RepresentativeRow, SignatureRow
from storage.tables.people.access import AdminCodeRow, GrantRow
from storage.tables.people.campaigns import CampaignRow, RecipientRow, SubscriptionRow
from storage.tables.people.organisation import OrgDepartmentRow, OrgPersonRow, OrgRoleRow, OrgUnitRow
from storage.tables.people.people import AttemptRow, ContactRow, DialogStateRow, PersonRow, SeatRow, StaffRow
from storage.tables.people.privacy import ComplaintRow, ConsentRow, ErasedRow, HoldRow, StatisticRow
from storage.tables.people.unmasking import UnmaskingRow
from storage.tables.service.audit import AuditRow
from storage.tables.service.mail import InboxRow, OutboxRow
from storage.tables.service.vault import VaultKeyRow

__all__ = [
    "AdminCodeRow",
    "AnsweredCardRow",
    "AttemptRow",
    "AuditRow",
    "CallRow",
    "CallWordsRow",
    "CampaignRow",
    "CardRow",
    "CareNoteRow",
    "CareRow",
    "CaseLinkRow",
    "CaseRow",
    "ClockRow",
    "ComplaintRow",
    "ConsentRow",
    "ContactRow",
    "DeadlineRow",
    "DialogStateRow",
    "DraftPartRow",
    "DraftRow",
    "ErasedRow",
    "EventRow",
    "GrantRow",
    "HoldRow",
    "IdentityRow",
    "InboxRow",
    "JointRow",
    "MatterRow",
    "OrgDepartmentRow",
    "OrgPersonRow",
    "OrgRoleRow",
    "OrgUnitRow",
    "OutboxRow",
    "PaperDraftRow",
    "PaperRow",
    "PersonRow",
    "PlacementRow",
    "QuestionEventRow",
    "QuestionRow",
    "QuestionWishRow",
    "RecipientRow",
    "RepresentativeRow",
    "SaidRow",
    "SaidVersionRow",
    "SeatRow",
    "ShiftRow",
    "SignatureRow",
    "StaffRow",
    "StatisticRow",
    "SubscriptionRow",
    "UnmaskingRow",
    "VaultKeyRow",
]
