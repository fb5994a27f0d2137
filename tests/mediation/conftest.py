"""Pure tests of the rules: everything is in memory."""

import pytest

from tests.builders import ROSTER
from tests.fakes.clock import Clock
from tests.fakes.records import FakeRecords
from tests.fakes.story import Story


@pytest.fixture
def records(clock: Clock) -> FakeRecords:
    return FakeRecords(clock, ROSTER)


@pytest.fixture
def story(records: FakeRecords) -> Story:
    """Nothing has happened yet."""
    return Story(records)


@pytest.fixture
def filed(story: Story) -> Story:
    """A case has been filed, and what was due then has been sent."""
    story.file()
    story.records.outbox.sent()
    return story


@pytest.fixture
def claimed(filed: Story) -> Story:
    """The lawyer has claimed it, and everybody has been told."""
    filed.pull("claim", ROSTER[0])
    filed.records.outbox.sent()
    return filed
