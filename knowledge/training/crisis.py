"""``python -m knowledge.training.crisis LINES.jsonl …``: fits the learned part, always the same.

It needs scikit-learn, which the bot does not.

It learns from the files of lines, from the examples of the rules, from ordinary sentences (examples.yaml,
plain-language records) and from the "dev" half of the files that are named ({text, half or split, and
expect.crisis}; question, a and b are texts too). Lines of which nobody said whether they tell of a danger are
calm, but for those of the mind (MIND) and those in which the rules see one: these are left out. Other halves
are not read; a file without halves is read whole.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.crisis.classifier import (
    NGRAMS_FILE,
    WEIGHTS_FILE,
    CrisisClassifier,
    Weights,
    load_concepts,
    named_ngrams,
)
from knowledge.crisis.detector import CrisisDetector
from knowledge.crisis.features import NGRAM, Features, PassageFeatures
from knowledge.crisis.normalise import load_normaliser
from knowledge.crisis.rules import Level, load_rule_book
from knowledge.datafile import Checked, read_checked
from knowledge.plain import load_plain as load_plain
from knowledge.text.ngrams import format_ngram_weights
from knowledge.training.regression import fitted, line_files, rarity
from knowledge.triage.naive_bayes import EXAMPLES_FILE

_OF_THE_MIND = "MIND"
_TEXTS = ("text", "question", "a", "b")
LINES_FOLDER = Path(__file__).with_name("crisis_lines")
LINES_FILES = (
    *("lines.yaml", "lines-quiet.yaml", "lines-loud.yaml", "lines-hidden.yaml"),
    *("lines-open.yaml", "lines-others.yaml", "lines-pairs.yaml", "lines-voices.yaml"),
    *("lines-young.yaml", "lines-crews.yaml", "lines-offices.yaml", "lines-families.yaml"),
    "lines-furious.yaml",
)
EVERY_ASK = 5
_FREEDOM = 1.0
"""How little the weights are held near 0."""
_LEAST = 0.02
"""Weights under this are left out."""
RAISES, LOWERS = -0.1, -1.2


class OwnLines(Checked):
    """One of the files of lines."""

    danger: tuple[str, ...]
    calm: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A text, and whether it tells of a danger; None where nobody has said so."""

    text: str
    danger: bool | None


@dataclass(frozen=True, slots=True)
class Bag:
    """The features of every passage of a line; of a danger one passage at least tells of it."""

    passages: Sequence[PassageFeatures]
    danger: bool


def own_lines() -> list[Line]:
    """Our own lines and the examples of the rules."""
    own = [read_checked(LINES_FOLDER / name, OwnLines) for name in LINES_FILES]
    rules = [rule for rule in load_rule_book().rules if rule.level is not Level.HINT]
    danger = [
        *(text for one in own for text in one.danger),
        *(said for rule in rules for said in rule.examples),
    ]
    calm = [
        *(text for one in own for text in one.calm),
        *(said for rule in rules for said in (*rule.counter, *rule.softened)),
    ]
    return [Line(text, True) for text in danger] + [Line(text, False) for text in calm]


def dev_lines(paths: Iterable[Path]) -> list[Line]:
    """The development half of line files, or the whole where there are no halves."""
    dev = (line for learned, line in line_files(paths) if learned)
    known = (
        line for line in dev if _said(line) is not None or _OF_THE_MIND not in line.get("categories", ())
    )
    return [Line(line[name], _said(line)) for line in known for name in _TEXTS if name in line]


def ordinary_lines() -> list[Line]:
    """What people tell and ask all day: the examples of triage but for MIND, and every so-manieth question of
    the plain-language records. Nobody has said that they are calm, so the rules are asked (see `bags`)."""
    examples = yaml.safe_load(EXAMPLES_FILE.read_text(encoding="utf-8"))
    told = [text for code, texts in examples.items() if code != _OF_THE_MIND for text in texts]
    asks = list(load_plain().asks)
    return [Line(text, None) for text in (*told, *asks[::EVERY_ASK])]


def _said(line: Mapping[str, Any]) -> bool | None:
    """What people said of a line: whether it tells of a danger, or nothing."""
    expect = line.get("expect")
    return expect.get("crisis") if isinstance(expect, Mapping) else None


def bags(detector: CrisisDetector, lines: Iterable[Line]) -> list[Bag]:
    """The features of `lines` that say something; `detector` is one of rules alone."""
    known = (line for line in lines if line.danger is not None or detector.detect(line.text) is None)
    found = (Bag(detector.passages(line.text), bool(line.danger)) for line in known)
    return [bag for bag in found if bag.passages]


def fit(lines: Sequence[Bag], raises: float = RAISES, lowers: float = LOWERS) -> Weights:
    """Weights for `lines`. Of the passages of a danger the one is taken that a first fit finds likeliest."""
    plain = [bag for bag in lines if len(bag.passages) == 1 or not bag.danger]
    first = CrisisClassifier(
        _fitted([(one.all(), bag.danger) for bag in plain for one in bag.passages], raises, lowers)
    )
    rows = [
        (one.all(), bag.danger)
        for bag in lines
        for one in ([max(bag.passages, key=first.score)] if bag.danger else bag.passages)
    ]
    return _fitted(rows, raises, lowers)


def _fitted(rows: Sequence[tuple[Features, bool]], raises: float, lowers: float) -> Weights:
    bias, weights = fitted(rows, _rarity, _FREEDOM, _LEAST)
    return Weights(bias=bias, raises=raises, lowers=lowers, weights=weights)


def _rarity(feature: str, times: int, lines: int) -> float:
    """Of n-grams the rare ones say more; other features count as they are."""
    return rarity(times, lines) if feature.startswith(NGRAM) else 1.0


def written(weights: Weights) -> tuple[str, str]:
    """The two files, one weight a line and sorted: of the named features, and of the n-grams."""
    named = {feature: weight for feature, weight in weights.weights.items() if not feature.startswith(NGRAM)}
    kept = weights.model_dump() | {"weights": named}
    return json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n", format_ngram_weights(
        named_ngrams(weights)
    )


def rules_alone() -> CrisisDetector:
    """A detector of rules alone, to whose features weights are fitted."""
    empty: Mapping[str, float] = {}
    silent = CrisisClassifier(
        Weights(bias=0.0, raises=float("inf"), lowers=float("-inf"), weights=dict(empty))
    )
    return CrisisDetector(load_rule_book(), load_normaliser(), load_concepts(), silent)


def main(paths: Sequence[str]) -> None:
    """Fit and write."""
    lines = own_lines() + ordinary_lines() + dev_lines(map(Path, paths))
    found = bags(rules_alone(), lines)
    weights = fit(found)
    for path, text in zip((WEIGHTS_FILE, NGRAMS_FILE), written(weights), strict=True):
        path.write_text(text, encoding="utf-8")
    print(
        f"{len(found)} lines, {sum(bag.danger for bag in found)} of a danger, {len(weights.weights)} weights"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
