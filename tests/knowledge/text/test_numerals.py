import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.numerals import read_numeral, write_numeral


@given(st.integers(1, 9999))
def test_what_is_written_is_read_back(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一千二百五十四", 1254),
        ("一二五四", 1254),
        ("壹佰", 100),
        ("廿三", 23),
        ("十", 10),
        ("二百零四", 204),
        ("1254", 1254),
    ],
)
def test_every_usual_writing_is_read(written: str, number: int) -> None:
    assert read_numeral(written) == number


@pytest.mark.parametrize("written", ["", "十百", "一二百", "法"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert read_numeral(written) is None


@pytest.mark.parametrize("written", ["9" * 6000, "一" * 6000, "一千" * 3000])
def test_what_is_longer_than_any_number_is_none(written: str) -> None:
    assert read_numeral(written) is None
