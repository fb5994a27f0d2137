"""What all tests share: a clock moved by hand, and both databases with the current schema."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hypothesis import settings

from bot.app.garbage import settle
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.unit_of_work.database import Database
from tests.builders import BOT
from tests.fakes.clock import Clock
from tests.fakes.postgres import Postgres
from tests.fakes.vault import a_vault
from tests.read_once import read_sparingly

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]

settings.register_profile("calm", deadline=None, database=None, derandomize=True)
settings.load_profile("calm")


def pytest_collection_finish() -> None:
    """What has been imported stays for the whole run: the collector of garbage need not walk through it."""
    settle()


LEFT_OUT = pytest.StashKey[int]()
"""How many long runs were collected and not run."""


def pytest_deselected(items: list[pytest.Item]) -> None:
    """A worker of pytest-xdist tells the one that sums up."""
    for config in {item.config for item in items}:
        left_out = config.stash.get(LEFT_OUT, 0) + sum(bool(one.get_closest_marker("deep")) for one in items)
        config.stash[LEFT_OUT] = left_out
        if hasattr(config, "workeroutput"):
            config.workeroutput["left_out"] = left_out


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Every worker collects the same tests, and leaves out the same."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What was left out is said at the end, with the command that runs it."""
    if count := config.stash.get(LEFT_OUT, 0):
        kinds = "year, soak, fuzz, crowd, whole law base"
        terminalreporter.write_line(f"{count} long runs were not run ({kinds}): make deep")


@pytest.fixture(autouse=True, scope="session")
def sparing() -> Iterator[None]:
    """See ``read_sparingly``."""
    with pytest.MonkeyPatch.context() as patch:
        read_sparingly(patch)
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    # not below pytest's own folder: another run of pytest closes that to the server's user
    folder = Path(tempfile.mkdtemp(prefix="xinqiao-postgres-"))
    try:
        server = Postgres(folder)
    except Exception as error:  # no package, no right to start it, an unknown platform: say which
        pytest.skip(f"no PostgreSQL could be started here: {error!r}")
    yield server
    server.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def upgraded_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "upgraded.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def sqlite_url(upgraded_sqlite: Path, tmp_path: Path) -> str:
    copyfile(upgraded_sqlite, tmp_path / "xinqiao.db")
    return f"sqlite:///{tmp_path / 'xinqiao.db'}"


@pytest.fixture
def postgres_url(postgres: Postgres) -> str:
    return postgres.fresh()


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database with the current schema, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def database(database_url: str, clock: Clock) -> Iterator[Database]:
    store = Database(open_engine(database_url), BOT, clock, a_vault())
    yield store
    store.close()


@pytest.fixture
def sqlite_database(sqlite_url: str, clock: Clock) -> Iterator[Database]:
    store = Database(open_engine(sqlite_url, "NORMAL"), BOT, clock, a_vault())
    yield store
    store.close()
