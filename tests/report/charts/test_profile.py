from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.profile import PLOT, profile, profile_of
from tests.documents import demo_document
from tests.report.charts.pictures import (
    a_blank,
    a_document,
    a_node,
    all_of,
    drawn,
    texts_of,
)

points = st.lists(st.floats(0, 100), min_size=3, max_size=3).map(sorted)


def _rows(*nodes):
    return profile_of(a_document(*nodes).report).rows


@given(ends=points)
def test_a_score_stands_inside_its_range_and_the_plot(ends):
    low, point, high = ends
    node = a_node(point, low, high)

    (row,) = _rows(node)

    start, end = PLOT.start, PLOT.end
    assert start <= row.point <= end
    if row.missing:
        assert start <= row.missing.x <= row.point
        assert row.point <= row.missing.x + row.missing.width + 1e-9


@given(st.floats(0, 100), st.floats(0, 100))
def test_more_points_are_never_further_left(one, other):
    near, far = sorted((one, other))
    nodes = (a_node(near), a_node(far, id_="security"))

    rows = _rows(*nodes)

    assert rows[1].point <= rows[2].point


def test_overall_comes_first():
    nodes = (a_node(20), a_node(70, id_="security"))
    document = a_document(*nodes, overall=a_node(45, id_="overall"))

    chart = drawn(profile, document)

    names = [text for text in texts_of(chart) if text.isalpha()]
    assert names == ["Overall", "Delivery", "Security", "score"]


def test_where_not_enough_is_known_there_is_a_range_and_no_point():
    chart = drawn(profile, a_document(a_node(None, 20, 80)))

    assert not all_of(chart, "circle", "score")
    assert "not enough known" in texts_of(chart)
    assert "20 to 80" in texts_of(chart)
    assert "Delivery: not enough known, 20 to 80 of 100" in chart.description


def test_what_does_not_apply_has_words_only():
    nodes = (a_node(50), a_blank(id_="security"))

    chart = drawn(profile, a_document(*nodes))

    assert "not applicable" in texts_of(chart)
    assert len(profile_of(a_document(*nodes).report).rows) == 3
    assert "Security: not applicable." in chart.description


def test_where_all_is_known_the_key_has_no_range():
    chart = drawn(profile, a_document(a_node(50)))

    assert not all_of(chart, "rect", "range")
    assert not any("unknown" in text for text in texts_of(chart))


def test_the_people_range_is_drawn_and_in_the_table():
    chart = drawn(profile, demo_document())

    assert any(text.startswith("people range") for text in texts_of(chart))
    assert chart.table.head == ("", "Score", "Range", "People range", "Level")
    assert chart.table.rows[0] == ("Overall", "43", "41 to 46", "34 to 53", "")


@pytest.mark.parametrize("about", ["overall", "Delivery"])
def test_a_people_range_that_is_withheld_is_nowhere(about):
    demo = demo_document()
    lines = [replace(line, low=None, high=None) for line in demo.report.panel.trends]
    panel = replace(
        demo.report.panel, about=about, low=None, high=None, trends=tuple(lines)
    )

    chart = drawn(profile, replace(demo, report=replace(demo.report, panel=panel)))

    assert not any("people range" in text for text in texts_of(chart))
    assert "People range" not in chart.table.head


def test_a_level_that_is_held_down_says_so_in_the_table():
    chart = drawn(profile, demo_document())

    assert chart.table.rows[-1][-1] == (
        "1 Exploring; held at level 1 by Service-to-service identity (level 0)"
    )
