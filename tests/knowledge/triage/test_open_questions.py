from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.triage.open_questions import load_open_questions


def test_a_pattern_that_cannot_be_read_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "open_questions.toml"
    path.write_text("[[question]]\nfield = 'when'\ntold = ['昨天', '(今天']\n", encoding="utf-8")
    with pytest.raises(BadData) as refused:
        load_open_questions(path)
    assert refused.value.facts["place"] == "question.0.told.1"
