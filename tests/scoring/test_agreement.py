from collections import Counter
from itertools import combinations_with_replacement
from math import factorial, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.responses import Form
from readiness.scoring.agreement import (
    ACCEPTABLE,
    RANDOM_VARIANCE,
    Accord,
    agreements,
    deviation,
    limit_of_agreement,
    within_group,
)
from readiness.scoring.score import score
from tests.builders import DOES_NOT_APPLY, DONT_KNOW, a_pack, a_question, a_response
from tests.builders import a_capability as capability

# exact enumeration of random answers, 5 options, p = .05 (oracle ad_critical_5_options)
CRITICAL = {
    3: 0.0, 4: 0.0, 5: 0.4, 6: 0.5555555556, 7: 0.6122448980, 8: 0.6875,
    9: 0.7160493827, 10: 0.74,
}  # fmt: skip

some_levels = st.lists(st.integers(0, 4), min_size=1, max_size=8)


def agreement(*answers, quick=()):
    """Return what people say of one question; ``None`` leaves it blank."""
    pack = a_pack(capability("pairing", questions=(a_question("pairing"),)))
    people = [
        a_response(
            pack,
            respondent=f"person-{n}",
            form=Form.QUICK if n in quick else Form.FULL,
            **({} if answer is None else {"pairing": answer}),
        )
        for n, answer in enumerate(answers)
    ]
    (found,) = agreements(score(pack, people).items(), people)
    return found


def by_chance(people):
    """Return P(average deviation) if everybody answers at random."""
    found: Counter[float] = Counter()
    for levels in combinations_with_replacement(range(5), people):
        ways = factorial(people) // prod(map(factorial, Counter(levels).values()))
        found[round(deviation(levels) or 0.0, 9)] += ways / 5**people
    return found


def critical_of(chances, p=0.05):
    total, found = 0.0, None
    for spread, chance in sorted(chances.items()):
        total += chance
        found = spread if total <= p else found
    return found


def test_the_average_deviation_is_that_of_the_worked_example():
    assert deviation([1, 2, 3, 3, 4]) == pytest.approx(0.88)


@pytest.mark.parametrize(
    ("ratings", "expected"), [([3, 3, 4, 4, 4], 0.85), ([0, 0, 4, 4], 0.0)]
)
def test_agreement_within_a_group_is_that_of_the_worked_examples(ratings, expected):
    assert within_group(ratings) == pytest.approx(expected)


def test_random_answers_to_five_options_have_a_variance_of_two():
    assert pytest.approx(2.0) == RANDOM_VARIANCE


def test_the_limit_of_acceptable_agreement_is_that_of_burke_and_dunlap():
    assert pytest.approx(0.8, abs=0.05) == ACCEPTABLE


@pytest.mark.parametrize("people", CRITICAL)
def test_who_agrees_says_what_random_answers_seldom_say(people):
    chances = by_chance(people)

    critical = critical_of(chances)

    assert critical == pytest.approx(CRITICAL[people])
    assert limit_of_agreement(people) == pytest.approx(min(0.40, critical))


def test_two_people_can_agree_by_chance_whatever_they_say():
    assert critical_of(by_chance(2)) is None


@pytest.mark.parametrize(
    ("levels", "accord"),
    [
        ((3, 3), Accord.SAME),
        ((3, 4), Accord.NEAR),
        ((1, 3), Accord.FAR),
        ((0, 4), Accord.FAR),
        ((2, 2, 2), Accord.AGREE),
        ((2, 2, 3), Accord.ROUGHLY),
        ((1, 1, 1, 2), Accord.ROUGHLY),
        ((2, 2, 2, 2, 3), Accord.AGREE),
        ((1, 2, 2, 2, 3), Accord.AGREE),
        ((2, 2, 2, 3, 3), Accord.ROUGHLY),
        ((1, 1, 2, 4, 4), Accord.SPLIT),
        ((1, 2, 2, 4, 4), Accord.DISAGREE),
        ((0, 2, 4), Accord.DISAGREE),
        ((0, 0, 4, 4), Accord.SPLIT),
        ((0, 0, 4), Accord.DISAGREE),
        ((0, 0, 0, 0, 0, 0, 3, 3), Accord.SPLIT),
    ],
)
def test_what_people_say_has_a_word(levels, accord):
    assert agreement(*levels).accord is accord


@pytest.mark.parametrize("accord", Accord)
def test_only_what_is_far_apart_is_something_to_talk_about(accord):
    apart = {Accord.DISAGREE, Accord.SPLIT, Accord.FAR}

    assert accord.is_dissent is (accord in apart)


def test_one_answer_has_no_agreement():
    found = agreement(3, DONT_KNOW)

    assert (found.deviation, found.within_group, found.accord) == (None, None, None)
    assert (found.mean, found.median) == (3, 3)


def test_no_answer_has_no_figures_at_all():
    found = agreement(DONT_KNOW, None)

    assert (found.mean, found.median, found.deviation) == (None, None, None)
    assert found.is_unanimous is False


def test_who_said_what_is_not_kept():
    assert agreement(4, 0, 3).levels == agreement(3, 4, 0).levels == (0, 3, 4)


@pytest.mark.parametrize(
    ("answers", "is_unknown"),
    [
        ([DONT_KNOW] * 4 + [2, 2], True),
        ([DONT_KNOW] * 3 + [2, 2, 2], False),
        ([DONT_KNOW] * 2 + [None] * 3, False),
        ([DONT_KNOW, DONT_KNOW], True),
        ([DONT_KNOW], False),
    ],
)
def test_nobody_knows_if_most_of_those_asked_say_so(answers, is_unknown):
    assert agreement(*answers).is_unknown_to_most is is_unknown


def test_only_those_whose_form_has_the_question_are_asked():
    found = agreement(3, 3, None, quick={2})

    assert found.asked == 2


@pytest.mark.parametrize(
    ("answers", "is_disputed"),
    [
        ([3, 3, DOES_NOT_APPLY], True),
        ([3, DOES_NOT_APPLY, DOES_NOT_APPLY], True),
        ([DONT_KNOW, DOES_NOT_APPLY], False),
        ([3, 3, DONT_KNOW], False),
    ],
)
def test_the_scope_is_disputed_if_some_rate_what_does_not_apply_to_others(
    answers, is_disputed
):
    found = agreement(*answers)

    assert found.is_disputed is is_disputed


def test_what_all_say_is_told_from_what_most_say():
    assert agreement(3, 3, 3).is_unanimous
    assert not agreement(3, 3, 2).is_unanimous


@given(st.data(), some_levels)
def test_the_order_of_people_changes_nothing(data, levels):
    shuffled = data.draw(st.permutations(levels))

    assert agreement(*levels).accord is agreement(*shuffled).accord
    assert agreement(*levels).levels == agreement(*shuffled).levels


@given(st.lists(st.integers(0, 3), min_size=2, max_size=8))
def test_shifting_all_answers_leaves_how_far_they_are_apart(levels):
    shifted = [level + 1 for level in levels]

    assert deviation(shifted) == pytest.approx(deviation(levels))
    assert within_group(shifted) == pytest.approx(within_group(levels))


@given(some_levels)
def test_who_agree_are_never_also_apart(levels):
    found = agreement(*levels)

    if found.accord in {Accord.AGREE, Accord.SAME}:
        assert not found.is_split
        assert found.deviation <= 0.4


@given(some_levels.filter(lambda levels: len(levels) > 1))
def test_everybody_twice_is_as_far_apart_as_once(levels):
    assert deviation([*levels, *levels]) == pytest.approx(deviation(levels))
