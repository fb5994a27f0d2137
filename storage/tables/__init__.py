"""All tables. Importing this package is what makes ``SQLModel.metadata`` complete."""

from storage.tables.audit import AuditRow
from storage.tables.campaigns import CampaignRow, RecipientRow, SubscriptionRow
from storage.tables.care import CareNoteRow, CareRow
from storage.tables.cases import CardRow, CaseRow, ClockRow, EventRow, IdentityRow
from storage.tables.grants import AdminCodeRow, GrantRow
from storage.tables.lane import CallRow, CallWordsRow, ShiftRow
from storage.tables.mail import InboxRow, OutboxRow
from storage.tables.masks import UnmaskingRow
from storage.tables.matters import DeadlineRow, MatterRow
from storage.tables.organisation import OrgDepartmentRow, OrgPersonRow, OrgRoleRow, OrgUnitRow
from storage.tables.papers import PaperDraftRow, PaperRow
from storage.tables.people import AttemptRow, ContactRow, DialogStateRow, PersonRow, SeatRow, StaffRow
from storage.tables.questions import AnsweredCardRow, QuestionEventRow, QuestionRow, QuestionWishRow
from storage.tables.repeats import CaseLinkRow, JointRow, RepresentativeRow, SignatureRow
from storage.tables.rights import ComplaintRow, ConsentRow, ErasedRow, HoldRow, StatisticRow
from storage.tables.talk import DraftPartRow, DraftRow, PlacementRow, SaidRow, SaidVersionRow
from storage.tables.vault import VaultKeyRow

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
