"""How laws, plans and audits look in the terminal and as JSON; narrow terminals fold the long columns."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pydantic_core import to_jsonable_python
from rich import box
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.commands.shared.terminal import printable
from knowledge.errors import KnowledgeError
from knowledge.laws.importing.plan import ImportPlan, Outcome, Planned
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.audit import AuditLine, AuditReport, State
from knowledge.laws.texts.law_text import LawText
from knowledge.laws.texts.library_file import Changes
from knowledge.laws.texts.source_package import SOURCE_LABEL

NUMBERS_SHOWN = 10
"""Article numbers that a line names before it only counts."""

_VALIDITY: Mapping[Validity, str] = {
    Validity.CURRENT: "当日有效",
    Validity.FUTURE: "当日尚未施行",
    Validity.OUTDATED: "当日已被后来的文本修改",
    Validity.REPEALED: "已废止",
}


def table(*columns: str) -> Table:
    """A plain table; days stay on one line, everything else may fold."""
    made = Table(box=box.SIMPLE, pad_edge=False)
    for name in columns:
        made.add_column(name, overflow="fold", no_wrap=name in ("passed", "in force"))
    return made


def row(into: Table, *cells: object) -> None:
    """Adds a row of plain words; square brackets in a title are no markup."""
    into.add_row(*(Text(printable("" if cell is None else str(cell))) for cell in cells))


def told(problem: KnowledgeError) -> str:
    """One line: file, what is wrong and where, what can be done."""
    facts = {name: str(fact) for name, fact in problem.facts.items()}
    if "advice" not in facts:
        return printable(str(problem))
    where = ", ".join(part for part in (facts["problem"], facts.get("place"), facts.get("at")) if part)
    return printable(f"{facts['file']}: {where}: {facts['advice']}")


def numbers(found: Iterable[str]) -> str:
    """ "3, 4, 133之1"; beyond ten of them only how many more."""
    every = list(found)
    more = f" and {len(every) - NUMBERS_SHOWN} more" if len(every) > NUMBERS_SHOWN else ""
    return ", ".join(every[:NUMBERS_SHOWN]) + more


def print_plan(plan: ImportPlan, out: Console) -> None:
    """The plan as a table, and the files that were passed over."""
    shown = table("law", "passed", "articles", "what happens")
    for planned in plan.texts:
        text = planned.text
        row(shown, text.short, text.passed, len(text.rows), _happens(planned))
    if plan.texts:
        out.print(shown)
    for skipped in plan.skipped:
        line = f"skipped {Path(str(skipped.facts['file'])).name}: {skipped.facts['advice']}"
        out.print(printable(line), markup=False, highlight=False)


def _happens(planned: Planned) -> str:
    text = planned.text
    since = f"governs from {text.in_force}" if text.in_force else f"counts from its passing, {text.passed}"
    match planned.outcome:
        case Outcome.NEW_LAW:
            said = f"new law, {since}"
        case Outcome.NEW_VERSION:
            said = f"new version, {'newer' if planned.newest else 'older'}, {since}"
        case Outcome.REPLACES:
            said = f"replaces the same text: {_changes(planned.changes) or 'headings, dates or annexes'}"
        case Outcome.UNCHANGED:
            said = "unchanged"
        case Outcome.HELD_BY_PACKAGE:
            differs = _changes(planned.changes)
            said = f"the package holds it, {'differs: ' + differs if differs else 'equal'}; nothing is kept"
        case Outcome.SUPERSEDED:
            said = "kept for questions about the old rule"
    if planned.superseded_by:
        said += f"; repealed, 《{planned.superseded_by}》 governs"
    return said + (f"; level guessed: {text.level.value} (--level sets it)" if planned.guessed else "")


def _changes(changes: Changes) -> str:
    parts = (("added", changes.added), ("changed", changes.changed), ("removed", changes.removed))
    return "; ".join(f"{len(found)} {name}: {numbers(found)}" for name, found in parts if found)


def plan_value(plan: ImportPlan, *, dry_run: bool) -> dict[str, object]:
    """The plan as plain values."""
    return {
        "dry_run": dry_run,
        "texts": [_planned_value(planned) for planned in plan.texts],
        "skipped": [_facts(one) for one in plan.skipped],
        "problems": [_facts(one) for one in plan.problems],
    }


def _planned_value(planned: Planned) -> dict[str, object]:
    text = planned.text
    return {
        "law": text.short,
        "official": text.official,
        "level": text.level.value,
        "passed": text.passed,
        "in_force": text.in_force,
        "articles": len(text.rows),
        "annexes": len(text.annexes),
        "files": [file.name for file in planned.files],
        "outcome": planned.outcome.value,
        "newest": planned.newest,
        **asdict(planned.changes),
        "superseded_by": planned.superseded_by,
        "level_guessed": planned.guessed,
    }


def _facts(problem: KnowledgeError) -> dict[str, object]:
    return {"code": problem.code, **{name: str(fact) for name, fact in problem.facts.items()}}


def print_audit(report: AuditReport, out: Console, *, whole: bool) -> None:
    """The lines that have something to say, or all; then the totals."""
    shown = table("law", "passed", "in force", "articles", "state", "to say")
    for line in report.lines:
        if whole or line.needs_attention:
            count = f"{line.articles}/{line.promised or '-'}"
            state = line.state.value.replace("_", " ")
            row(shown, line.law, line.passed, line.in_force, count, state, _to_say(line))
    if shown.row_count:
        out.print(shown)
    sums = report.totals
    out.print(
        f"{sums.laws} laws in {sums.texts} texts, {sums.articles} articles, {sums.repaired} repairs, "
        f"{sums.left_out} left out, {sums.not_yet_in_force} not yet in force, {sums.not_loaded} not loaded, "
        f"{sums.lost} lost to faults",
        markup=False,
        highlight=False,
    )


def _to_say(line: AuditLine) -> str:
    parts = [line.why.replace("_", " ")] if line.why and not line.faults else []
    parts += [f"{fault.code} {fault.detail}".strip() for fault in line.faults]
    parts += [f"{slip.code} {slip.detail}" for slip in line.irregularities[:NUMBERS_SHOWN]]
    disagrees = line.source_says and line.state is not State.DOUBTFUL  # a doubt says so itself
    parts += [f"source says {line.source_says}"] if disagrees else []
    parts += [f"{rule.value} {times}" for rule, times in line.repairs.items()]
    return "; ".join(parts)


def audit_value(report: AuditReport, *, whole: bool) -> dict[str, object]:
    """The audit as plain values."""
    lines = [to_jsonable_python(line) for line in report.lines if whole or line.needs_attention]
    return {"as_of": report.as_of, "totals": asdict(report.totals), "lines": lines}


def print_texts(texts: Iterable[LawText], out: Console) -> None:
    """One line for each text."""
    shown = table("law", "level", "passed", "in force", "articles", "source")
    for one in texts:
        level = one.entry.level.value
        source = "package" if one.source == SOURCE_LABEL else "imported"
        row(shown, one.entry.short, level, one.passed, one.in_force, len(one.articles), source)
    out.print(shown)


def print_article(article: Article, as_of: date, out: Console) -> None:
    """One article with its place, its dates, its source and whether it governed on the day."""
    place = " · ".join(part for part in (article.book, article.chapter, article.section) if part)
    dates = f"通过 {article.passed or '未知'}，施行 {article.in_force or '未核对'}"
    state = f"{as_of} {_VALIDITY.get(article.validity(as_of), '')}"
    title = Text(f"《{article.official_title}》{article.label}")
    out.print(Panel(Text(f"{place}\n\n{article.text}" if place else article.text), title=title))
    out.print(f"{dates}，来源 {printable(article.source)}；{state}", markup=False, highlight=False)
