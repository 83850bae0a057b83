"""Student's t: p values and critical values, against tables and closed forms."""

from math import atan, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.uncertainty.student import critical, two_sided_p

degrees = st.floats(0.5, 300)


@pytest.mark.parametrize(
    ("p", "df", "expected"),
    [
        (0.10, 10, 1.812),
        (0.05, 10, 2.228),
        (0.01, 10, 3.169),
        (0.05, 5, 2.571),
        (0.05, 30, 2.042),
    ],
)
def test_critical_values_are_those_of_the_printed_table(p, df, expected):
    assert critical(p, df) == pytest.approx(expected, abs=0.0005)


@given(st.floats(-50, 50))
def test_one_degree_of_freedom_is_the_cauchy_distribution(t):
    expected = 1 - 2 * atan(abs(t)) / pi

    assert two_sided_p(t, 1) == pytest.approx(expected, abs=1e-8)


@given(st.floats(-50, 50))
def test_two_degrees_of_freedom_have_a_closed_form(t):
    expected = 1 - abs(t) / sqrt(2 + t * t)

    assert two_sided_p(t, 2) == pytest.approx(expected, abs=1e-8)


def test_many_degrees_of_freedom_are_the_normal_distribution():
    assert critical(0.05, 10_000) == pytest.approx(1.959964, abs=0.0005)


def test_no_difference_is_certain_to_be_reached():
    assert two_sided_p(0.0, 10) == 1.0


def test_an_endless_difference_is_never_reached():
    assert two_sided_p(1e200, 10) == 0.0


@given(st.floats(0.001, 0.999), degrees)
def test_a_critical_value_has_the_p_it_is_asked_for(p, df):
    assert two_sided_p(critical(p, df), df) == pytest.approx(p, rel=1e-6)


def test_hardly_any_degrees_of_freedom_need_a_difference_beyond_all_measure():
    assert critical(0.1, 0.01) > 1e90
