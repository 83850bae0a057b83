from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.uncertainty.bounds import critical_width, widen

points = st.floats(0, 100)
errors = st.floats(0.1, 40)


@pytest.mark.parametrize(
    ("distance", "critical"), [(0, 1.959964), (1, 1.681477), (100, 1.644854)]
)
def test_the_critical_width_is_that_of_imbens_and_manski(distance, critical):
    assert critical_width(distance, 0.95) == pytest.approx(critical, abs=1e-6)


@given(st.floats(0, 50))
def test_the_width_covers_what_it_promises_at_the_worst_place(distance):
    normal, width = NormalDist(), critical_width(distance)

    covered = normal.cdf(width + distance) - normal.cdf(-width)

    assert covered == pytest.approx(0.90, abs=1e-9)


@given(st.floats(0, 50), st.floats(0, 50))
def test_the_wider_the_bounds_the_less_is_added_to_each_end(one, other):
    near, far = sorted((one, other))

    assert critical_width(near) >= critical_width(far) - 1e-9


@given(points, points, errors)
def test_the_range_holds_its_bounds_and_stays_between_0_and_100(one, other, error):
    low, high = sorted((one, other))

    wide_low, wide_high = widen(low, high, error)

    assert 0 <= wide_low <= low <= high <= wide_high <= 100


@given(points, points, errors)
def test_the_mirrored_scale_has_the_mirrored_range(one, other, error):
    low, high = sorted((one, other))

    mirrored = widen(100 - high, 100 - low, error)

    assert mirrored == pytest.approx(
        tuple(100 - end for end in reversed(widen(low, high, error)))
    )


def test_without_noise_the_range_is_what_is_missing():
    assert widen(40, 60, 0) == pytest.approx((40, 60))
    assert widen(50, 50, 0) == pytest.approx((50, 50))
