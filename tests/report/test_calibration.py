import json
from dataclasses import replace

import pytest

from readiness.comparison.calibration import calibrate
from readiness.report import calibration_json
from readiness.report.calibration import (
    build_calibration,
    comments,
    render,
)
from tests.comparison.twice import MAY, MOVED, STEADY, a_time

LATER = MAY.replace(day=15)
UP = tuple(level + 1 for level in MOVED)
DOWN = tuple(level - 1 for level in MOVED)


def a_report(first, second):
    return build_calibration(calibrate(first, second), first, second)


def lines_of(first, second):
    return render(a_report(first, second)).splitlines()


def test_figures_are_said_with_their_range_and_with_what_the_pack_assumes():
    first = a_time(*[STEADY] * 4, at=MAY)

    lines = lines_of(first, a_time(UP, DOWN, UP, DOWN, at=LATER))

    assert lines == [
        "Calibration of Payments, 2026-Q2, self-reported.",
        (
            "People: 4, with 20 questions twice, 14 days apart (2026-05-01 and "
            "2026-05-15)."
        ),
        "Answers: 5 % of 80 are the same both times.",
        "One answer: moves by 0.23 levels (0.2 to 0.27); the pack assumes 0.42.",
        "A person's mood: moves by 0.71 levels (0.46 to 1.7); the pack assumes 0.15.",
        (
            "For next time: with 4 people, a change of the overall score by 34 points "
            "can be proved (by the pack's figures: 9)."
        ),
    ]


def test_two_people_are_too_few_for_a_mood():
    lines = lines_of(a_time(STEADY, STEADY), a_time(MOVED, MOVED))

    assert (
        "A person's mood: takes 3 people to be told from chance; the pack assumes "
        "0.15, and it stays."
    ) in lines


def test_moods_that_cannot_be_told_from_none_are_pointed_out():
    lines = lines_of(a_time(*[STEADY] * 3, at=MAY), a_time(*[MOVED] * 3, at=LATER))

    assert lines[-1].startswith(
        "3 people are too few to tell these moods from none; they may be as strong as "
    )


def test_days_that_are_not_known_are_pointed_out():
    lines = lines_of(a_time(STEADY), a_time(MOVED))

    assert lines[1] == "People: 1, with 20 questions twice."
    assert lines[-1].startswith("Of 1 person the days are not known. With more than 21")


def test_a_second_time_on_the_same_day_is_pointed_out():
    lines = lines_of(a_time(STEADY, at=MAY), a_time(MOVED, at=MAY))

    assert lines[1].endswith("twice, both times on 2026-05-01.")
    assert lines[-1].startswith("The two times are so close that people remember")


def test_people_who_were_left_out_are_counted():
    first = a_time(STEADY, STEADY, at=MAY)

    lines = lines_of(first, a_time(MOVED, STEADY[:9], at=LATER))

    assert lines[-1] == (
        "Left out: 1 person who rated fewer than 10 of the same questions both times."
    )


@pytest.mark.parametrize(("second", "way"), [(UP, "up by 1"), (DOWN, "down by 1")])
def test_people_who_moved_together_may_have_changed_something(second, way):
    lines = lines_of(a_time(*[STEADY] * 3, at=MAY), a_time(*[second] * 3, at=LATER))

    assert lines[-1].startswith(f"Together, answers went {way} levels, more than moods")


def test_the_document_has_all_figures_unrounded():
    first, second = a_time(STEADY, at=MAY), a_time(MOVED)
    report = a_report(first, second)

    document = json.loads(calibration_json.render(report))

    assert document["kind"] == "readiness.calibration"
    assert document["team"] == {"id": "payments", "name": "Payments"}
    assert document["first"] == {"period": "2026-Q2", "day": None}
    assert document["days"] is None
    assert document["undated_people"] == document["people"] == 1
    assert document["item"]["value"] == report.calibration.item.value
    assert document["shift"]["measured"] is False
    assert document["noise"]["shift"] == document["assumed"]["shift"] == 0.15
    assert document["provable_points"]["assumed"] == report.proved
    assert len(document["remarks"]) == 1


def test_two_quarters_on_one_day_were_entered_then_and_not_answered():
    first = a_time(STEADY, at=MAY)
    second = a_time(MOVED, at=MAY)

    report = a_report(first, replace(second, period="2026-Q3"))

    assert report.calibration.occasions.days is None
    assert comments(report).startswith("\n# Note: Of 1 person the days are not known.")
