import pytest

from knowledge.crisis import CrisisDetector, load_crisis_detector


@pytest.fixture(scope="session")
def watch() -> CrisisDetector:
    return load_crisis_detector()
