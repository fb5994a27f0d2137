from pathlib import Path

import pytest

from knowledge.crisis import Danger, load_crisis_detector
from knowledge.crisis.classifier import WEIGHTS_FILE, CrisisClassifier, Weights, load_concepts
from knowledge.crisis.detector import CrisisDetector
from knowledge.crisis.features import PassageFeatures
from knowledge.crisis.normalise import load_normaliser
from knowledge.crisis.rules import load_rule_book
from knowledge.datafile import read_checked
from knowledge.text.ngrams import ngrams_of
from knowledge.training.crisis import (
    LOWERS,
    RAISES,
    Bag,
    Line,
    dev_lines,
    fit,
    own_lines,
    rules_alone,
    written,
)


def passage(ngrams: str = "", **named: float) -> PassageFeatures:
    return PassageFeatures(named, ngrams_of(ngrams), 0.2)


BAGS = [
    Bag([passage(river=1.0, night=0.5)], True),
    Bag([passage(river=1.0), passage(pay=1.0)], True),
    Bag([passage(pay=1.0, night=0.5)], False),
    Bag([passage(pay=1.0)], False),
]


def weighing(raises: float, lowers: float) -> CrisisDetector:
    classifier = CrisisClassifier(Weights(bias=0.0, raises=raises, lowers=lowers, weights={}))
    return CrisisDetector(load_rule_book(), load_normaliser(), load_concepts(), classifier)


def test_the_learned_part_only_raises_and_lowers_doubt() -> None:
    everywhere, nowhere = weighing(-1.0, -2.0), weighing(9.0, 8.0)
    raised = everywhere.detect("年假有几天")
    assert raised is not None and not raised.sure
    assert rules_alone().detect("我就是全家的累赘") is not None and nowhere.detect("我就是全家的累赘") is None
    sure = nowhere.detect("我真的不想活了")
    assert sure is not None and sure.sure


def test_many_pieces_need_more_than_one_to_be_doubtful() -> None:
    classifier = CrisisClassifier(Weights(bias=0.0, raises=1.0, lowers=-1.0, weights={}))
    assert classifier.raises([1.1]) and not classifier.raises([1.1, 0.0, 0.0])
    assert not classifier.raises([]) and classifier.lowers([-2.0]) and not classifier.lowers([])


def test_fitting_finds_what_tells_and_always_the_same() -> None:
    weights = fit(BAGS)
    assert weights.weights["river"] > 0 > weights.weights["pay"]
    assert written(weights) == written(fit(BAGS))


def test_a_run_of_letters_says_the_more_the_fewer_lines_it_stands_in() -> None:
    danger = [Bag([passage("河的")], True)] * 3 + [Bag([passage("的")], True)] * 3
    calm = [Bag([passage("山")], False)] * 3 + [Bag([passage("月")], False)] * 3
    weights = fit([*danger, *calm]).weights
    assert weights["g 河"] > weights["g 的"] > 0


def test_a_run_weighs_in_a_look_what_it_weighed_in_the_fit() -> None:
    classifier = CrisisClassifier(
        Weights(bias=0.5, raises=1.0, lowers=-1.0, weights={"river": 2.0, "g 河": 10.0})
    )
    assert classifier.score(passage("河山", river=1.0)) == pytest.approx(0.5 + 2.0 + 0.2 * 10.0)


def test_the_weights_in_the_file_are_those_of_our_thresholds() -> None:
    kept = read_checked(WEIGHTS_FILE, Weights)
    assert (kept.raises, kept.lowers) == (RAISES, LOWERS)


def test_only_the_development_half_is_learned_from(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(
        '{"text": "a", "half": "dev", "expect": {"crisis": true}}\n'
        '{"text": "b", "half": "held", "expect": {"crisis": true}}\n'
        '{"text": "c", "split": "dev", "categories": ["MIND"]}\n'
        '{"text": "d", "split": "dev", "categories": ["WAGE"]}\n'
    )
    assert dev_lines([path]) == [Line("a", True), Line("d", None)]


def test_no_line_of_our_own_is_said_to_be_both() -> None:
    lines = own_lines()
    danger = {line.text for line in lines if line.danger}
    assert danger.isdisjoint(line.text for line in lines if not line.danger)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("泥浆罐边上喊不应他，人陷进去了，气味大", Danger.WORK), ("我想把自己关掉，像关灯", Danger.SUICIDE)],
)
def test_a_doubt_says_what_it_is_about(text: str, kind: Danger) -> None:
    alarm = weighing(-1.0, -2.0).detect(text)
    assert alarm is not None and alarm.kind is kind


def test_the_weights_of_the_project_load() -> None:
    assert load_crisis_detector().detect("年假有几天") is None
