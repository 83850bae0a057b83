"""Tests of change, against published examples and the limits they must have."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.pack.model import Noise
from readiness.uncertainty import moderated
from readiness.uncertainty.moderated import (
    chance_of_rise,
    compare_other_people,
    compare_same_people,
    effective_items,
    expect_other_people,
    expect_same_people,
    smallest_provable,
    variance_of_change,
    variance_of_score,
)
from readiness.uncertainty.student import critical

NOISE = Noise()
ALL_BELIEF = Noise(prior_df=10_000)
NO_BELIEF = Noise(prior_df=1e-9)
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

points = st.floats(-100, 100)


def test_the_change_of_one_person_is_measured_against_the_noise_assumed():
    tested = compare_same_people([16.0], variance_of_change(10, NOISE), NOISE)

    assert tested.delta == 16.0
    assert tested.error == pytest.approx(7.0834314, abs=5e-7)
    assert tested.df == 10.0
    assert tested.delta / tested.error == pytest.approx(2.2587922, abs=5e-7)
    assert tested.p == pytest.approx(0.0474658, abs=5e-7)


def test_four_people_squeeze_their_own_variance_and_the_assumed_one_together():
    tested = compare_same_people([5, 10, 0, 9], variance_of_change(10, NOISE), NOISE)

    assert tested.delta == 6.0
    assert tested.error == pytest.approx(3.2926199, abs=5e-7)
    assert tested.df == 13.0
    assert tested.delta / tested.error == pytest.approx(1.8222571, abs=5e-7)
    assert tested.p == pytest.approx(0.0914926, abs=5e-7)


def test_one_person_and_full_belief_is_the_reliable_change_of_jacobson_and_truax():
    error_of_measurement = 7.5 * sqrt(1 - 0.80)

    tested = compare_same_people([47.5 - 32.5], 2 * error_of_measurement**2, ALL_BELIEF)

    assert error_of_measurement == pytest.approx(3.35, abs=0.005)
    assert tested.error == pytest.approx(4.74, abs=0.005)
    assert tested.delta / tested.error == pytest.approx(3.16, abs=0.005)
    assert tested.p == pytest.approx(0.0016, abs=0.0001)


@pytest.mark.parametrize(
    ("error_of_measurement", "of_one", "of_group"),
    [(3.64, 10.10, 0.86), (1.56, 4.33, 0.37), (2.44, 6.76, 0.58)],
)
def test_with_full_belief_the_band_is_the_published_smallest_detectable_change(
    error_of_measurement, of_one, of_group
):
    # all noise is the shift's: a hundredth of a level stands for a quarter point
    noise = Noise(item=1e-6, shift=error_of_measurement / 25, prior_df=10_000)

    one = expect_same_people(1, 1, noise).band(0.05)
    group = expect_same_people(1, 137, noise).band(0.05)

    assert one == pytest.approx(of_one, abs=0.015)
    assert group == pytest.approx(of_group, abs=0.015)


def test_many_people_and_no_belief_is_the_classical_paired_t_test():
    tested = compare_same_people(DARWIN, 1.0, NO_BELIEF)

    assert tested.delta == pytest.approx(20.93, abs=0.005)
    assert tested.delta / tested.error == pytest.approx(2.148, abs=0.0005)
    assert tested.df == pytest.approx(14)
    assert tested.p == pytest.approx(0.0497, abs=0.00005)


def test_two_groups_and_no_belief_are_the_test_of_welch():
    before, after = [27.5, 21.0, 19.0, 23.6], [27.1, 22.0, 20.8, 23.4, 30.0]

    tested = compare_other_people(before, after, 1.0, NO_BELIEF)

    # by hand: means 22.775 and 24.66, squares 40.4075 and 58.032
    error_squared = 40.4075 / 3 / 4 + 58.032 / 4 / 5
    assert tested.delta == pytest.approx(1.885)
    assert tested.error == pytest.approx(sqrt(error_squared))
    assert tested.df == pytest.approx(
        error_squared**2 / ((40.4075 / 12) ** 2 / 3 + (58.032 / 20) ** 2 / 4)
    )


def test_one_person_per_group_has_the_assumed_error_of_two_people():
    variance = variance_of_score(10, NOISE)

    tested = compare_other_people([40], [60], variance, NOISE)

    assert variance == pytest.approx(625 * (0.42**2 / 10 + 0.15**2 + 0.50**2))
    assert tested.error == pytest.approx(sqrt(2 * variance))
    assert tested.df == pytest.approx(20)


@given(st.lists(points, min_size=1, max_size=8), st.floats(-50, 50))
def test_c6_what_is_added_to_every_change_moves_the_mean_and_leaves_the_error(
    changes, added
):
    variance = variance_of_change(8, NOISE)

    before = compare_same_people(changes, variance, NOISE)
    after = compare_same_people([c + added for c in changes], variance, NOISE)

    assert after.delta == pytest.approx(before.delta + added, abs=1e-9)
    assert after.error == pytest.approx(before.error, abs=1e-9)


@given(points, st.floats(1, 60))
def test_c5_one_person_has_exactly_the_assumed_error(change, items):
    variance = variance_of_change(items, NOISE)

    tested = compare_same_people([change], variance, NOISE)

    assert tested.error == pytest.approx(sqrt(variance))
    assert tested.df == NOISE.prior_df


@given(st.lists(points, min_size=1, max_size=8))
def test_c5_full_belief_is_a_normal_test_with_the_assumed_error(changes):
    belief = Noise(prior_df=10_000)
    variance = 1e6  # beside which the changes' own variance hardly counts

    tested = compare_same_people(changes, variance, belief)

    assert tested.error == pytest.approx(1000 / sqrt(len(changes)), rel=0.001)
    assert critical(0.05, tested.df) == pytest.approx(1.96, abs=0.001)


@given(st.lists(points, min_size=2, max_size=8))
def test_c5_without_belief_the_error_is_that_of_the_changes_alone(changes):
    mean = sum(changes) / len(changes)
    squares = sum((change - mean) ** 2 for change in changes)

    tested = compare_same_people(changes, 100.0, NO_BELIEF)

    own = sqrt(squares / (len(changes) - 1) / len(changes))
    assert tested.error == pytest.approx(own, abs=1e-3)


def test_ten_equal_items_count_as_ten():
    assert effective_items([0.1] * 10) == pytest.approx(10)


def test_items_that_weigh_differently_count_as_fewer():
    assert effective_items([3, 1]) == pytest.approx(16 / 10)


@pytest.mark.parametrize(
    ("people", "one_test", "declared", "strictest"),
    [
        (1, 13.2, 16.2, 20.9),
        (2, 9.3, 11.3, 14.5),
        (3, 7.5, 9.2, 11.7),
        (5, 5.7, 7.0, 8.9),
        (8, 4.5, 5.4, 6.8),
        (15, 3.2, 3.9, 4.8),
        (30, 2.2, 2.7, 3.3),
    ],
)
def test_bands_before_any_answer_are_those_of_the_design(
    people, one_test, declared, strictest
):
    def band(share):
        return round(smallest_provable(8.8, people, NOISE, share), 1)

    assert (band(0.10), band(0.05)) == (one_test, declared)
    assert round(smallest_provable(8.8, people, NOISE), 1) == strictest


@given(
    st.floats(1, 50),
    st.integers(1, 30),
    st.floats(0.05, 2),
    st.integers(1, 9),
)
def test_c10_a_band_falls_with_people_and_items_and_rises_with_noise_and_tests(
    items, people, item_noise, tests
):
    def band(items=items, people=people, noise=item_noise, tests=tests):
        assumed = Noise(item=noise)
        return smallest_provable(items, people, assumed, 0.1 / tests)

    assert band(items=items + 1) < band()
    assert band(people=people + 1) < band()
    assert band(noise=item_noise + 0.1) > band()
    assert band(tests=tests + 1) > band()


@given(st.floats(1, 50), st.integers(1, 20), st.integers(1, 20))
def test_what_is_expected_of_other_people_is_what_comes_if_they_all_agree(
    items, before, after
):
    expected = expect_other_people(items, before, after, NO_BELIEF)
    variance = variance_of_score(items, NO_BELIEF)

    first = expect_other_people(items, 1, 1, NOISE)

    assert expected.error == pytest.approx(sqrt(variance / before + variance / after))
    tested = compare_other_people([50.0], [50.0], variance, NOISE)
    assert (tested.error, tested.df) == pytest.approx((first.error, first.df))


def test_answers_without_any_noise_are_tested_nevertheless():
    silent = Noise(item=1e-200, shift=0, rater=0)
    variance = variance_of_change(10, silent)

    same = compare_same_people([0.0, 0.0], variance, silent)
    other = compare_other_people([50.0], [52.0], variance, silent)

    assert (same.delta, same.p) == (0.0, 1.0)
    assert other.p < 1e-9
    assert expect_same_people(10, 1, silent).error > 0


def test_no_change_is_as_likely_to_be_a_rise_as_a_fall():
    tested = moderated.Tested(delta=0.0, error=3.0, df=10, p=1.0)

    assert chance_of_rise(tested) == 0.5


def test_the_chance_of_a_rise_weighs_the_change_against_what_is_usual():
    tested = moderated.Tested(delta=6.0, error=8.0, df=10, p=0.47)

    # posterior N(3, 32): 3 / 5.657 = 0.5303 standard deviations above 0
    assert chance_of_rise(tested) == pytest.approx(0.7021, abs=0.0001)


@given(points, st.floats(0.1, 40))
def test_a_rise_and_a_fall_are_mirrored(delta, error):
    up = moderated.Tested(delta=delta, error=error, df=10, p=0.5)
    down = moderated.Tested(delta=-delta, error=error, df=10, p=0.5)

    assert chance_of_rise(up) + chance_of_rise(down) == pytest.approx(1)
