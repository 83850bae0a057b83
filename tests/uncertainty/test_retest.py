import random
from math import sqrt
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.uncertainty.retest import estimate_item, estimate_shift

changes = st.lists(
    st.lists(st.integers(-4, 4), min_size=10, max_size=30), min_size=1, max_size=6
)


def simulate(rng, *, people, items, item, shift):
    """Return how far answers to 0, 1, 2, ... move with moods of plus or minus shift."""

    def answer(mood):
        up, down = item**2 + mood**2 + mood, item**2 + mood**2 - mood
        chance = rng.random() * 2
        return 1 if chance < up else -1 if chance < up + down else 0

    moods = [[rng.choice([-shift, shift]) for _ in range(2)] for _ in range(people)]
    return [
        [answer(second) - answer(first) for _ in range(items)]
        for first, second in moods
    ]


def error_of(estimates, truth):
    return sqrt(fmean((estimate - truth) ** 2 for estimate in estimates))


@pytest.mark.parametrize(("people", "of_shift"), [(5, 0.06), (10, 0.04)])
def test_the_noise_that_was_put_in_is_found_again(people, of_shift):
    rng = random.Random(20261122)

    found = []
    for _ in range(400):
        drawn = simulate(rng, people=people, items=50, item=0.42, shift=0.15)
        item = estimate_item(drawn).value
        found.append((item, estimate_shift(drawn, item).value))

    assert error_of([item for item, _ in found], 0.42) < 0.03
    assert error_of([shift for _, shift in found], 0.15) < of_shift
    assert fmean(item for item, _ in found) == pytest.approx(0.42, abs=0.01)


@pytest.mark.parametrize("people", [3, 5, 10])
def test_the_true_noise_nearly_always_lies_within_the_range(people):
    rng = random.Random(20261123)

    inside = []
    for _ in range(400):
        drawn = simulate(rng, people=people, items=50, item=0.42, shift=0.15)
        item = estimate_item(drawn)
        shift = estimate_shift(drawn, item.value)
        inside.append((item.low <= 0.42 <= item.high, shift.low <= 0.15 <= shift.high))

    assert fmean(hit for hit, _ in inside) > 0.8
    assert fmean(hit for _, hit in inside) > 0.86


def test_the_figures_are_those_of_the_formulas():
    drawn = [[1, 0, 0, -1], [2, 1, 1, 0]]

    item = estimate_item(drawn).value
    shift = estimate_shift(drawn, item).value

    # both people: squares around their mean add up to 2, by 3 degrees of freedom
    assert item**2 == pytest.approx((2 / 3) / 2)
    # means of 0 and 1: mean square 1/2, of which the answers explain 2 / 3 / 4
    assert shift**2 == pytest.approx((1 / 2 - 2 * (1 / 3) / 4) / 2)


def test_everybody_counts_alike_however_many_questions_they_rated():
    drawn = [[1, -1], [0, 1, 0, -1, 0, 0, 0, 0, 0], [2, 2, 2, 2, 0]]

    item = estimate_item(drawn).value
    shift = estimate_shift(drawn, item).value

    variances = (2, 2 / 8, 3.2 / 4)
    assert item**2 == pytest.approx(sum(variances) / 3 / 2)
    # means of 0, 0 and 1.6, of which a share by everybody's own number is explained
    explained = 2 * item**2 * (1 / 2 + 1 / 9 + 1 / 5) / 3
    assert shift**2 == pytest.approx((1.6**2 / 3 - explained) / 2)


@given(changes, st.integers(-2, 2))
def test_a_mood_moves_no_noise_of_single_answers(drawn, mood):
    moved = [[change + mood for change in own] for own in drawn]

    assert estimate_item(moved).value == pytest.approx(estimate_item(drawn).value)


@given(changes, st.floats(0, 1))
def test_both_figures_lie_within_their_ranges(drawn, item):
    for found in (estimate_item(drawn), estimate_shift(drawn, item)):
        assert 0 <= found.low <= found.value + 1e-12
        assert found.value <= found.high + 1e-12
        assert found.high <= 4


@given(changes)
def test_who_answered_first_and_which_time_came_first_make_no_difference(drawn):
    swapped = [[-change for change in own][::-1] for own in drawn][::-1]

    item = estimate_item(drawn)

    assert estimate_item(swapped).value == pytest.approx(item.value)
    assert estimate_shift(swapped, item.value).value == pytest.approx(
        estimate_shift(drawn, item.value).value
    )


def test_more_people_make_the_range_narrower():
    few = [[1, 0, 0, -1, 0, 1, 0, 0, 0, 0]] * 3
    many = few * 5

    one, other = estimate_item(few), estimate_item(many)

    assert other.high - other.low < one.high - one.low


def test_answers_that_all_stay_hide_a_mood_no_better_than_their_own_noise_does():
    quiet = [[1, -1] * 10] * 3

    shift = estimate_shift(quiet, estimate_item(quiet).value)

    assert shift.value == shift.low == 0
    assert shift.high > 0.3
