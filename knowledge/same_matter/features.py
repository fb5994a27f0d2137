"""What two accounts have in common and what they contradict each other in, in words and in numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from math import log

from knowledge.same_matter.facts import Facts
from knowledge.same_matter.numbers import read_amount
from knowledge.text.lexicon import Lexicon

_AMOUNTS = ("money", "bare")
_TIMES = ("calendar", "day", "named_day", "season", "weekday")
_PLACES = (
    *("building", "entrance", "district", "station", "team"),
    *("crew", "workshop", "dormitory", "spot", "side"),
)
_COUNTS = (
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "degrees",
    "metres",
    "age",
    "people",
    "count",
)
ABOUT: Mapping[str, tuple[str, ...]] = {
    "time": _TIMES,
    "place": _PLACES,
    "count": _COUNTS,
    "person": ("person",),
    "body": ("body", "illness"),
    "object": ("machine", "food", "animal", "vehicle", "gear"),
    "claim": ("pay", "paper", "leave"),
    "setting": ("setting",),
    "kin": ("kin",),
    "role": ("role", "office"),
    "happened": ("happened",),
}
"""What a reason is about -> the kinds of fact that it is drawn from; `amount` is compared as a sum."""
_CIRCUMSTANCES = ("time", "place", "person", "body", "kin", "object")
"""A matter has one of each: another month, building, person, injury or machine is another matter."""
FEATURE_NAMES = (
    *("agreements", "apart", "again", "covered", "covered_back", "verbatim", "category", "other_happened"),
    *("other_circumstance", "same_amount", "theme", "pointed_back", "rarest", "opening", "asks"),
)
"""Of the numbers that are weighed."""
MEANING = "meaning"
"""The one more that is weighed where a model of meaning is there."""
_SAYS_LITTLE = {"count": {"1", "2"}, "people": {"1"}, "years": {"1"}, "months": {"1"}, "days": {"1"}}
_LEAST_SUM = 20
_NEAR = 0.1
"""Two sums within a tenth are one sum, told from memory: 三万多 and 三万二."""
_RARE = 3.0
"""From this weight on a single character in common says something."""
_THING, _IN_PASSING, _CHARACTER = 0.8, 0.5, 0.35
"""Shares of a word that is said with other words for one thing, in passing, or with one character."""
_FRAME = 200
"""Characters in which a replaced piece is looked for."""
_LONGEST_PIECE = 10
_RAREST = 3
_MOST_POINTED = 15.0
_RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]{2,}|\d+")
_HAN = re.compile(r"[\u4e00-\u9fff\dA-Za-z]")


@dataclass(frozen=True, slots=True)
class Point:
    """Something that speaks for one matter (`agrees`) or against it, with the words of either text."""

    about: str
    agrees: bool
    words: tuple[str, ...]
    other: tuple[str, ...]


class Rarity:
    """How much a word, character or pair says: the rarer in our sentences, the more. Immutable."""

    def __init__(self, sentences: Iterable[str], lexicon: Lexicon) -> None:
        seen: Counter[str] = Counter()
        self._size = 1
        for sentence in sentences:
            self._size += 1
            words = (word.lower() for word in lexicon.words(sentence))
            seen.update({*words, *sentence, *pairs(sentence)})
        self._seen = seen

    def of(self, piece: str) -> float:
        """From 0, for what is in every sentence, to about 8."""
        return max(0.0, log(self._size / (self._seen[piece] + 0.5)))

    def total(self, pieces: Iterable[str]) -> float:
        """Of all of them together."""
        return sum(map(self.of, sorted(pieces)))


def pairs(plain: str) -> frozenset[str]:
    """Pairs of neighbouring Chinese characters; words of other scripts and numbers whole."""
    found: set[str] = set()
    for run in _RUN.findall(plain):
        found.update([run.lower()] if run.isascii() else (run[i : i + 2] for i in range(len(run) - 1)))
    return frozenset(found)


def points(one: Facts, other: Facts) -> Iterator[Point]:
    """Kind by kind: what both say, or the contradiction where both say something and nothing is the same."""
    for about, kinds in ABOUT.items():
        for kind in kinds:
            little = _SAYS_LITTLE.get(kind, set())
            here, there = one.values(kind), other.values(kind)
            mine, theirs = here.keys() - little, there.keys() - little
            if not mine or not theirs:
                continue
            both = sorted(mine & theirs)
            yield Point(
                about,
                bool(both),
                tuple(here[value] for value in both or sorted(mine)),
                tuple(there[value] for value in both or sorted(theirs)),
            )
    yield from _sums(one, other)


def _sums(one: Facts, other: Facts) -> Iterator[Point]:
    mine, theirs = _amounts(one), _amounts(other)
    same = [(a, b) for a in mine for b in theirs if abs(a - b) <= _NEAR * max(a, b)]
    if same:
        yield Point(
            "amount",
            True,
            tuple(dict.fromkeys(mine[a] for a, _ in same)),
            tuple(dict.fromkeys(theirs[b] for _, b in same)),
        )
    elif mine and theirs:
        yield Point("amount", False, tuple(mine.values()), tuple(theirs.values()))


def _amounts(facts: Facts) -> dict[float, str]:
    every = ((float(v), word) for kind in _AMOUNTS for v, word in facts.values(kind).items())
    return {value: word for value, word in every if value >= _LEAST_SUM}


def replaced(one: str, other: str) -> list[tuple[str, str]]:
    """What was put in another's place where the words around it are the same: 六 and 九 in 六栋 and 九栋."""
    one, other = one[:_FRAME], other[:_FRAME]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    found, at, there = [], 0, 0
    for block in blocks:
        if block.size == 1:
            continue
        mine, theirs = one[at : block.a], other[there : block.b]
        if _is_another(mine, theirs):
            found.append((mine, theirs))
        at, there = block.a + block.size, block.b + block.size
    return found


