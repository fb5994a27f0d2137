"""``xinqiao vault``: make a key, encrypt what is plain, change the key, look it over."""

import re
import zipfile
from pathlib import Path

import pytest

from storage.vault.keys import new_key, read_keys
from tests.bot.commands.conftest import Terminal
from tests.fakes.confided import WORDS, confide, recalled
from tests.fakes.vault import KEY, OTHER_KEY

ID, OTHER_ID = (read_keys(key).first.id for key in (KEY, OTHER_KEY))


def with_keys(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    monkeypatch.setenv("XINQIAO_VAULT_KEYS", ",".join(keys))


def unkeyed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, settings: str) -> None:
    """No key in the environment, and this in the settings."""
    monkeypatch.delenv("XINQIAO_VAULT_KEYS")
    with terminal.settings.open("a", encoding="utf-8") as file:
        file.write(f"[vault]\n{settings}\n")


def files(folder: Path) -> bytes:
    """All bytes of the database, its journal included."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("xinqiao.db*")))


def test_a_new_key_is_printed_and_its_id_with_it(terminal: Terminal) -> None:
    done = terminal.process("vault", "new-key")
    (key,) = done.stdout.split()
    assert read_keys(key).first.id in done.stderr
    assert "copy" in done.stderr


def test_a_new_key_goes_into_a_file_that_only_its_owner_reads(terminal: Terminal) -> None:
    file = terminal.folder / "vault.key"
    done = terminal.process("vault", "new-key", "--file", str(file))
    assert read_keys(file.read_text()).first.id in done.stdout
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text().strip() not in done.stdout
    again = terminal.process("vault", "new-key", "--file", str(file))
    assert (again.returncode, "File exists" in again.stderr) == (2, True)


def test_without_a_key_nothing_starts_and_one_line_says_how_to_make_one(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XINQIAO_VAULT_KEYS")
    for words in (("run",), ("staff", "list"), ("vault", "check"), ("vault", "encrypt")):
        line = terminal.line(*words)
        assert "xinqiao vault new-key" in line and "XINQIAO_VAULT_KEYS" in line


def test_a_bot_may_run_without_a_key_where_the_settings_say_so(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    unkeyed(terminal, monkeypatch, "require = false")
    assert terminal.types("staff", "first-admin", "--name", "甲").exit_code == 0
    assert terminal.types("staff", "list").exit_code == 0


def test_a_database_that_was_encrypted_is_never_written_without_its_key(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.types("staff", "list")
    unkeyed(terminal, monkeypatch, "require = false")
    assert ID in terminal.line("staff", "list")
    with_keys(monkeypatch, new_key())
    assert ID in terminal.line("staff", "list")
    assert "nothing has been changed" in terminal.line("vault", "rotate")


def test_the_key_may_lie_in_a_file(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    file = terminal.file("my.key", f"# made in November\n{KEY}\n")
    unkeyed(terminal, monkeypatch, f'key_file = "{file}"')
    assert terminal.types("vault", "check").exit_code == 0
    file.unlink()
    assert terminal.line("vault", "check").startswith(f"vault.key_file: {file}: No such file")
    file.write_bytes(b"\xff\xfe")
    assert "holds no keys" in terminal.line("vault", "check")


@pytest.mark.parametrize("bad", ["nonsense", KEY[:-8], f"{KEY},{KEY}"])
def test_what_is_no_key_is_one_line_that_does_not_show_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    with_keys(monkeypatch, bad)
    line = terminal.line("staff", "list")
    assert line.startswith("XINQIAO_VAULT_KEYS: ")
    assert bad[:8] not in line


def test_everything_is_encrypted_swept_and_then_given_another_key(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = terminal.plain_store(confide)
    assert leaks(terminal) == list(WORDS)
    before = terminal.store(lambda r: recalled(r, number), settled=False)
    assert "plain" in terminal.types("vault", "check").stdout
    done = terminal.types("vault", "encrypt", "--sweep")
    assert "everything has the first key" in done.stdout, done.output
    assert leaks(terminal) == []
    assert terminal.store(lambda r: recalled(r, number)) == before
    with_keys(monkeypatch, OTHER_KEY, KEY)
    rotated = terminal.types("vault", "rotate").stdout
    assert f"not needed any more, except for old backups: key {ID}" in rotated
    with_keys(monkeypatch, OTHER_KEY)
    checked = terminal.types("vault", "check")
    assert f"key {OTHER_ID} encrypts" in checked.stdout and ID not in checked.stdout
    assert "all sound" in checked.stdout
    assert re.search(r"contacts\.sealed\W+" + OTHER_ID, checked.stdout)


def leaks(terminal: Terminal) -> list[str]:
    """Words in the files, as they are or as JSON writes them."""
    there = files(terminal.folder)
    forms = {word: (word.encode(), word.encode("unicode_escape")) for word in WORDS}
    return [word for word, written in forms.items() if any(form in there for form in written)]


def test_a_backup_stays_encrypted_and_holds_no_key(terminal: Terminal, tmp_path: Path) -> None:
    number = terminal.store(confide)
    before = terminal.store(lambda r: recalled(r, number))
    saved = tmp_path / "b.zip"
    assert terminal.types("backup", saved).exit_code == 0
    with zipfile.ZipFile(saved) as archive:
        content = "".join(archive.read(name).decode() for name in archive.namelist())
    assert not any(secret in content for secret in (*WORDS, KEY, KEY[:12]))
    there = Terminal(tmp_path, f"sqlite:///{tmp_path / 'there.db'}")
    assert there.types("restore", saved).exit_code == 0
    assert there.store(lambda r: recalled(r, number)) == before


def test_a_damaged_row_is_exit_code_one_and_names_its_place(terminal: Terminal) -> None:
    terminal.store(confide)
    terminal.types("staff", "list")
    terminal.store(lambda r: r.connection.exec_driver_sql("UPDATE identities SET sealed = 'AAAA'"))
    done = terminal.types("vault", "check")
    assert done.exit_code == 1
    assert "identities.sealed: a row of identities.sealed is damaged" in done.stdout
    assert "1 rows are damaged" in terminal.types("vault", "encrypt").stderr


def test_no_database_is_one_line(terminal: Terminal) -> None:
    terminal.settings.write_text('[database]\nurl = "sqlite:////nowhere/x.db"\n', encoding="utf-8")
    assert "there is no database" in terminal.line("vault", "check")
