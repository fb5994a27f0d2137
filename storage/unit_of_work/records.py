"""Everything that one transaction can reach; implements ``mediation.records.Records``."""

from datetime import datetime

from sqlalchemy import Connection

from storage.allowances import SqlAllowances
from storage.audit import SqlAudit
from storage.campaigns import SqlCampaigns
from storage.care import SqlCare
from storage.cases import SqlCases
from storage.clocks import SqlClocks
from storage.complaints import SqlComplaints
from storage.consents import SqlConsents
from storage.dialog_places import SqlDialogPlaces
from storage.drafts import SqlDrafts
from storage.erasures import SqlErasures
from storage.grants import SqlGrants
from storage.holds import SqlHolds
from storage.inbox import SqlInbox
from storage.joints import SqlJoints
from storage.lane import SqlLane
from storage.mailbox import SqlOutbox
from storage.masks import SqlMasks
from storage.matters import SqlDeadlines, SqlMatters
from storage.organisation import SqlOrganisation
from storage.own import SqlOwn
from storage.papers import SqlPapers
from storage.people import SqlPeople
from storage.places import SqlPlaces
from storage.questions import SqlQuestions
from storage.repeats import SqlLinks, SqlStories
from storage.talk import SqlTalk
from storage.vault.vault import Vault
from storage.wiping import SqlWiping


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
        self.lane = SqlLane(connection, vault)
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
        self.wiping = SqlWiping(connection)
        self.consents = SqlConsents(connection)
        self.holds = SqlHolds(connection, vault)
        self.erasures = SqlErasures(connection, vault)
        self.complaints = SqlComplaints(connection, vault)
        self.care = SqlCare(connection, vault)
        self.own = SqlOwn(connection, vault)
        self.masks = SqlMasks(connection, vault)