def _is_another(mine: str, theirs: str) -> bool:
    if not (_HAN.search(mine) and _HAN.search(theirs)) or set(mine) & set(theirs):
        return False
    number = read_amount(mine)
    return max(len(mine), len(theirs)) <= _LONGEST_PIECE and (number is None or number != read_amount(theirs))


def covered(one: Facts, other: Facts, rarity: Rarity) -> float:
    """Share of what `one` says that `other` says too, in the same or in other words: 0 to 1."""
    things = {(kind, value) for kind, values in other.kinds.items() for value in values}
    said = {word: (kind, v) for kind, values in one.kinds.items() for v, word in values.items()}
    shared = [word for word, thing in said.items() if thing in things]
    groups = frozenset[int]().union(*other.alike.values())
    passing = [word for word, mine in one.alike.items() if mine & groups]
    weigh = partial(_share, other=other, shared=shared, passing=passing, rarity=rarity)
    every = [(rarity.of(word), weigh(word)) for word in sorted(one.words)]
    total = sum(weight for weight, _ in every)
    return sum(weight * share for weight, share in every) / total if total else 0.0


def _share(word: str, other: Facts, shared: Sequence[str], passing: Sequence[str], rarity: Rarity) -> float:
    if word in other.words or (len(word) > 1 and word in other.plain):
        return 1.0
    if any(word in thing or thing in word for thing in shared):
        return _THING
    if word in passing:
        return _IN_PASSING
    near = len(word) > 1 and any(char in other.plain and rarity.of(char) > _RARE for char in word)
    return _CHARACTER if near else 0.0


def _told_too(words: Set[str], other: Facts, rarity: Rarity) -> float:
    """How much those of `words` say that stand in the other text too."""
    return rarity.total(word for word in words if word in other.plain)


def _pointed_back(one: Facts, other: Facts, rarity: Rarity) -> float:
    """Of the parts of either text that point back, what the other tells too of the one it tells most of."""
    both = ((one, other), (other, one))
    told = (_told_too(part, there, rarity) for here, there in both for part in here.back)
    return min(max(told, default=0.0), _MOST_POINTED)


def _opening(one: Facts, other: Facts, rarity: Rarity) -> float:
    """Share of the one opening that the other text tells too, or of the other: the greater, 0 to 1."""
    both = ((one.opening, other), (other.opening, one))
    return max(_told_too(words, there, rarity) / (rarity.total(words) or 1.0) for words, there in both)


def numbers(
    shorter: Facts,
    longer: Facts,
    codes: tuple[Set[str], Set[str]],
    theme: float,
    rarity: Rarity,
) -> dict[str, float]:
    """What is weighed, by NAMES; explained in ``same_matter.toml``. `theme` is counted by the caller."""
    found = list(points(shorter, longer))
    against, in_favour = Counter[str](), Counter[str]()
    for point in found:
        (in_favour if point.agrees else against)[point.about] += len(point.words) if point.agrees else 1
    mine, theirs = pairs(shorter.plain), pairs(longer.plain)
    said = sorted(rarity.of(word) for word in shorter.words if word in longer.plain)
    return {
        "agreements": min(in_favour.total(), 6),
        "apart": min(max(shorter.apart, longer.apart), 2),
        "again": min(max(shorter.again, longer.again), 3),
        "covered": covered(shorter, longer, rarity),
        "covered_back": covered(longer, shorter, rarity),
        "verbatim": rarity.total(mine & theirs) / (rarity.total(mine) or 1.0),
        "category": float(bool(codes[0] & codes[1])),
        "other_happened": min(against["happened"], 1),
        "other_circumstance": min(sum(against[about] for about in _CIRCUMSTANCES), 2),
        "same_amount": min(in_favour["amount"], 2),
        "theme": theme,
        "pointed_back": _pointed_back(shorter, longer, rarity),
        "rarest": sum(said[-_RAREST:]),
        "opening": _opening(shorter, longer, rarity),
        "asks": float(shorter.asks or longer.asks),
    }
