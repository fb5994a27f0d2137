"""A test over a whole table names every row that fails, and fails where there is none to look at."""

import pytest

from tests.every import every


def odd(number: int) -> None:
    if number == 9:
        pytest.skip("nine is not here")
    assert number % 2


def test_each_row_that_fails_is_named_and_none_hides_another() -> None:
    with pytest.raises(AssertionError) as failed:
        every(odd, [(1,), (2,), (9,), (4,)])
    assert str(failed.value).splitlines()[0] == "2 of 4 fail"
    assert "2: AssertionError" in str(failed.value) and "4: AssertionError" in str(failed.value)


def test_an_empty_table_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="nothing to look at"):
        every(odd, [])


def test_where_no_row_can_be_looked_at_the_test_is_skipped() -> None:
    with pytest.raises(pytest.skip.Exception, match="nine is not here"):
        every(odd, [(9,)])
