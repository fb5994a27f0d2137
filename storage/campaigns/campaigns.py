"""Who opted in, what runs, and one ledger row for each recipient."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from storage.database.sql import insert_new, table
from storage.mail.outbox import OUTBOX, SqlOutbox
from storage.tables import CampaignRow, RecipientRow, SubscriptionRow

CAMPAIGNS = table(CampaignRow)
RECIPIENTS = table(RecipientRow)
SUBSCRIPTIONS = table(SubscriptionRow)


class SqlCampaigns:
    """Campaigns reach those who opted in, and nobody else."""

    def __init__(self, connection: Connection, now: datetime, outbox: SqlOutbox) -> None:
        self._connection = connection
        self._now = now
        self._outbox = outbox

    def subscribe(self, person_id: int) -> bool:
        """Opt in; False when they already were."""
        return insert_new(self._connection, SubscriptionRow, person_id=person_id, since=self._now)

    def unsubscribe(self, person_id: int) -> bool:
        """Opt out; what waits for this person is not sent any more. False when they were not in."""
        gone = self._connection.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id == person_id))
        mine = (
            (OUTBOX.c.person_id == person_id) & (OUTBOX.c.kind == "campaign") & (OUTBOX.c.state == "waiting")
        )
        self._connection.execute(update(OUTBOX).where(mine).values(state="stopped", finished_at=self._now))
        # of a stopped campaign too: it may be resumed
        ahead = (RECIPIENTS.c.person_id == person_id) & RECIPIENTS.c.state.in_(("waiting", "stopped"))
        self._connection.execute(update(RECIPIENTS).where(ahead).values(state="left", finished_at=self._now))
        self._end_those_without_waiting()
        return gone.rowcount == 1

    def is_subscribed(self, person_id: int) -> bool:
        """Whether they opted in."""
        mine = select(SUBSCRIPTIONS.c.person_id).where(SUBSCRIPTIONS.c.person_id == person_id)
        return self._connection.execute(mine).first() is not None

    def get(self, campaign_id: str) -> CampaignRow | None:
        """The campaign, or ``None``."""
        row = self._connection.execute(select(CAMPAIGNS).where(CAMPAIGNS.c.id == campaign_id)).first()
        return CampaignRow(**row._mapping) if row is not None else None

    def start(self, campaign: CampaignRow, bot: int) -> bool:
        """Open the ledger and post to everyone who opted in; False when this campaign was started before."""
        if not insert_new(self._connection, CampaignRow, **campaign.model_dump()):
            return False
        everyone = select(literal(campaign.id), SUBSCRIPTIONS.c.person_id, literal("waiting"))
        self._connection.execute(
            insert(RECIPIENTS).from_select(["campaign_id", "person_id", "state"], everyone)
        )
        self._post(campaign.id, bot)
        self._end_those_without_waiting()
        return True

    def _post(self, campaign_id: str, bot: int) -> None:
        people = self._connection.scalars(
            select(RECIPIENTS.c.person_id)
            .where(RECIPIENTS.c.campaign_id == campaign_id, RECIPIENTS.c.state == "waiting")
            .order_by(RECIPIENTS.c.person_id)
        ).all()
        rows = [
            {
                "bot": bot,
                "person_id": person_id,
                "kind": "campaign",
                "facts": {"campaign_id": campaign_id},
                "key": f"campaign:{campaign_id}:{person_id}",
                "lane": 1,
                "state": "waiting",
                "not_before": self._now,
                "attempts": 0,
                "revision": 0,
                "posted_at": self._now,
            }
            for person_id in people
        ]
        if rows:
            self._connection.execute(insert(OUTBOX), rows)
            self._outbox.posted = True

    def stop(self, campaign_id: str) -> int:
        """Stop it at once; returns how many will not get it now."""
        running = (CAMPAIGNS.c.id == campaign_id) & (CAMPAIGNS.c.state == "running")
        self._connection.execute(update(CAMPAIGNS).where(running).values(state="stopped"))
        keys = OUTBOX.c.key.startswith(f"campaign:{campaign_id}:", autoescape=True)
        waiting = keys & (OUTBOX.c.state == "waiting")
        self._connection.execute(update(OUTBOX).where(waiting).values(state="stopped", finished_at=self._now))
        return self._mark_all(campaign_id, "waiting", "stopped")

    def resume(self, campaign_id: str, bot: int) -> int:
        """Go on with those who have not got it; nobody gets it twice. Returns how many."""
        count = self._mark_all(campaign_id, "stopped", "waiting")
        if count:
            mine = CAMPAIGNS.c.id == campaign_id
            self._connection.execute(update(CAMPAIGNS).where(mine).values(state="running"))
            self._post(campaign_id, bot)
        return count

    def _mark_all(self, campaign_id: str, before: str, after: str) -> int:
        mine = (RECIPIENTS.c.campaign_id == campaign_id) & (RECIPIENTS.c.state == before)
        return self._connection.execute(update(RECIPIENTS).where(mine).values(state=after)).rowcount

    def mark(self, campaign_id: str, person_id: int, state: str) -> None:
        """Write the outcome for one recipient into the ledger; the last one ends the campaign."""
        mine = (RECIPIENTS.c.campaign_id == campaign_id) & (RECIPIENTS.c.person_id == person_id)
        self._connection.execute(update(RECIPIENTS).where(mine).values(state=state, finished_at=self._now))
        # stopped and resumed while the first copy was on its way: the second one stays here
        again = (OUTBOX.c.key == f"campaign:{campaign_id}:{person_id}") & (OUTBOX.c.state == "waiting")
        self._connection.execute(update(OUTBOX).where(again).values(state="stopped", finished_at=self._now))
        self._end_those_without_waiting()

    def _end_those_without_waiting(self) -> None:
        waiting = select(RECIPIENTS.c.person_id).where(
            RECIPIENTS.c.campaign_id == CAMPAIGNS.c.id, RECIPIENTS.c.state == "waiting"
        )
        over = (CAMPAIGNS.c.state == "running") & ~waiting.exists()
        self._connection.execute(update(CAMPAIGNS).where(over).values(state="done"))

    def counts(self, campaign_id: str) -> dict[str, int]:
        """How many recipients are in each state."""
        rows = self._connection.execute(
            select(RECIPIENTS.c.state, func.count())
            .where(RECIPIENTS.c.campaign_id == campaign_id)
            .group_by(RECIPIENTS.c.state)
        )
        return {state: int(count) for state, count in rows}
