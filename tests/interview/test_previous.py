"""What the same person answered in earlier periods."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from readiness.interview.previous import Hindsight, gather
from readiness.period import Period
from readiness.responses import Noted, Rated, Unknown
from tests.builders import (
    NOON,
    a_capability,
    a_pack,
    a_question,
    a_response,
)
from tests.interview.scripted import previously, three_questions

LATE_IN_UTC = datetime(2026, 8, 14, 23, 30, tzinfo=UTC)


def of_period(period, pack, **answers):
    response = a_response(pack, **answers)
    return response.model_copy(update={"period": period}), pack


def test_the_latest_decided_answer_counts():
    pack = three_questions()
    spring = of_period("2026-Q2", pack, pairing=1, reviews=2)
    summer = of_period("2026-Q3", pack, pairing=3, reviews=Noted(note="later"))

    found = gather(pack, [spring, summer])

    assert {id_: before.answer for id_, before in found.items()} == {
        "pairing": Rated(level=3),
        "reviews": Rated(level=2),
    }
    assert found["pairing"].period == Period(2026, 3)


@pytest.mark.parametrize(
    ("at", "on"),
    [
        (LATE_IN_UTC, date(2026, 8, 14)),
        (LATE_IN_UTC.replace(tzinfo=None), date(2026, 8, 14)),
        (
            datetime(2026, 8, 15, 0, 30, tzinfo=timezone(timedelta(hours=1))),
            date(2026, 8, 14),
        ),
        (None, date(2026, 9, 30)),
    ],
)
def test_its_day_is_that_of_the_answer_or_the_last_of_its_period(at, on):
    pack = three_questions()
    summer = of_period("2026-Q3", pack, pairing=Rated(level=1, at=at))

    assert gather(pack, [summer])["pairing"].on == on


def test_the_last_day_of_a_year_is_in_its_last_period():
    pack = three_questions()

    found = gather(pack, [of_period("2025-Q4", pack, pairing=1)])

    assert found["pairing"].on == date(2025, 12, 31)


def test_a_question_that_means_something_else_now_has_changed():
    then, now = (
        a_pack(a_capability(questions=(a_question("a", revision=revision),)))
        for revision in (1, 2)
    )

    found = gather(now, [of_period("2026-Q3", then, a=1)])

    assert found["a"].is_changed


def test_questions_that_are_not_asked_any_more_are_left_out():
    then = a_pack(a_capability("old"), a_capability("pairing"))

    found = gather(three_questions(), [of_period("2026-Q3", then, old=1, pairing=2)])

    assert list(found) == ["pairing"]


def hindsight(**previous):
    return Hindsight(previous=previous, today=NOON.date())


def test_an_answer_to_a_changed_question_is_of_no_use():
    before = previously(2)
    look = hindsight(a=before, b=previously(2, is_changed=True))

    assert look.usable("a") is before
    assert look.usable("b") is None
    assert look.usable("c") is None


@pytest.mark.parametrize(
    ("before", "comes_first"),
    [
        (previously(), False),
        (previously(days_ago=121), True),
        (previously(is_changed=True), True),
        (previously(Unknown()), True),
    ],
)
def test_what_last_time_leaves_open_comes_first(before, comes_first):
    assert hindsight(a=before).comes_first("a") is comes_first


def test_what_was_open_last_time_comes_first_if_there_was_a_last_time():
    assert hindsight(a=previously()).comes_first("b")
    assert not hindsight().comes_first("b")
