import pytest

from knowledge.crisis import CrisisWatch, load_crisis


@pytest.fixture(scope="session")
def watch() -> CrisisWatch:
    return load_crisis()
