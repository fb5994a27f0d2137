"""``xinqiao laws``: bring laws and company rules into the library, look at them, check them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.commands.law import law_tables as tables
from bot.commands.law.index import index
from bot.commands.shared.options import SettingsFile, fail, load, today
from bot.commands.shared.terminal import print_json
from bot.settings import Settings
from knowledge.errors import KnowledgeError
from knowledge.laws.catalogue.catalogue import Catalogue, Level, load_catalogue
from knowledge.laws.importing.plan import ImportOptions, ImportPlan
from knowledge.laws.importing.run import carry_out, plan_import, read_files, what_is_held
from knowledge.laws.importing.titles import Titles
from knowledge.laws.texts.audit import audit as audit_all
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.laws.texts.loading import load_texts, with_imported
from knowledge.laws.texts.source_package import PackageSource, find_laws_db
from knowledge.laws.texts.store import LawStore, open_store
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

LOST = 1
"""Exit code of the audit: a fault leaves out a law that the catalogue wants from the package."""

_NUMBER = rf"(\d{{1,4}}|[{NUMERAL_CHARS}]+)"
_ARTICLE = re.compile(rf"第?{_NUMBER}条?(?:之{_NUMBER})?")
Json = Annotated[bool, typer.Option("--json", help="机器可读 / machine-readable")]
Passed = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="通过或公布的日子 / day of passing")]
InForce = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="施行的日子 / in force from")]
AsOf = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="哪一天 / on which day")]

laws = typer.Typer(help="法规库 / the law library", no_args_is_help=True)


@laws.command(name="import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="文件或文件夹 / files and folders")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看不动 / only say what would change")] = False,
    level: Annotated[Level | None, typer.Option(help="目录里没有的，说明层级 / how high it stands")] = None,
    title: Annotated[str | None, typer.Option(help="正式标题 / the official title")] = None,
    short: Annotated[str | None, typer.Option(help="简称 / the short title")] = None,
    passed: Passed = None,
    in_force: InForce = None,
    json_: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """导入法规和公司制度 / bring laws and company rules in: all of the files, or nothing."""
    options = ImportOptions(level, title, short, _day("--passed", passed), _day("--in-force", in_force))
    settings = load(settings_file)
    with _one_line():
        library = LibraryFile(Path(settings.law.library))
        catalogue = load_catalogue()
        held = what_is_held(catalogue, _package(settings), library)
        plan = plan_import(read_files(paths), catalogue, held, options, today(settings))
        if not dry_run and not plan.problems:
            carry_out(plan, library)
    if not dry_run and not plan.problems:
        _note(settings, "import", *((text.short, text.passed) for text in plan.to_keep))
    if json_:
        print_json(tables.plan_value(plan, dry_run=dry_run))
    _say_what_happened(plan, dry_run=dry_run, quiet=json_)


def _say_what_happened(plan: ImportPlan, *, dry_run: bool, quiet: bool) -> None:
    """The end of an import; with a problem only the problems, one line each, and exit code 2."""
    for problem in plan.problems:
        typer.echo(tables.told(problem), err=True)
    if plan.problems:
        raise typer.Exit(2)
    if quiet:
        return
    tables.print_plan(plan, Console())
    count = len(plan.to_keep)
    if dry_run:
        typer.echo(f"{count} to keep; nothing was changed (--dry-run)")
    else:
        typer.echo(f"{count} kept" + ("; a running bot answers with them after its next start" * bool(count)))


@laws.command()
def audit(
    whole: Annotated[
        bool, typer.Option("--all", help="每一部都列 / every text, not only what stands out")
    ] = False,
    json_: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """检查每一部法规 / check every text: numbering, glued headings, versions, the source's own word."""
    settings = load(settings_file)
    with _one_line():
        library = LibraryFile(Path(settings.law.library))
        report = audit_all(load_catalogue(), _package(settings), library, today(settings))
    if json_:
        print_json(tables.audit_value(report, whole=whole))
    else:
        tables.print_audit(report, Console(), whole=whole)
    raise typer.Exit(LOST if report.totals.lost else 0)


