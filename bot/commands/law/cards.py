"""``xinqiao cards``: whether every policy card still stands on texts that govern."""

from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot.commands.law import law_tables as tables
from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.terminal import print_json, printable
from knowledge.cards import CardCollection, Finding, Problem, open_cards
from knowledge.errors import KnowledgeError
from knowledge.laws.texts.store import open_store
from knowledge.triage.taxonomy import load_taxonomy

FOUND = 1
"""Exit code: a card may not be shown for another reason than a text that was not imported."""

Coverage = dict[str, tuple[int, int]]
"""Code of a category to (cards that hold, all its cards), in the order of the taxonomy."""

cards = typer.Typer(help="政策卡片 / policy cards", no_args_is_help=True)


@cards.command()
def check(
    as_of: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="哪一天 / on which day")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="缺一条也算 / any finding fails")] = False,
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / machine-readable")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """检查卡片的依据 / check what the cards stand on; 0 when at most texts are missing, else 1."""
    law, zone = load(settings_file).law, load(settings_file).time.zone
    try:
        day = date.fromisoformat(as_of) if as_of else datetime.now(ZoneInfo(zone)).date()
    except ValueError:
        fail(f"--as-of: was {as_of!r}; a day is written 2024-05-06")
    try:
        cards = open_cards(open_store(Path(law.database) if law.database else None, Path(law.library)))
        covered = coverage(cards, day)
    except KnowledgeError as error:
        fail(printable(str(error)))
    findings = cards.findings(day)
    if json_:
        print_json(as_value(cards, findings, covered, day))
    else:
        _print(cards, findings, covered, day)
    grave = [one for one in findings if strict or one.problem is not Problem.BASIS_MISSING]
    raise typer.Exit(FOUND if grave else 0)


def coverage(cards: CardCollection, as_of: date) -> Coverage:
    """How many cards each category has, and how many of them hold. Raises BadData."""
    every = Counter(card.category for card in cards.cards)
    valid = Counter(card.category for card in cards.valid(as_of))
    return {one.code: (valid[one.code], every[one.code]) for one in load_taxonomy().categories}


def as_value(
    cards: CardCollection, findings: tuple[Finding, ...], covered: Coverage, as_of: date
) -> dict[str, object]:
    """The check as plain values."""
    return {
        "as_of": as_of,
        "totals": {
            "cards": len(cards.cards),
            "valid": len(cards.valid(as_of)),
            "findings": len(findings),
        },
        "findings": [
            {
                "card": one.card.key,
                "title": one.card.title,
                "category": one.card.category,
                "problem": one.problem.value,
                "detail": one.detail,
            }
            for one in findings
        ],
        "coverage": {code: {"valid": valid, "all": every} for code, (valid, every) in covered.items()},
    }


def _print(cards: CardCollection, findings: tuple[Finding, ...], covered: Coverage, as_of: date) -> None:
    out = Console()
    grouped: dict[Problem, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.problem].append(finding)
    for problem, found in grouped.items():
        shown = tables.table("card", "key", problem.value)
        for one in found:
            tables.row(shown, one.card.title, one.card.key, one.detail)
        out.print(shown)
    shown = tables.table("category", "valid", "all")
    for code, (valid, every) in covered.items():
        tables.row(shown, code, valid, every)
    out.print(shown)
    count, total = len(cards.valid(as_of)), len(cards.cards)
    typer.echo(f"{count} of {total} cards hold on {as_of}, {len(findings)} findings")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(cards, name="cards")
