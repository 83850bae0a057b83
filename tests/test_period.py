from datetime import date

import pytest

from readiness.errors import UsageError
from readiness.period import Period


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_a_day_falls_in_its_period(day, period):
    assert str(Period.of(day)) == period


@pytest.mark.parametrize(
    "text",
    ["2026-Q4", "2026-q4", " 2026-Q4 ", "2026 Q4", "2026Q4", "Q4 2026", "q4/2026"],
)
def test_a_period_is_read_as_people_write_it(text):
    assert Period.parse(text) == Period(2026, 4)


@pytest.mark.parametrize("text", ["2026", "2026-Q5", "26-Q1", "٢٠٢٦-Q1", "", "x" * 999])
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(UsageError) as refused:
        Period.parse(text)

    assert refused.value.tries == ("write it like 2026-Q4",)


def test_periods_sort_by_time():
    assert Period(2025, 4) < Period(2026, 1)
