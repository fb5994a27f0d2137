from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.reference.hotlines import load_hotlines
from knowledge.reference.time_limits import load_limits
from knowledge.triage.channels import ChannelKey, Channels, DepartmentKind, load_channels
from knowledge.triage.kinds import Kind
from knowledge.triage.taxonomy import load_taxonomy


@pytest.fixture(scope="module")
def channels() -> Channels:
    return load_channels()


@pytest.mark.parametrize(
    ("kind", "code", "key"),
    [
        (Kind.CONCERN, "WAGE", ChannelKey.LABOUR),
        (Kind.CONCERN, "INJU", ChannelKey.INJURY),
        (Kind.CONCERN, "INSU", ChannelKey.INSURANCE),
        (Kind.CONCERN, "LEGX", ChannelKey.LITIGATION),
        (Kind.CONCERN, "HOUS", ChannelKey.CLAIM),
        (Kind.CONCERN, "DISC", ChannelKey.ACCUSATION),
        (Kind.QUESTION, "WAGE", ChannelKey.CONSULTATION),
        (Kind.PRAISE, "BENE", ChannelKey.SUGGESTION),
        (Kind.ACCUSATION, "WAGE", ChannelKey.ACCUSATION),
    ],
)
def test_the_kind_leads_first_and_then_the_category(
    channels: Channels, kind: Kind, code: str, key: ChannelKey
) -> None:
    channel = channels.channel(kind, [code])
    assert channel and channel.key is key


def test_a_labour_dispute_is_told_its_limit_and_number_and_may_still_be_mediated(channels: Channels) -> None:
    channel = channels.channel(Kind.CONCERN, ["CONT"])
    assert channel and channel.limits[0] == "arbitration" and "12333" in channel.lines
    assert channel.mediation and not channel.sealed


def test_only_the_accusation_is_sealed_whatever_else_it_tells(channels: Channels) -> None:
    assert [channel.key for channel in channels.table.channels if channel.sealed] == [ChannelKey.ACCUSATION]
    assert channels.department(Kind.ACCUSATION, ["WAGE"]) is DepartmentKind.DISCIPLINE


def test_without_a_category_a_concern_is_a_claim_at_the_front(channels: Channels) -> None:
    channel = channels.channel(Kind.CONCERN, [])
    assert channel and channel.key is ChannelKey.CLAIM
    assert channels.department(Kind.CONCERN, []) is DepartmentKind.FRONT


def test_every_category_limit_and_number_of_the_channels_exists(channels: Channels) -> None:
    codes = {category.code for category in load_taxonomy().categories}
    assert set(channels.table.departments) == codes
    assert {limit for channel in channels.table.channels for limit in channel.limits} <= load_limits().keys
    assert {line for channel in channels.table.channels for line in channel.lines} <= load_hotlines().numbers
    assert {channel.key for channel in channels.table.channels} == set(ChannelKey)


def test_a_category_behind_two_channels_is_named(tmp_path: Path) -> None:
    path = tmp_path / "channels.toml"
    channel = '[[channel]]\nkey = "{}"\ncategories = ["WAGE"]\nlaw = "x"\n'
    path.write_text(channel.format("claim") + channel.format("labour") + '[departments]\nWAGE = "labour"\n')
    with pytest.raises(BadData) as refused:
        load_channels(path)
    assert "more than once: WAGE" in str(refused.value)
