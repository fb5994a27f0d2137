import pytest

from knowledge.answers.library import Library
from knowledge.errors import PackageMissing
from knowledge.laws.texts.source_package import find_laws_db
from knowledge.laws.texts.store import LawStore
from knowledge.text.lexicon import Lexicon
from knowledge.triage.triage import Triage, load_triage
from tests.statutes import dictionary, statutes


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return dictionary()


@pytest.fixture(scope="session")
def library(lexicon: Lexicon) -> Library:
    try:
        find_laws_db()
    except PackageMissing as missing:
        pytest.skip(f"no statutes to read: {missing}")
    return statutes()


@pytest.fixture(scope="session")
def store(library: Library) -> LawStore:
    return library.store


@pytest.fixture(scope="session")
def triage(lexicon: Lexicon) -> Triage:
    return load_triage(lexicon)
