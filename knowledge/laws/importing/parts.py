"""Laws that come in several files: parts are recognised, put in order and checked for gaps."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.laws.importing.plan import CannotImport
from knowledge.laws.reading import ReadLaw


def group_by_copy(reads: Sequence[ReadLaw]) -> list[list[ReadLaw]]:
    """The files of each copy of a text: its parts, joined by number, or one that holds it whole.

    A file with the first articles of a rule does not look like a part; it is one where the parts go on.
    """
    parts = sorted((read for read in reads if read.part), key=lambda read: read.articles[0].number)
    wholes = [read for read in reads if not read.part]
    if parts and (start := parts[0].articles[0].number) > 1:
        begin = next((read for read in wholes if read.articles[-1].number == start - 1), None)
        wholes = [read for read in wholes if read is not begin]
        parts = [begin, *parts] if begin else parts
    return ([parts] if parts else []) + [[read] for read in wholes]


def check_continuity(reads: Sequence[ReadLaw]) -> None:
    """The first part begins the law, and each goes on where the one before it ended. Raises CannotImport."""
    first = reads[0].articles[0].number
    if first != 1:
        raise CannotImport(file=reads[0].file.name, problem="gap", place=f"begins with 第{first}条")
    for one, two in pairwise(reads):
        end, start = one.articles[-1].number, two.articles[0].number
        if start != end + 1:
            place = f"第{end}条之后是第{start}条"
            raise CannotImport(file=two.file.name, problem="gap" if start > end else "twice", place=place)
