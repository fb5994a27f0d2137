"""``xinqiao backup`` and ``xinqiao restore``: one checked file, or one line that says why not."""

from pathlib import Path

import pytest

from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.bot.commands.conftest import Terminal


@pytest.fixture
def saved(terminal: Terminal) -> Path:
    terminal.enrols()
    assert terminal.types("backup", terminal.folder / "b.zip").exit_code == 0
    return terminal.folder / "b.zip"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Terminal:
    """Another installation, without a database yet."""
    (tmp_path / "new").mkdir()
    return Terminal(tmp_path / "new", f"sqlite:///{tmp_path / 'new' / 'deep' / 'xinqiao.db'}")


def test_a_backup_moves_to_another_installation(saved: Path, elsewhere: Terminal) -> None:
    result = elsewhere.types("restore", saved)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{saved}: ")
    assert "checked" in result.stdout
    assert "李律师" in elsewhere.types("staff", "list").stdout


@pytest.mark.postgres
def test_a_backup_moves_to_postgresql(saved: Path, tmp_path: Path, postgres_url: str) -> None:
    (tmp_path / "pg").mkdir()
    there = Terminal(tmp_path / "pg", postgres_url)
    result = there.types("restore", saved)
    assert result.exit_code == 0, result.output
    assert "李律师" in there.types("staff", "list").stdout
    assert "not empty" in there.line("restore", saved)


def test_a_backup_of_nothing_makes_no_database(elsewhere: Terminal) -> None:
    assert "there is no database" in elsewhere.line("backup", elsewhere.folder / "b.zip")
    assert not (elsewhere.folder / "deep").exists()


def test_a_used_database_is_not_restored_into(terminal: Terminal, saved: Path) -> None:
    assert "the database is not empty" in terminal.line("restore", saved)
    assert "李律师" in terminal.types("staff", "list").stdout


def test_an_existing_file_is_not_overwritten(terminal: Terminal, saved: Path) -> None:
    assert terminal.line("backup", saved) == f"backup: {saved} exists already"


@pytest.mark.parametrize("file", ["missing/b.zip", "/proc/b.zip"])
def test_a_place_that_cannot_be_written_is_named(terminal: Terminal, file: str) -> None:
    assert file in terminal.line("backup", terminal.folder / file)


def test_a_file_that_is_no_backup_is_named(elsewhere: Terminal) -> None:
    words = elsewhere.file("words.zip", "just words")
    assert "is not a backup" in elsewhere.line("restore", words)
    assert "No such file" in elsewhere.line("restore", elsewhere.folder / "gone.zip")


def test_a_database_that_is_no_database_is_one_line(terminal: Terminal, saved: Path) -> None:
    Path(terminal.url.removeprefix("sqlite:///")).write_bytes(b"no database at all" * 100)
    assert "not a database" in terminal.line("backup", terminal.folder / "c.zip")
    assert "not a database" in terminal.line("restore", saved)
    assert "not a database" in terminal.line("staff", "list")


def test_a_database_of_a_later_version_is_left_alone(terminal: Terminal, saved: Path) -> None:
    engine = open_engine(terminal.url)
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        for table in ("staff", "contacts", "persons"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql("DROP TABLE audit")
    engine.dispose()
    assert "later version" in terminal.line("staff", "list")
    assert "later version" in terminal.line("restore", saved)


@pytest.mark.parametrize("command", [("staff", "list"), ("backup", "b.zip"), ("restore", "b.zip")])
@pytest.mark.parametrize("url", ["postgresql://xinqiao:very-secret@127.0.0.1:1/x", "sqlite:////proc/no/x.db"])
def test_a_database_that_cannot_be_reached_is_one_line_without_its_password(
    terminal: Terminal, saved: Path, command: tuple[str, ...], url: str
) -> None:
    there = Terminal(terminal.folder, url)
    words = [saved if word == "b.zip" and command[0] == "restore" else word for word in command]
    assert "very-secret" not in there.line(*words)
