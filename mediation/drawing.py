"""Draws the life of a case from its table: ``python -m mediation.drawing`` renews it in ARCHITECTURE.md."""

import sys
from pathlib import Path

from mediation.table import LifeTable, read_table

BEGIN = "<!-- the life of a case: drawn by `python -m mediation.drawing`, not by hand -->"
END = "<!-- end of the drawing -->"
ARCHITECTURE = Path(__file__).parent.parent / "ARCHITECTURE.md"


class NoPlaceForIt(ValueError):
    """The document does not have the two marks, once each and in this order."""


def draw(table: LifeTable) -> str:
    """The table as a Mermaid state diagram: who may pull which trigger, in the order of the table.

    Moves between the same two states share one arrow. Filing comes before the table: the owner does it.
    """
    arrows: dict[tuple[str, str], list[str]] = {}
    for move in table.move:
        label = f"{move.do} ({', '.join(move.who)})"
        for source in move.sources:
            target = source if move.to == "=" else move.to
            labels = arrows.setdefault((source, target), [])
            if label not in labels:
                labels.append(label)
    lines = ["stateDiagram-v2", f"    [*] --> {table.initial}: file (owner)"]
    for (source, target), labels in arrows.items():
        lines.append(f"    {source} --> {target}: {'<br/>'.join(labels)}")
    lines += [f"    {state} --> [*]" for state in table.final]
    return "\n".join(lines)


def renewed(document: str, drawing: str) -> str:
    """The document with the drawing between its marks; raises ``NoPlaceForIt``."""
    before, begin, rest = document.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in before + after:
        raise NoPlaceForIt(f"expected once each: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n```mermaid\n{drawing}\n```\n{END}{after}"


def main(file: Path = ARCHITECTURE) -> int:
    """Renew the drawing in ``file``; returns 2 with one line when there is no place for it."""
    try:
        old = file.read_text(encoding="utf-8")
        new = renewed(old, draw(read_table()))
    except (OSError, NoPlaceForIt) as error:
        print(f"{file}: {error}", file=sys.stderr)
        return 2
    if new != old:
        file.write_text(new, encoding="utf-8")
    print(f"{file.name}: {'renewed' if new != old else 'was current'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
