"""Axes from nothing, and names that stand apart."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.native import Side, as_shown, axes_of, sides_of, span_of
from readiness.report.words import one_decimal
from tests.documents import demo_document


def test_axes_start_at_nothing_and_have_no_tiny_steps():
    across, up = axes_of([(0.01, 0.0), (0.02, 7.5)])

    assert across.end == pytest.approx(1)
    assert across.number == "0.0"
    assert (up.end, up.step, up.number) == (8, 2, "0")


def test_a_name_stands_right_of_its_dot_where_there_is_room():
    assert sides_of([(1.0, 1.0), (2.0, 3.0), (3.5, 2.0)]) == (Side.RIGHT,) * 3


def test_a_name_near_the_end_of_the_axis_stands_left_of_its_dot():
    assert sides_of([(4.8, 4.0)]) == (Side.LEFT,)


def test_no_dot_stands_on_the_frame():
    for highest in (1.0, 4.0, 5.0, 10.0, 19.9):
        across, up = axes_of([(highest, highest)])

        assert across == up
        assert highest < 0.97 * across.end


@given(st.floats(min_value=0, max_value=100))
def test_a_number_is_shown_as_the_words_round_it(number):
    shown = Decimal(repr(as_shown(number)))

    assert str(shown.quantize(Decimal("0.1"), ROUND_HALF_UP)) == one_decimal(number)
    assert as_shown(None) is None


def test_what_is_just_short_of_a_half_in_binary_counts_as_one():
    assert as_shown(0.5499999999999999) == 0.55


def test_names_of_dots_in_nearly_one_place_stand_around_them():
    dots = [(5.0, 5.0), (5.02, 5.01), (5.0, 5.02), (5.01, 5.0), (10.0, 10.0)]

    assert len(set(sides_of(dots)[:4])) == 4


def test_a_range_has_a_span_only_where_one_is_told():
    nodes = {row.node.id: row.node for row in demo_document().report.trends}

    assert span_of(nodes["ai-native"]) == pytest.approx(7)
    assert span_of(nodes["zero-trust"]) is None
