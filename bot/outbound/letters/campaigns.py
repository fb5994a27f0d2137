"""Letters of the legal-awareness team; the ledger of a campaign follows each of them."""

from bot.callbacks import Button, Keyboard
from bot.outbound.letters.form import FeatureLetters, Form, Outcome, Writing
from bot.outbound.outgoing import Words
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords


def _campaign(writing: Writing) -> Words | None:
    campaign = writing.records.campaigns.get(str(writing.letter.facts["campaign_id"]))
    if campaign is None or campaign.state == "stopped":
        return None
    rows: Keyboard = []
    if campaign.button_url:
        rows.append([Button(campaign.button_text or campaign.button_url, url=campaign.button_url)])
    rows.append([writing.button("button-unsubscribe", "unsubscribe")])
    return Words(writing.html("campaign", title=campaign.title, text=campaign.text), rows)


def _marked(records: SqlRecords, letter: Letter, outcome: Outcome) -> None:
    records.campaigns.mark(str(letter.facts["campaign_id"]), letter.person_id or 0, outcome)


CAMPAIGNS = FeatureLetters(
    {
        "campaign": Form(write=_campaign, ended=_marked),
        "campaign_running": Form((("button-campaign-stop", "campaign_stop"),)),
    }
)
