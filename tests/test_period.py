from datetime import date, timedelta

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


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2026-Q1", date(2026, 4, 6)),
        ("2026-Q2", date(2026, 7, 6)),
        ("2026-Q3", date(2026, 10, 5)),
        ("2026-Q4", date(2027, 1, 4)),
        ("2028-Q1", date(2028, 4, 3)),
        ("2028-Q4", date(2029, 1, 1)),
    ],
)
def test_the_next_check_is_on_the_first_monday_of_the_next_quarter(period, day):
    this = Period.parse(period)

    assert this.next_check(date(2026, 2, 11)) == this.next_check(day) == day


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2027, 1, 4), date(2027, 1, 4)),
        (date(2027, 1, 5), date(2027, 1, 11)),
        (date(2027, 1, 11), date(2027, 1, 11)),
        (date(2027, 3, 30), date(2027, 4, 5)),
        (date(2031, 5, 1), date(2031, 5, 5)),
    ],
)
def test_a_check_that_is_overdue_is_on_the_next_monday(today, day):
    assert Period(2026, 4).next_check(today) == day


@pytest.mark.parametrize("days", range(0, 1500, 11))
def test_the_next_check_is_a_monday_of_a_later_quarter_and_not_past(days):
    today = date(2026, 1, 1) + timedelta(days=days)

    check = Period(2026, 4).next_check(today)

    assert check is not None
    assert check.weekday() == 0
    assert check >= today
    assert Period.of(check) > Period(2026, 4)


@pytest.mark.parametrize(
    ("period", "today"),
    [(Period(9999, 4), date(2026, 11, 22)), (Period(9999, 1), date.max)],
)
def test_at_the_end_of_the_calendar_there_is_no_next_check(period, today):
    assert period.next_check(today) is None
