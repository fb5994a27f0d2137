"""``xinqiao campaign``: messages of the legal-awareness team to everyone who opted in, and to nobody else."""

from pathlib import Path
from typing import Annotated

import typer
import yaml
from pydantic import BaseModel, Field, ValidationError
from rich.console import Console
from rich.table import Table

from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import in_store
from mediation.model.cases.case import SUPERVISORS, Fact, Notice
from storage.tables import CampaignRow
from storage.unit_of_work.records import SqlRecords

campaign = typer.Typer(help="普法消息 / campaigns", no_args_is_help=True)


class CampaignFile(BaseModel, extra="forbid"):
    """What a campaign file says; ``id`` makes sure that nobody gets the same campaign twice."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,40}$")
    title: str = Field(min_length=1, max_length=80)
    text: str = Field(min_length=1, max_length=3000)
    button_text: str | None = Field(None, max_length=40)
    button_url: str | None = Field(None, pattern=r"^https://")


def read_campaign(path: Path) -> CampaignFile:
    """The file, or ``ValueError`` with one line that says where it is wrong."""
    try:
        return CampaignFile.model_validate(_yaml(path))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise ValueError(f"{path}: {where}: {first['msg']}") from None


def _yaml(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ValueError(f"{path}: not a text file in UTF-8") from None
    except RecursionError:
        raise ValueError(f"{path}: not YAML (nested too deeply)") from None
    except (yaml.YAMLError, ValueError) as error:  # a date that does not exist is a plain ValueError
        raise ValueError(f"{path}: not YAML ({str(error).splitlines()[0]})") from None


def launch(records: SqlRecords, wanted: CampaignFile) -> dict[str, int] | None:
    """Open the ledger and fill the outbox in one transaction; ``None`` when this id was used before."""
    row = CampaignRow(**wanted.model_dump(), started_at=records.now)
    if not records.campaigns.start(row, records.bot):
        return None
    counts = records.campaigns.counts(wanted.id)
    _note(records, wanted.id, "start")
    facts: dict[str, Fact] = {
        "campaign_id": wanted.id,
        "title": wanted.title,
        "count": counts.get("waiting", 0),
    }
    records.outbox.post(Notice(to=SUPERVISORS, kind="campaign_running", facts=facts))
    return counts


@campaign.command()
def send(
    file: Annotated[Path, typer.Argument(help="YAML: id, title, text, button_text, button_url")],
    settings_file: SettingsFile = None,
) -> None:
    """发给所有订阅的人 / send to everyone who opted in; the running bot delivers it, evenly paced."""
    try:
        wanted = read_campaign(file)
    except ValueError as error:
        fail(str(error))
    counts = in_store(load(settings_file), lambda r: launch(r, wanted))
    if counts is None:
        fail(f"{wanted.id}: was started before; use 'xinqiao campaign resume {wanted.id}' or another id")
    typer.echo(f"{wanted.id}: {counts.get('waiting', 0)} recipients")


@campaign.command()
def stop(campaign_id: str, settings_file: SettingsFile = None) -> None:
    """马上停 / stop at once."""

    def work(records: SqlRecords) -> int:
        _known(records, campaign_id)
        _note(records, campaign_id, "stop")
        return records.campaigns.stop(campaign_id)

    left = in_store(load(settings_file), work)
    typer.echo(f"{campaign_id}: stopped, {left} have not got it")


@campaign.command()
def resume(campaign_id: str, settings_file: SettingsFile = None) -> None:
    """接着发 / go on with those who have not got it; nobody gets it twice."""

    def work(records: SqlRecords) -> int:
        _known(records, campaign_id)
        _note(records, campaign_id, "resume")
        return records.campaigns.resume(campaign_id, records.bot)

    count = in_store(load(settings_file), work)
    typer.echo(f"{campaign_id}: {count} to go")


@campaign.command()
def status(campaign_id: str, settings_file: SettingsFile = None) -> None:
    """看进度 / the ledger in numbers."""
    counts = in_store(
        load(settings_file), lambda r: _known(r, campaign_id) and r.campaigns.counts(campaign_id)
    )
    table = Table("state", "recipients")
    for state, count in sorted((counts or {}).items()):
        table.add_row(state, str(count))
    Console().print(table)


def _note(records: SqlRecords, campaign_id: str, what: str) -> None:
    records.audit.write("campaign", f"campaign:{campaign_id}", None, what=what)


def _known(records: SqlRecords, campaign_id: str) -> bool:
    if records.campaigns.get(campaign_id) is None:
        fail(f"{campaign_id}: there is no such campaign")
    return True


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(campaign, name="campaign")
