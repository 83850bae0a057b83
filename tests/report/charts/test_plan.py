from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.report.charts.plan import APART, MOST, plan, plan_of
from tests.documents import demo_document, small_document
from tests.report.charts.pictures import drawn, outside, overlaps, texts_of

gains = st.tuples(*[st.floats(0, 40)] * 3).map(sorted)
efforts = st.floats(0.1, 40)


def _step(number=1, *, weeks=2.0, gain=(1.0, 2.0, 3.0)):
    low, point, high = gain
    return replace(
        demo_document().report.steps[0],
        number=f"A{number}",
        person_weeks=weeks,
        trend_gain_low=low,
        trend_gain=point,
        trend_gain_high=high,
    )


def _places_and_feet(steps):
    spots = plan_of(steps).spots
    return [spot.place.x for spot in spots], [spot.foot for spot in spots]


def _chart(steps):
    demo = demo_document()
    return plan(replace(demo, report=replace(demo.report, steps=tuple(steps))))


@given(gains, efforts)
def test_a_gain_stands_inside_its_range(gain, weeks):
    (spot,) = plan_of([_step(gain=gain, weeks=weeks)]).spots

    assert spot.whisker.y1 <= spot.place.y <= spot.whisker.y2
    assert 0 < spot.place.x < 640


@given(st.lists(efforts, min_size=1, max_size=MOST))
def test_more_work_is_further_right_and_ranges_keep_apart(weeks):
    steps = [_step(n, weeks=one) for n, one in enumerate(weeks)]

    spots = plan_of(steps).spots

    across = [spot.place.x for spot in spots]
    assert all(b - a >= APART - 0.11 for a, b in pairwise(across))
    by_number = {step.number: step.person_weeks for step in steps}
    in_order = [by_number[spot.number.lines[0]] for spot in spots]
    assert in_order == sorted(in_order)


@settings(max_examples=30)  # each is a whole picture
@given(st.lists(st.tuples(efforts, gains), min_size=1, max_size=20))
def test_numbers_never_stand_on_each_other(actions):
    chart = _chart(
        _step(n + 1, weeks=weeks, gain=gain) for n, (weeks, gain) in enumerate(actions)
    )

    assert not overlaps(chart)
    assert not outside(chart)


def test_numbers_too_wide_for_their_places_go_up():
    steps = [replace(_step(), number="A1000") for _ in range(3)]

    chart = _chart(steps)

    assert not overlaps(chart)


def test_a_second_action_of_the_same_effort_is_said_to_stand_beside():
    alone, beside = _chart([_step()]), _chart([_step(1), _step(2)])

    said = "A short line leads from an action to its effort."
    assert said not in texts_of(alone)
    assert said in texts_of(beside)


def test_actions_beyond_the_twelfth_are_in_the_table():
    chart = _chart(_step(n, weeks=n) for n in range(1, 16))

    assert "3 more in the table." in texts_of(chart)
    assert len(chart.table.rows) == 15


@pytest.mark.parametrize("gain", [(0, 0, 0), (0.01, 0.02, 0.03)])
def test_the_smallest_gains_can_be_drawn(gain):
    chart = _chart([_step(gain=gain, weeks=0.001)])

    assert not overlaps(chart)


def test_every_action_is_explained_below_in_the_words_of_the_report():
    chart = drawn(plan, demo_document())

    assert (
        "now: +4.5 points (3 to 5) in Zero-trust security; up to 2 weeks, "
        "3 person-weeks of work"
    ) in texts_of(chart)
    assert chart.table.rows[0] == (
        "A1",
        "Let one sensitive service demand own proof from every internal caller",
        "now",
        "+4.5 points (3 to 5) in Zero-trust security",
        "up to 2 weeks, 3 person-weeks of work",
    )


def test_the_description_ends_with_where_the_steps_lead():
    chart = drawn(plan, demo_document())

    assert chart.description.endswith(
        "46 of 100 (range 44 to 48), if every level is reached."
    )


def test_without_anything_scheduled_there_is_none():
    assert plan(small_document()) is None


def test_an_action_that_stands_beside_its_effort_has_a_foot_there():
    steps = [_step(n, weeks=weeks) for n, weeks in enumerate((1, 3, 3, 5))]

    places, feet = _places_and_feet(steps)

    assert feet[0] is None
    assert feet[1].x1 == places[1]
    assert feet[2].x1 == places[2]
    assert places[1] < feet[1].x2 == feet[2].x2 < places[2]
    assert feet[3] is None
