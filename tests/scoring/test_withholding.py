"""What a few people rated is not known to strangers, in any figure."""

import pytest

from readiness.responses import NotApplicable, Rated, Unknown
from readiness.scoring.results import evaluate
from readiness.scoring.withholding import (
    may_stand_beside,
    tellable,
    tellable_together,
)
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
)
from tests.scoring.nodes import known

PACK = a_pack(a_capability("pairing"), a_capability("scope"))


def people(*answers, first=0):
    """Return people who each answer ``pairing`` so, and ``scope`` with 2."""
    return tuple(
        a_response(
            PACK,
            respondent=f"p{number}",
            scope=2,
            **({} if answer is None else {"pairing": answer}),
        )
        for number, answer in enumerate(answers, start=first)
    )


def values(results):
    return {item.question.id: item.value for item in results.card.items()}


@pytest.mark.parametrize("odd", [DONT_KNOW, DOES_NOT_APPLY, None])
@pytest.mark.parametrize("count", [1, 4])
def test_what_one_to_four_of_five_rated_is_not_known(odd, count):
    given = people(*[4] * count, *[odd] * (5 - count))

    told = tellable(evaluate(PACK, given))

    assert values(told) == {"pairing": None, "scope": 2}
    assert not any(isinstance(r.answers.get("pairing"), Rated) for r in told.responses)


def test_what_five_rated_is_told_as_it_is():
    results = evaluate(PACK, people(0, 1, 2, 3, 4, None))

    assert tellable(results) is results


def test_of_fewer_than_five_people_all_have_to_have_rated():
    few = tellable(evaluate(PACK, people(4, 0, 1)))
    fewer = tellable(evaluate(PACK, people(4, 0, None)))

    assert values(few)["pairing"] == pytest.approx(5 / 3)
    assert values(fewer) == {"pairing": None, "scope": 2}


def test_a_question_that_most_find_applies_still_does_without_its_ratings():
    three_rate = people(4, 4, 4, DOES_NOT_APPLY, DOES_NOT_APPLY)
    two_rate = people(4, 4, DOES_NOT_APPLY, DOES_NOT_APPLY, DOES_NOT_APPLY)

    applies, not_ = (tellable(evaluate(PACK, who)) for who in (three_rate, two_rate))

    assert applies.card.capability("pairing").items[0].applicable
    assert not not_.card.capability("pairing").items[0].applicable
    assert known(applies.card.score).coverage == pytest.approx(0.5)
    kept = [r.answers["pairing"] for r in not_.responses]
    assert [type(answer) for answer in kept] == [*[Unknown] * 2, *[NotApplicable] * 3]


def test_what_few_began_to_rate_is_not_known_in_either_quarter():
    old, new = people(2, 2, 2, 2, 2, None), people(2, 2, 2, 2, 2, 4)

    told = tellable_together([old, new])

    for quarter in told:
        assert values(evaluate(PACK, quarter)) == {"pairing": None, "scope": 2}


def test_what_few_rated_in_one_quarter_is_not_known_in_the_other():
    old, new = people(4, None, None, None, None), people(*[2] * 5)

    for quarter in tellable_together([old, new]):
        assert values(evaluate(PACK, quarter)) == {"pairing": None, "scope": 2}


def test_what_nobody_rated_before_and_five_do_now_is_told():
    old, new = people(*[None] * 5), people(*[3] * 5)

    told = tellable_together([old, new])

    assert values(evaluate(PACK, told[1])) == {"pairing": 3, "scope": 2}


@pytest.mark.parametrize(
    ("old", "new", "may"),
    [
        (people(*[2] * 5), people(*[2] * 5), True),
        (people(*[2] * 5), people(*[2] * 6), False),
        (people(*[2] * 9), people(*[2] * 5), False),
        (people(*[2] * 10), people(*[2] * 5), True),
        (people(*[2] * 4), people(*[2] * 4), False),
        (people(*[2] * 4), people(*[2] * 9, first=4), False),
        (people(*[2] * 5), people(*[2] * 5, first=5), True),
    ],
)
def test_quarters_of_five_stand_side_by_side_unless_few_came_or_went(old, new, may):
    assert may_stand_beside(old, new) is may
    assert may_stand_beside(new, old) is may
