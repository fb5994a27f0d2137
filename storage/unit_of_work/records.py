"""Everything that one transaction can reach; implements ``mediation.model.records.Records``."""

from datetime import datetime

from sqlalchemy import Connection

from storage.access.grants import SqlGrants
from storage.audit.audit import SqlAudit
from storage.campaigns.campaigns import SqlCampaigns
from storage.care.care import SqlCare
from storage.cases.cases import SqlCases
from storage.cases.drafts import SqlDrafts
from storage.crisis.calls import SqlCalls
from storage.mail.inbox import SqlInbox
from storage.mail.message_map import SqlPlaces
from storage.mail.outbox import SqlOutbox
from storage.messages.talk import SqlTalk
from storage.organisation.organisation import SqlOrganisation
from storage.people.allowances import SqlAllowances
from storage.people.dialog_state import SqlDialogPlaces
from storage.people.people import SqlPeople
from storage.privacy.complaints import SqlComplaints
from storage.privacy.consents import SqlConsents
from storage.privacy.erasures import SqlErasures
from storage.privacy.holds import SqlHolds
from storage.privacy.own_data import SqlOwnData
from storage.privacy.removal import SqlCaseRemoval
from storage.procedure.clocks import SqlClocks
from storage.procedure.matters import SqlDeadlines, SqlMatters
from storage.procedure.papers import SqlPapers
from storage.questions.questions import SqlQuestions
from storage.related.joint import SqlJoints
from storage.related.repeats import SqlLinks, SqlStories
from storage.unmasking.unmaskings import SqlUnmaskings
from storage.vault.vault import Vault


class SqlRecords:
    """One transaction at one moment (``now``, aware UTC) for one bot; ``vault`` hides what is confided."""

    def __init__(self, connection: Connection, bot: int, now: datetime, vault: Vault) -> None:
        self.now = now
        self.bot = bot
        self.connection = connection
        self.audit = SqlAudit(connection, now)
        self.cases = SqlCases(connection, vault)
        self.people = SqlPeople(connection, bot, vault, now)
        self.allowances = SqlAllowances(connection)
        self.grants = SqlGrants(connection)
        self.talk = SqlTalk(connection, now, vault)
        self.outbox = SqlOutbox(connection, bot, now, self.audit, vault)
        self.inbox = SqlInbox(connection, now, vault)
        self.clocks = SqlClocks(connection)
        self.matters = SqlMatters(connection, vault)
        self.deadlines = SqlDeadlines(connection)
        self.calls = SqlCalls(connection, vault)
        self.papers = SqlPapers(connection, now, vault)
        self.drafts = SqlDrafts(connection, now, vault)
        self.places = SqlPlaces(connection, vault)
        self.dialog_places = SqlDialogPlaces(connection, now, vault)
        self.questions = SqlQuestions(connection, now)
        self.organisation = SqlOrganisation(connection)
        self.campaigns = SqlCampaigns(connection, now, self.outbox)
        self.links = SqlLinks(connection)
        self.stories = SqlStories(connection, vault, self.cases)
        self.joints = SqlJoints(connection)
        self.case_removal = SqlCaseRemoval(connection)
        self.consents = SqlConsents(connection)
        self.holds = SqlHolds(connection, vault)
        self.erasures = SqlErasures(connection, vault)
        self.complaints = SqlComplaints(connection, vault)
        self.care = SqlCare(connection, vault)
        self.own = SqlOwnData(connection, vault)
        self.unmaskings = SqlUnmaskings(connection, vault)
