from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.changes import PLOT, changes, changes_of
from tests.documents import demo_document, small_document
from tests.report.charts.pictures import (
    a_change,
    a_document,
    a_node,
    all_of,
    drawn,
    some_changes,
    texts_of,
)


def _row(*args, **fields):
    (row,) = changes_of(some_changes(a_change(*args, **fields))).rows
    return row


def _drawn(*lines):
    return changes(a_document(a_node(50), changes=some_changes(*lines)))


@given(st.floats(0, 100), st.floats(0, 100), st.floats(-60, 60), st.floats(2.5, 25))
def test_a_score_leaves_the_band_exactly_if_it_is_a_change(old, new, delta, band):
    row = _row(old, new, delta=delta, band=band)

    left, right = row.band.x, row.band.x + row.band.width
    # of rounding, twice; and a band is drawn one unit wide at least
    slack = 0.2 if row.band.width > 1 else 1
    if abs(delta) >= band:
        assert not left + slack < row.new < right - slack
    else:
        assert left - slack <= row.new <= right + slack


@given(st.floats(0, 100), st.floats(0, 100), st.floats(-60, 60))
def test_everything_stays_on_the_plot(old, new, delta):
    row = _row(old, new, delta=delta, band=20)

    places = (row.old, row.new, row.band.x, row.band.x + row.band.width)
    assert all(PLOT.start <= place <= PLOT.end + 1 for place in places)


def test_of_like_with_like_the_band_is_around_the_old_score():
    row = _row(40, 60, delta=20, band=10)

    assert row.band.x == PLOT.at(30)
    assert row.band.x + row.band.width == pytest.approx(PLOT.at(50), abs=0.15)


def test_where_the_scores_tell_something_else_the_band_moves_and_words_say_so():
    note = "the two scores differ by +8, like with like by +2"
    line = a_change(32, 40, delta=2, band=8, notes=(note,))

    row = _row(32, 40, delta=2, band=8)
    chart = _drawn(line)

    assert row.band.x == PLOT.at(30)
    assert note in texts_of(chart)
    assert chart.table.rows[0][-1] == note


def test_what_is_not_comparable_is_neither_joined_nor_in_a_band():
    row = _row(40, 60, delta=None, band=None)

    assert row.step is None
    assert row.band is None
    assert (row.old, row.new) == (PLOT.at(40), PLOT.at(60))


@pytest.mark.parametrize(("old", "new"), [(None, 60), (40, None), (None, None)])
def test_a_score_that_is_not_shown_has_no_place(old, new):
    row = _row(old, new, delta=5, band=8)

    assert (row.old is None, row.new is None) == (old is None, new is None)
    assert row.step is None
    assert row.band is None


def test_the_key_explains_only_what_is_drawn():
    chart = _drawn(a_change(None, 60, delta=None, band=None))

    assert "2026-Q4, this quarter" in texts_of(chart)
    assert not any("before" in text or "noise" in text for text in texts_of(chart))


def test_without_any_score_words_remain():
    chart = _drawn(a_change(None, None, delta=None, band=None))

    assert "-- to --" in texts_of(chart)
    assert not all_of(chart, "circle", "score")


def test_a_verdict_ends_its_row_and_a_change_is_bold():
    chart = drawn(changes, demo_document())

    written = texts_of(chart)
    assert written.count("no detectable change") == 4
    assert "-7.7, needed ±7.6" in written
    bold = [
        "".join(text.itertext())
        for text in all_of(chart, "text", "label")
        if text.get("font-weight")
    ]
    assert bold == ["Overall", "improved", "declined"]


def test_without_a_quarter_before_there_is_none():
    demo = demo_document()

    assert changes(small_document()) is None
    assert changes(replace(demo, changes=replace(demo.changes, lines=()))) is None


def test_the_description_says_every_verdict():
    chart = drawn(changes, demo_document())

    assert "AI-native development: 23 to 39, improved (+16, needed ±7)." in (
        chart.description
    )


def test_a_reason_stands_below_its_verdict():
    reason = "48 % of its weight (60 % are needed)"
    said = f"not comparable: {reason}"
    line = a_change(40, 60, delta=None, band=None, verdict="not comparable", said=said)

    written = texts_of(_drawn(line))

    assert "not comparable" in written
    assert reason in written
