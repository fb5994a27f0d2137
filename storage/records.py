"""Everything that one transaction can reach; implements ``mediation.records.Records``."""

from datetime import datetime

from sqlalchemy import Connection

from storage.audit import SqlAudit
from storage.campaigns import SqlCampaigns
from storage.cases import SqlCases
from storage.clocks import SqlClocks
from storage.dialog_places import SqlDialogPlaces
from storage.drafts import SqlDrafts
from storage.joints import SqlJoints
from storage.mailbox import SqlInbox, SqlOutbox
from storage.matters import SqlDeadlines, SqlMatters
from storage.organisation import SqlOrganisation
from storage.papers import SqlPapers
from storage.people import SqlPeople
from storage.places import SqlPlaces
from storage.questions import SqlQuestions
from storage.repeats import SqlLinks, SqlStories
from storage.talk import SqlTalk


class SqlRecords:
    """One transaction at one moment (``now``, aware UTC) for one bot."""

    def __init__(self, connection: Connection, bot: int, now: datetime) -> None:
        self.now = now
        self.bot = bot
        self.connection = connection
        self.audit = SqlAudit(connection, now)
        self.cases = SqlCases(connection)
        self.people = SqlPeople(connection, bot)
        self.talk = SqlTalk(connection, now)
        self.outbox = SqlOutbox(connection, bot, now, self.audit)
        self.inbox = SqlInbox(connection, now)
        self.clocks = SqlClocks(connection)
        self.matters = SqlMatters(connection)
        self.deadlines = SqlDeadlines(connection)
        self.papers = SqlPapers(connection, now)
        self.drafts = SqlDrafts(connection, now)
        self.places = SqlPlaces(connection)
        self.dialog_places = SqlDialogPlaces(connection)
        self.questions = SqlQuestions(connection, now)
        self.organisation = SqlOrganisation(connection)
        self.campaigns = SqlCampaigns(connection, now, self.outbox)
        self.links = SqlLinks(connection)
        self.stories = SqlStories(connection)
        self.joints = SqlJoints(connection)
