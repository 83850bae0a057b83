from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.scales import Scale, at, spread, steps_of

values = st.floats(0, 100)
places = st.lists(st.floats(0, 300), min_size=1, max_size=12)


@given(values, values)
def test_a_scale_keeps_the_order_and_stays_inside(one, other):
    scale = Scale(low=0, high=100, start=20, end=500)

    near, far = sorted((one, other))

    assert 20 <= scale.at(near) <= scale.at(far) <= 500


def test_a_scale_may_fall():
    scale = Scale(low=0, high=10, start=300, end=100)

    assert [scale.at(value) for value in (0, 5, 10)] == [300, 200, 100]


def test_what_is_beyond_a_scale_is_at_its_end():
    scale = Scale(low=0, high=100, start=20, end=500)

    assert [scale.at(value) for value in (-3, 120)] == [20, 500]


def test_there_is_no_negative_zero():
    assert str(at(-0.01)) == "0.0"


@given(places)
def test_what_is_spread_is_apart_and_inside(wanted):
    put = spread(wanted, 20, 0, 300)

    assert all(-0.05 <= place <= 300.05 for place in put)
    assert all(b - a >= 19.89 for a, b in pairwise(sorted(put)))


@given(places)
def test_spreading_keeps_the_order(wanted):
    put = spread(wanted, 20, 0, 300)

    order = sorted(range(len(put)), key=lambda n: put[n])
    assert [wanted[n] for n in order] == sorted(wanted)


def test_what_is_apart_already_stays():
    assert spread([250, 10, 100], 20, 0, 300) == (250, 10, 100)


def test_neighbours_share_the_way():
    assert spread([100, 100, 200], 20, 0, 300) == (90, 110, 200)


def test_a_crowd_at_the_edge_moves_inwards():
    assert spread([300, 300], 20, 0, 300) == (280, 300)
    assert spread([0, 0], 20, 0, 300) == (0, 20)


@given(st.floats(0.01, 1e9))
def test_steps_reach_the_highest_in_a_few_equal_steps(highest):
    steps = steps_of(highest)

    assert steps[0] == 0
    assert steps[-1] >= highest * (1 - 1e-6)
    assert steps[-2] < highest
    assert 2 <= len(steps) <= 7


def test_steps_are_round():
    assert steps_of(7) == (0, 2, 4, 6, 8)
    assert steps_of(60) == (0, 10, 20, 30, 40, 50, 60)
    assert steps_of(23) == (0, 5, 10, 15, 20, 25)
