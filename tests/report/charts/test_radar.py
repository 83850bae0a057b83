import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.radar import MOST, RADIUS, radar, radar_of
from tests.report.charts.pictures import (
    a_blank,
    a_document,
    a_node,
    drawn,
    outside,
    overlaps,
    texts_of,
    trends,
)

scores = st.lists(st.none() | st.floats(0, 100), min_size=3, max_size=MOST)


def _radar(scores_):
    nodes = [a_node(one, 0, 100, id_=f"trend-{n}") for n, one in enumerate(scores_)]
    return radar_of(a_document(*nodes).report)


@given(scores)
def test_the_more_points_the_further_out(scores_):
    picture = _radar(scores_)

    for spoke, points in zip(picture.spokes, scores_, strict=True):
        if points is None:
            assert spoke.point is None
        else:
            away = (spoke.point.x - picture.centre.x, spoke.point.y - picture.centre.y)
            assert math.hypot(*away) == pytest.approx(RADIUS * points / 100, abs=0.15)


@given(scores)
def test_only_neighbours_that_both_have_a_score_are_joined(scores_):
    picture = _radar(scores_)

    following = [*scores_[1:], scores_[0]]
    both = [
        one is not None and other is not None
        for one, other in zip(scores_, following, strict=True)
    ]
    assert len(picture.sides) == sum(both)


def test_a_trend_without_a_score_is_never_at_the_centre():
    picture = _radar([50, None, 70])

    assert picture.spokes[1].point is None
    assert len(picture.sides) == 1


def test_the_first_trend_is_at_the_top_and_the_next_to_the_right():
    picture = _radar([100, 100, 100, 100])

    top, right, bottom, left = (spoke.point for spoke in picture.spokes)
    assert top.y < right.y == left.y < bottom.y
    assert left.x < top.x == bottom.x < right.x


@pytest.mark.parametrize("number", [1, 2, MOST + 1])
def test_few_trends_and_very_many_make_no_radar(number):
    assert radar(a_document(*trends(number))) is None


def test_without_any_score_there_is_none():
    nodes = [a_node(None, 0, 100, id_=f"trend-{n}") for n in range(5)]

    assert radar(a_document(*nodes)) is None


@pytest.mark.parametrize("number", range(3, MOST + 1))
def test_names_around_the_circle_keep_apart(number):
    chart = drawn(radar, a_document(*trends(number)))

    assert not overlaps(chart)
    assert not outside(chart)


def test_the_gap_is_told_in_words():
    nodes = (a_node(10), a_blank(id_="security"), a_node(60, 50, 70, id_="data"))

    chart = drawn(radar, a_document(*nodes))

    assert "not applicable" in texts_of(chart)
    assert "60 (50 to 70)" in texts_of(chart)
    assert chart.description == (
        "The scores of the trends around a centre, 0 inside and 100 outside. "
        "Delivery: 10. Security: not applicable. Data: 60 (50 to 70). "
        "Where not enough is known, the line has a gap."
    )
