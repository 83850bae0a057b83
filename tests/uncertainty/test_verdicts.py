"""Verdicts of a page: Holm's procedure, its bands, and what is declared beforehand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.uncertainty import moderated
from readiness.uncertainty.student import two_sided_p
from readiness.uncertainty.verdicts import LEAST, Verdict, declared, judge, strictest
from tests.scoring.nodes import known

THROMBOLYSIS = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]


def a_test(delta, *, error=3.0, df=14.0):
    p = two_sided_p(delta / error, df)
    return moderated.Tested(delta=delta, error=error, df=df, p=p)


def a_test_with_p(p):
    """Build a large rise of which only p counts."""
    low, high = 0.0, 1e4
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided_p(middle, 14) > p else (low, middle)
    return a_test(low * 100, error=100.0)


def judged(tests, weights=None, **error):
    """Judge tests of which none is missing."""
    return [known(one) for one in judge(tests, weights, **error)]


def words(verdicts):
    return [one.verdict.value for one in verdicts]


some_tests = st.lists(
    st.builds(a_test, st.floats(-60, 60), error=st.floats(0.5, 20), df=st.just(12.0)),
    min_size=1,
    max_size=7,
)


def test_six_tests_get_the_verdicts_of_the_worked_example():
    found = judged([a_test(delta) for delta in (12, 9, 1, -10, 3, 5)])

    assert words(found) == [
        "improved",
        "improved",
        "no detectable change",
        "declined",
        "no detectable change",
        "no detectable change",
    ]


def test_what_was_declared_beforehand_needs_less_evidence():
    tests = [a_test(delta) for delta in (7, 1, 1, -1, 2, 2)]

    undeclared = judged(tests)
    declared_ = judged(tests, [0.5, 0.1, 0.1, 0.1, 0.1, 0.1])

    assert undeclared[0].verdict is Verdict.NO_CHANGE
    assert words(declared_) == ["improved"] + ["no detectable change"] * 5
    assert [one.band for one in declared_] == pytest.approx(
        [one.band for one in judged(tests, declared(tests, 0))]
    )


def test_adjusted_p_are_those_of_the_published_example():
    tests = [a_test_with_p(p) for p in (0.01, 0.04, 0.03, 0.005)]

    found = judged(tests, family_error=0.05)

    assert [one.adjusted_p for one in found] == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert [one.verdict is Verdict.IMPROVED for one in found] == [
        True,
        False,
        False,
        True,
    ]


def test_no_chance_is_more_than_certain():
    found = judged([a_test(0), a_test(0.1), a_test(30)])

    assert [one.adjusted_p for one in found][:2] == [1, 1]


def test_three_of_the_fifteen_thrombolysis_tests_stand():
    found = judged([a_test_with_p(p) for p in THROMBOLYSIS], family_error=0.05)

    assert [one.verdict is Verdict.IMPROVED for one in found] == [True] * 3 + [
        False
    ] * 12


def test_a_change_that_is_sure_but_tiny_is_none():
    (one,) = judged([a_test(2.4, error=0.1)])

    assert one.verdict is Verdict.NO_CHANGE
    assert one.band == LEAST


def test_what_is_not_comparable_takes_no_part():
    without = judge([a_test(7), a_test(1)])

    beside = judge([None, a_test(7), None, a_test(1)])

    assert beside == (None, without[0], None, without[1])


def test_a_page_with_nothing_to_compare_has_no_verdicts():
    assert judge([None, None]) == (None, None)


def test_the_declared_trend_gets_half_and_the_others_share_the_rest():
    tests = [a_test(1), None, a_test(2), a_test(3)]

    weights = declared(tests, 2)

    live = [weights[n] for n, test in enumerate(tests) if test]
    assert [weight / sum(live) for weight in live] == [0.25, 0.5, 0.25]


def test_the_declared_one_of_two_shares_evenly_with_the_other():
    tests = [None, a_test(1), a_test(2)]

    assert len(set(declared(tests, 1)[1:])) == 1


def test_the_strictest_step_is_the_first_of_the_page():
    shares = [
        strictest(6),
        strictest(6, has_focus=True, is_focus=True),
        strictest(6, has_focus=True),
    ]

    assert shares == pytest.approx([0.1 / 6, 0.05, 0.01])


def test_a_declared_trend_that_is_not_comparable_changes_nothing():
    tests = [a_test(7), a_test(8), None]

    assert judge(tests, declared(tests, 2)) == judge(tests)


def test_a_declared_trend_alone_gets_everything():
    tests = [None, a_test(6)]

    assert judge(tests, declared(tests, 1)) == judge(tests)


@given(some_tests, st.booleans())
def test_c7_there_is_a_verdict_exactly_if_the_change_reaches_the_band(tests, focused):
    found = judged(tests, declared(tests, 0) if focused else None)

    for one in found:
        reaches = abs(one.tested.delta) >= one.band
        assert (one.verdict is not Verdict.NO_CHANGE) == reaches


@given(some_tests)
def test_c8_one_more_test_without_a_change_never_adds_a_verdict(tests):
    alone = judged(tests)

    beside = judged([*tests, a_test(0.0)])

    for before, after in zip(alone, beside, strict=False):
        assert after.verdict in {before.verdict, Verdict.NO_CHANGE}
        assert after.band >= before.band


@given(some_tests, st.floats(0.1, 50))
def test_c8_equal_weights_are_plain_holm(tests, weight):
    plain, weighted = judged(tests), judged(tests, [weight] * len(tests))

    assert words(plain) == words(weighted)
    assert [one.adjusted_p for one in plain] == pytest.approx(
        [one.adjusted_p for one in weighted]
    )


@given(some_tests)
def test_the_order_of_the_tests_changes_nothing(tests):
    backwards = judged(tests[::-1])[::-1]

    assert words(backwards) == words(judged(tests))
