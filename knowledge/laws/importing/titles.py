"""Which law a title means, and how high a text stands that the catalogue does not list."""

import re

from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, Level
from knowledge.text.widths import half_width

_NATION = "中华人民共和国"
_OUTSIDE = re.compile(r"[\s《》〈〉\u200b-\u200f\ufeff]+")
_OF_A_COURT = re.compile(r"最高人民(?:法院|检察院).*(?:解释|规定|批复)(?:[（(][^（）()]+[）)])?")
_OF_A_COMPANY = re.compile("公司|集团|厂|企业.{0,8}内部")


def title_key(title: str) -> str:
    """Equal for all ways of writing one title: 《》, spaces, 中华人民共和国 and the width of brackets go."""
    return half_width(_OUTSIDE.sub("", title)).replace(_NATION, "")


class Titles:
    """Finds the laws of one catalogue by title. Immutable."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._of: dict[str, LawEntry] = {}
        for entry in catalogue.law:
            self._of[title_key(entry.official)] = entry
        for entry in catalogue.law:
            for name in entry.all_names():
                self._of.setdefault(title_key(name), entry)

    def entry(self, title: str) -> LawEntry | None:
        """The law whose official title, short title or nickname `title` is; official titles go first."""
        return self._of.get(title_key(title))


def guess_level(title: str) -> Level | None:
    """What a title tells: a court's 解释 or 规定, the State Council's 条例; None for everything else.

    A company's 条例 is never taken for a regulation: a rule must not be lifted above the law by its name.
    """
    if _OF_A_COURT.fullmatch(title):
        return Level.INTERPRETATION
    if title.endswith("条例") and not _OF_A_COMPANY.search(title):
        return Level.REGULATION
    return None
