"""``xinqiao org``: the organisation and who answers for what, from the sheets that the company keeps."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from bot.commands.shared.options import SettingsFile, fail, load, today
from bot.commands.shared.store import in_store
from bot.commands.shared.terminal import printable
from bot.commands.staff.org_files import CannotOpen, read_grids
from bot.settings import Settings
from bot.wording.catalogue import LANGUAGES, Wording
from knowledge.datafile import read_checked
from knowledge.errors import KnowledgeError
from mediation.model.organisation import Change, Organisation, Unit, changes
from mediation.organisation.check import Finding, check, entry_of
from mediation.organisation.layout import load_layout
from mediation.organisation.reading import BadSheets, Grid, Slip, read_sheets
from mediation.routing.rules import RoutingRules, load_routing
from storage.unit_of_work.records import SqlRecords

FOUND = 1
"""Exit code of ``org check`` when there is something to put right."""

MOST_LINES = 50
"""Mistakes that are shown at the most; the rest is counted."""

org = typer.Typer(help="组织机构和责任 / the organisation", no_args_is_help=True)


class OrgWords(BaseModel):
    """``org.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slips: dict[str, str]


def load_words() -> OrgWords:
    """The words of this command."""
    return read_checked(Path(__file__).with_name("org.toml"), OrgWords)


@org.command(name="import")
def import_(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="CSV、XLSX 或文件夹 / files or folders")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看不改 / change nothing")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """导入；有一处错就什么都不改 / import; with one mistake nothing is changed."""
    settings = load(settings_file)
    try:
        grids, rules = read_grids(paths), load_routing()
        result = in_store(settings, lambda r: take(r, grids, rules, dry_run))
    except CannotOpen as error:
        fail(printable(str(error)))
    except BadSheets as error:
        for line in slip_lines(error.slips):
            typer.echo(line, err=True)
        raise typer.Exit(2) from None
    except KnowledgeError as error:
        fail(printable(str(error)))
    _say(result, settings, rules, dry_run)


Result = tuple[Organisation, tuple[Change, ...]]


def take(records: SqlRecords, grids: Sequence[Grid], rules: RoutingRules, dry_run: bool) -> Result:
    """Import in this transaction, or only say what would become different. Raises ``BadSheets``."""
    before = records.organisation.read()
    after = read_sheets(grids, before, load_layout(), rules)
    if dry_run or not _differs(found := changes(before, after)):
        return after, changes(before, after)
    records.organisation.replace(after)
    counts = {f"{one.table}_{what}": getattr(one, what) for one in found for what in one._fields[1:]}
    records.audit.write("organisation", "store", None, what="import", **counts)
    return after, found


def _differs(found: Sequence[Change]) -> bool:
    return any(one.added or one.changed or one.removed for one in found)


def _say(result: Result, settings: Settings, rules: RoutingRules, dry_run: bool) -> None:
    after, found = result
    for one in found:
        typer.echo(f"{one.table}: {one.added} added, {one.changed} changed, {one.removed} removed")
    findings = check(after, rules, today(settings))
    if findings:
        typer.echo(f"{len(findings)} 处要看一看 / to look at: xinqiao org check")
    if dry_run:
        typer.echo("试一试，什么都没改 / dry run, nothing was changed")
    elif not _differs(found):
        typer.echo("和原来一样 / nothing is different")


def slip_lines(slips: Sequence[Slip]) -> list[str]:
    """Each mistake in one line: file, sheet, row, column, what is wrong, and what stands there."""
    words = load_words().slips
    lines = [printable(_slip_line(one, words)) for one in slips[:MOST_LINES]]
    more = len(slips) - len(lines)
    return [*lines, *([f"还有 {more} 处 / {more} more"] if more else []), "什么都没改 / nothing was changed"]


def _slip_line(slip: Slip, words: dict[str, str]) -> str:
    place = [slip.file, f"表「{slip.sheet}」" if slip.sheet else "", f"第{slip.row}行" if slip.row else ""]
    place.append(f"「{slip.column}」" if slip.column else "")
    said = f": {slip.value[:80]!r}" if slip.value else ""
    return f"{' '.join(part for part in place if part)}: {words[slip.code]}{said}"


@org.command(name="check")
def check_(settings_file: SettingsFile = None) -> None:
    """检查：谁缺位，谁到期 / what is missing or has ended; exit code 1 when something is."""
    settings = load(settings_file)
    organisation, rules = in_store(settings, lambda r: r.organisation.read()), load_routing()
    findings = check(organisation, rules, today(settings))
    for one in findings:
        typer.echo(printable(f"{entry_of(organisation, one)}: {_found(one)}{_other(one)}"))
    typer.echo(f"{len(findings)} 处 / findings")
    raise typer.Exit(FOUND if findings else 0)


def _found(finding: Finding) -> str:
    key, words = f"org-found-{finding.code.replace('_', '-')}", Wording()
    return " / ".join(words.plain(language, key) for language in LANGUAGES)


def _other(finding: Finding) -> str:
    return f" ({finding.other})" if finding.other else ""


@org.command()
def show(settings_file: SettingsFile = None) -> None:
    """看组织机构 / show units, heads, departments and what they answer for."""
    organisation = in_store(load(settings_file), lambda r: r.organisation.read())
    if not organisation.units:
        fail("还没有导入 / nothing was imported yet; see docs/examples/org")
    reached: set[str] = set()
    roots = [one for one in organisation.units if organisation.unit(one.parent) is None]
    for unit in [*roots, *organisation.units]:  # units in a circle have no root, and are shown all the same
        if unit.key not in reached:
            Console().print(_tree(organisation, unit, reached))


def _tree(organisation: Organisation, unit: Unit, reached: set[str]) -> Tree:
    reached.add(unit.key)
    head = organisation.person(unit.head)
    tree = Tree(_line(unit.key, unit.name, head.name if head else "—"))
    for one in organisation.departments_of(unit.key):
        people = f"{len(organisation.people_in(one.key))} 人"
        tree.add(_line(one.key, one.name, one.kind, people, " ".join(one.duties) or "—"))
    for below in organisation.units:
        if below.parent == unit.key and below.key not in reached:
            tree.add(_tree(organisation, below, reached))
    return tree


def _line(*parts: str) -> Text:
    return Text(" · ".join(printable(part) for part in parts))


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(org, name="org")
