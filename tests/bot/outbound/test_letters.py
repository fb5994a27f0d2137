"""A feature says itself what its letters look like."""

from zoneinfo import ZoneInfo

import pytest

from bot.outbound.letter_writer import LetterWriter
from bot.outbound.letters.cases import CASES
from bot.outbound.letters.every_letter import EVERY_LETTER
from bot.outbound.letters.form import FeatureLetters, Form, Outcome, Writing, all_forms
from bot.outbound.outgoing import Words
from bot.wording.catalogue import Wording
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords
from tests.bot.outbound.conftest import GROUP, OWNER_CHAT, Office


def greeting(writing: Writing) -> Words:
    return Words(f"toy {writing.letter.facts['name']}")


async def test_a_letter_from_outside_is_written_and_its_feature_hears_what_became_of_it(
    office: Office, wording: Wording
) -> None:
    heard: list[Outcome] = []

    def ended(_records: SqlRecords, _letter: Letter, outcome: Outcome) -> None:
        heard.append(outcome)

    toy = FeatureLetters({"toy": Form(write=greeting, ended=ended)})
    writer = LetterWriter(wording, GROUP, ZoneInfo("Asia/Shanghai"), (*EVERY_LETTER, toy))
    await office.post("toy", office.owner, facts={"name": "小张"})
    await office.deliver(office.new_worker(writer=writer))
    assert (office.sender.texts(OWNER_CHAT), heard) == (["toy 小张"], [Outcome.SENT])


def test_two_features_cannot_claim_one_kind() -> None:
    with pytest.raises(ValueError, match="letters of two features: receipt"):
        all_forms((CASES, FeatureLetters({"receipt": Form()})))
