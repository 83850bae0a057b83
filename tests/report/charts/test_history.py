from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.report.charts.history import MOST, Mark, history, history_of
from tests.documents import demo_document, small_document
from tests.report.charts.pictures import (
    a_document,
    a_node,
    a_past,
    a_past_line,
    drawn,
    outside,
    overlaps,
    texts_of,
)

runs = st.lists(st.none() | st.floats(0, 100), min_size=2, max_size=12).filter(any)


def _lines(number, quarters=12):
    return [
        a_past_line([40 + n / 4 + q for q in range(quarters)], id_=f"line-{n}")
        for n in range(number)
    ]


def _chart(*lines, **fields):
    return history(a_document(a_node(50), past=a_past(*lines, **fields)))


@given(runs)
@example([1.0, None, 2.0, 3.0])
def test_what_is_not_known_leaves_a_gap(run):
    (trace,) = history_of(a_past(a_past_line(run))).traces

    known = [one is not None for one in run]
    assert len(trace.points) == sum(known)
    both = [one and other for one, other in pairwise(known)]
    assert len(trace.parts) == sum(both)


@given(runs)
def test_time_goes_to_the_right_and_more_points_are_higher(run):
    (trace,) = history_of(a_past(a_past_line(run))).traces

    points = [one for one in run if one is not None]
    across = [place.x for place in trace.points]
    assert across == sorted(set(across))
    ranked = sorted(zip(points, (-place.y for place in trace.points), strict=True))
    assert [height for _, height in ranked] == sorted(h for _, h in ranked)


def test_lines_differ_in_their_marks_and_dashes():
    traces = history_of(a_past(*_lines(MOST))).traces

    assert [trace.mark for trace in traces] == list(Mark)
    assert len({trace.dash for trace in traces}) == MOST


def test_twelve_quarters_of_six_lines_keep_apart():
    chart = _chart(*_lines(6))

    assert not overlaps(chart)
    assert not outside(chart)


@pytest.mark.parametrize("quarters", [2, 3, 5, 8, 12, 40])
def test_the_last_quarter_is_named_and_as_many_as_there_is_room(quarters):
    chart = _chart(*_lines(1, quarters))

    named = [text for text in texts_of(chart) if "-Q" in text]
    last = 23 + (quarters - 1) // 4
    assert named[0] == f"{last}-Q{1 + (quarters - 1) % 4}"
    assert len(named) == quarters or quarters > 7
    assert not overlaps(chart)


def test_names_wider_than_the_plot_leave_the_last_one():
    past = a_past(*_lines(1, 3))
    long = replace(past, shorts=("a quarter " * 20,) * 3)

    drawn = history_of(long)

    assert len(drawn.quarters) == 1


def test_a_name_stands_at_the_end_of_its_line():
    chart = drawn(history, demo_document())

    written = texts_of(chart)
    assert written[written.index("Overall") + 1] == "41 to 43"
    assert written[written.index("Serverless 2.0") + 1] == "64 to 55"


def test_lines_beyond_the_sixth_are_in_the_table():
    chart = _chart(*_lines(8))

    assert "6 of 8 lines are drawn, the table has all." in texts_of(chart)
    assert len(chart.table.rows) == 9


def test_a_line_without_any_score_is_in_the_table_only():
    chart = _chart(a_past_line([None, None], id_="unknown"), a_past_line([30, 40]))

    assert "Unknown" not in texts_of(chart)
    assert "1 of 2 lines are drawn, the table has all." in texts_of(chart)
    assert chart.table.rows[0][:3] == ("Unknown", "--", "--")


def test_without_two_quarters_or_any_score_there_is_none():
    assert history(small_document()) is None
    assert _chart(a_past_line([None, None])) is None


def test_the_table_says_who_answered_and_which_form():
    chart = _chart(a_past_line([30, 40]), forms=("full", "quick"))

    assert chart.table.head[1:3] == ("2023-Q1", "2023-Q2")
    assert chart.table.rows[0][-1] == "improved since 25-Q3; A note"
    assert chart.table.rows[1] == ("People who answered", "5", "5", "", "")
    assert chart.table.rows[2] == ("Form", "full", "quick", "", "")
