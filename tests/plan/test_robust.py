"""How solid the order of a plan is."""

import random
from math import log, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings

from readiness.pack.model import Noise
from readiness.plan.make import make_plan
from readiness.plan.ranking import line_up
from readiness.plan.robust import weigh_order
from readiness.plan.steps import Standing
from readiness.scoring.results import evaluate
from tests.builders import DONT_KNOW, a_capability, a_pack, a_response, an_action
from tests.plan.dice import FairDice
from tests.plan.test_order import results as drawn_results


def capability(id_, weeks=2, **fields):
    actions = (an_action(id_, 3, person_weeks=weeks),)
    return a_capability(id_, actions=actions, **fields)


def weighed(pack, people=1, seed=1, **answers):
    names = [f"person-{n}" for n in range(people)]
    responses = [a_response(pack, respondent=n, **answers) for n in names]
    results = evaluate(pack, responses)
    return weigh_order(results, line_up(results), random.Random(seed))


def test_with_dice_that_change_nothing_the_first_three_are_certain():
    pack = a_pack(*(capability(f"c{n}", weight=9 - n) for n in range(5)))
    results = evaluate(pack, [a_response(pack, **{f"c{n}": 1 for n in range(5)})])

    robustness = weigh_order(results, line_up(results), FairDice())

    assert {id_: c.share for id_, c in robustness.chances.items()} == {
        "c0-3": 1,
        "c1-3": 1,
        "c2-3": 1,
    }


def test_what_gains_far_more_than_the_rest_is_solid():
    pack = a_pack(capability("big", weight=90), *map(capability, "abcd"))

    chances = weighed(pack, big=0, a=2, b=2, c=2, d=2).chances

    assert chances["big-3"].standing is Standing.SOLID


def test_equals_share_the_places_and_are_not_called_solid():
    pack = a_pack(*map(capability, "abcdefgh"))

    chances = weighed(pack, **dict.fromkeys("abcdefgh", 1)).chances

    words = [chances[f"{id_}-3"].standing for id_ in "abcdefgh"]
    assert words == [Standing.OPEN] * 3 + [Standing.RACE] * 5
    assert sum(c.share for c in chances.values()) == pytest.approx(3)
    assert all(abs(c.share - 3 / 8) < 0.06 for c in chances.values())


def test_a_place_between_solid_and_open_is_likely():
    pack = a_pack(*map(capability, "abcd"))

    chances = weighed(pack, **dict.fromkeys("abcd", 1)).chances

    assert chances["a-3"].standing is Standing.LIKELY


@pytest.mark.parametrize("weeks", [2, 3, 4, 6])
def test_weights_and_efforts_spread_as_far_as_agreed(weeks):
    sure = [capability(id_, weight=10_000) for id_ in ("x", "y")]
    pack = a_pack(*sure, capability("a"), capability("b", weeks=weeks))
    sharp = pack.model_copy(update={"noise": Noise(item=1e-6)})

    chances = weighed(sharp, x=1, y=1, a=1, b=1).chances

    # the third place is a's if ln(weeks / 2) and four normal draws are above 0
    spread = sqrt(2 * (0.30**2 + 0.35**2))
    expected = NormalDist().cdf(log(weeks / 2) / spread)
    assert chances["a-3"].share == pytest.approx(expected, abs=0.05)


def test_more_people_make_a_place_more_solid():
    pack = a_pack(*(capability(id_) for id_ in "abcd"))
    noisy = pack.model_copy(update={"noise": Noise(item=2.0)})
    answers = {"a": 1, "b": 1, "c": 1, "d": 2}

    one, many = (weighed(noisy, people=n, **answers).chances for n in (1, 30))

    assert many["a-3"].share > one["a-3"].share


def test_an_unknown_answer_of_a_step_is_drawn_from_its_whole_range():
    from tests.builders import a_question

    questions = (a_question("known"), a_question("open"))
    action = an_action("half", 3, lifts=("known", "open"))
    half = a_capability("half", questions=questions, actions=(action,))
    pack = a_pack(half, *map(capability, "abcd"))

    chances = weighed(pack, known=2, open=DONT_KNOW, a=1, b=1, c=1, d=1).chances

    assert 0 < chances["half-3"].share < 1


@settings(max_examples=15)
@given(drawn_results())
def test_the_shares_of_all_steps_make_three_places_at_most(made):
    plan = make_plan(made, dice=random.Random(3))

    assert plan.robustness is not None
    shares = [chance.share for chance in plan.robustness.chances.values()]
    assert sum(shares) <= 3 + 1e-9
    assert plan == make_plan(made, dice=random.Random(3))


def test_without_steps_there_is_nothing_to_say():
    assert weighed(a_pack(capability("a")), a=DONT_KNOW).chances == {}
