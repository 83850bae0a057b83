from datetime import timedelta

import pytest

from readiness.interview.pace import Pace
from tests.builders import NOON


def a_pace(*seconds):
    """Build the pace of answers that took so many seconds each."""
    pace, at = Pace(NOON), NOON
    for taken in seconds:
        at += timedelta(seconds=taken)
        pace.answered(at)
    return pace


def test_the_pace_is_known_after_the_fifth_answer():
    assert a_pace(60, 60, 60, 60).minutes_left(10) is None
    assert a_pace(60, 60, 60, 60, 60).minutes_left(10) == 10


@pytest.mark.parametrize(
    ("still_open", "minutes"), [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 3)]
)
def test_minutes_are_rounded_up_and_less_than_one_is_none(still_open, minutes):
    assert a_pace(30, 30, 30, 30, 30).minutes_left(still_open) == minutes


def test_one_long_thought_does_not_change_the_pace():
    assert a_pace(60, 60, 500, 60, 60).minutes_left(10) == 10


def test_a_break_is_no_answer():
    assert a_pace(60, 60, 60, 60, 601).minutes_left(10) is None
    assert a_pace(60, 60, 60, 60, 600).minutes_left(10) == 10


def test_a_clock_that_is_set_back_is_not_counted():
    assert a_pace(60, 60, 60, 60, -3600).minutes_left(10) is None
    assert a_pace(60, 60, 60, 60, -3600, 60).minutes_left(10) == 10


def test_what_the_person_did_besides_is_not_counted():
    pace = a_pace(60, 60, 60, 60)

    pace.pass_by(NOON + timedelta(minutes=9))
    pace.answered(NOON + timedelta(minutes=10))

    assert pace.minutes_left(10) == 10
