"""The command line over a settings file and a store of its own."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.__main__ import make_app
from bot.commands.service.demo import enrol
from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from storage.vault.vault import Vault
from tests.conftest import BOT
from tests.fakes.clock import Clock
from tests.fakes.vault import KEY, a_vault

app = make_app()

TOKEN = f"{BOT}:very-secret"
ROOT = Path(__file__).parents[3]


class Terminal:
    """Types commands; ``line`` is what a failed one wrote."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder = folder
        self.url = database_url
        self.settings = folder / "settings.toml"
        self.settings.write_text(f'[database]\nurl = "{database_url}"\n', encoding="utf-8")

    def types(self, *words: str | Path) -> Result:
        """Run a command in this process."""
        return CliRunner().invoke(app, [*map(str, words), "--settings", str(self.settings)])

    def enrols(self, user: int = 2001, duty: str = "lawyer", name: str = "李律师") -> None:
        """Somebody is on the roster already."""
        self.store(lambda r: enrol(r, user, duty, name))

    def line(self, *words: str | Path) -> str:
        """Run a command that fails: exit code 2 and exactly one line on standard error."""
        result = self.types(*words)
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        (line,) = result.stderr.splitlines()
        return str(line)

    def process(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command as a real process."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith("XINQIAO_")}
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env=clean | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | env,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def file(self, name: str, content: str | bytes) -> Path:
        """A file beside the settings."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def store(self, work: Callable[[Any], Any], settled: bool = True) -> Any:
        """Look into the store, or change it."""
        return self._run(work, a_vault(settled=settled))

    def plain_store(self, work: Callable[[Any], Any]) -> Any:
        """The same without a key."""
        return self._run(work, None)

    def _run(self, work: Callable[[Any], Any], vault: Vault | None) -> Any:
        database = Database(open_engine(self.url), BOT, Clock(), vault)
        try:
            return asyncio.run(database.run(work))
        finally:
            database.close()


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINQIAO_TOKEN", TOKEN)
    monkeypatch.setenv("XINQIAO_VAULT_KEYS", KEY)
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def terminal(tmp_path: Path, sqlite_url: str) -> Terminal:
    return Terminal(tmp_path, sqlite_url)