@laws.command(name="list")
def list_(
    level: Annotated[Level | None, typer.Option(help="只看一个层级 / only one level")] = None,
    settings_file: SettingsFile = None,
) -> None:
    """库里有什么 / every text that answers may use."""
    settings = load(settings_file)
    with _one_line():
        library = LibraryFile(Path(settings.law.library))
        loaded = load_texts(load_catalogue(), _package(settings), library)
    texts = [one for one in loaded.texts if not one.faults and level in (None, one.entry.level)]
    tables.print_texts(texts, Console())


@laws.command()
def show(
    law: Annotated[str, typer.Argument(help="名称、简称或俗称 / any of its names")],
    article: Annotated[str, typer.Argument(help="14、133之1 / the number")],
    as_of: AsOf = None,
    settings_file: SettingsFile = None,
) -> None:
    """看一条，可指定日期 / one article as it stood on a day (default: today)."""
    settings = load(settings_file)
    day = _day("--as-of", as_of) or today(settings)
    number, sub = _article(article)
    with _one_line():
        store = open_store(_database(settings), Path(settings.law.library))
        entry = Titles(Catalogue(law=store.laws)).entry(law)
    if entry is None:
        fail(f"{law}: no law of this name is known; see 'xinqiao laws list'")
    found = store.article(entry.short, number, sub, day)
    if found is None:
        fail(_why_not(store, entry.short, article))
    tables.print_article(found, day, Console())


def _why_not(store: LawStore, short: str, article: str) -> str:
    known = store.range(short)
    if known is None:
        return f"{short}: the text is not in the library; bring it with 'xinqiao laws import'"
    return f"{short}: there is no article {article}; it has {known.first} to {known.last}"


@laws.command()
def remove(
    law: Annotated[str, typer.Argument(help="简称 / the short title")],
    passed: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="哪一版 / the day of this text")],
    yes: Annotated[bool, typer.Option("--yes", help="不再询问 / do not ask")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """拿掉导入的一版 / take one imported text out; the texts of the package stay."""
    settings = load(settings_file)
    day = _day("--passed", passed)
    library = LibraryFile(Path(settings.law.library))
    with _one_line():
        heads = library.heads()
        entry = Titles(with_imported(load_catalogue(), heads)).entry(law)
    short = entry.short if entry else law
    days = [str(one.passed) for one in heads if one.short == short]
    if str(day) not in days:
        held = f"of it there are {', '.join(days)}" if days else "nothing of it was imported"
        fail(f"{short} {day}: is not in the library file; {held}")
    if not yes and not typer.confirm(f"{short} {day}: 拿掉吗 / remove it?"):
        raise typer.Exit(1)
    with _one_line():
        library.remove(short, day)
    _note(settings, "remove", (short, day))
    typer.echo(f"{short} {day}: removed")


laws.command(name="index")(index)


def _note(settings: Settings, what: str, *texts: tuple[str, date | None]) -> None:
    """Into the audit, where there is a store; only now, so that looking something up need not load one."""
    from bot.commands.shared.audit_note import note

    note(settings, "laws", *(f"law:{short[:60]}@{passed}" for short, passed in texts), what=what)


@contextmanager
def _one_line() -> Iterator[None]:
    """What is wrong with the library, in one line."""
    try:
        yield
    except KnowledgeError as error:
        fail(tables.told(error))


def _database(settings: Settings) -> Path | None:
    return Path(settings.law.database) if settings.law.database else None


def _package(settings: Settings) -> PackageSource:
    return PackageSource(_database(settings) or find_laws_db())


def _day(option: str, written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written is not None else None
    except ValueError:
        fail(f"{option}: was {written!r}; a day is written 2024-05-06")


def _article(written: str) -> tuple[int, int | None]:
    match = _ARTICLE.fullmatch(written.strip())
    number = read_numeral(match[1]) if match else None
    if match is None or not number:
        fail(f"article: was {written!r}; it is written 14 or 133之1")
    return number, read_numeral(match[2]) if match[2] else None


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(laws, name="laws")
