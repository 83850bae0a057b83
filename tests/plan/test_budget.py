"""Plans for the time there is: whole ladders, what is critical first."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.pack.rule import Severity
from readiness.plan.make import make_plan
from readiness.plan.steps import TARGET, Horizon, Standing
from readiness.responses import Form
from readiness.scoring.results import evaluate
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_rule,
    a_trend,
    an_action,
)
from tests.plan.dice import FairDice
from tests.plan.test_order import results as drawn_results

ORDER = list(Horizon)


def with_steps(id_, weeks=2, **fields):
    actions = tuple(an_action(id_, to, person_weeks=weeks) for to in (1, 2, 3))
    return a_capability(id_, actions=actions, **fields)


def planned(pack, weeks, dice=None, **answers):
    results = evaluate(pack, [a_response(pack, **answers)])
    return make_plan(results, capacity=weeks, dice=dice)


def ids(plan):
    return [step.action.id for step in plan.steps()]


def test_time_for_a_whole_ladder_climbs_it_and_gains_what_the_score_rises_by():
    pack = a_pack(with_steps("pairing"), a_capability("other"))

    plan = planned(pack, 6, pairing=0, other=2)

    assert ids(plan) == ["pairing-1", "pairing-2", "pairing-3"]
    assert [p.horizon for p in plan.scheduled] == ORDER
    assert plan.expected() == pytest.approx(37.5)
    assert plan.after.score.point - plan.before.score.point == pytest.approx(37.5)
    assert (plan.budget.used, plan.budget.is_best, plan.rest) == (6, True, ())


def test_what_does_not_fit_comes_after_that():
    plan = planned(a_pack(with_steps("pairing")), 3, pairing=0)

    assert ids(plan) == ["pairing-1"]
    assert [step.action.id for step in plan.rest] == ["pairing-2"]


def test_the_prerequisites_of_a_step_are_paid_for():
    pack = a_pack(
        with_steps("top", weight=50, prerequisites=("base",)), with_steps("base")
    )

    assert ids(planned(pack, 3, top=0, base=0)) == ["base-1"]
    assert ids(planned(pack, 4, top=0, base=0)) == ["base-1", "top-1"]
    assert ids(planned(pack, 8, top=1, base=1)) == [
        "base-2",
        "top-2",
        "base-3",
        "top-3",
    ]


def test_on_something_unknown_only_the_next_step_is_built():
    pack = a_pack(with_steps("top", prerequisites=("base",)), with_steps("base"))

    assert ids(planned(pack, 99, top=0, base=DONT_KNOW)) == ["top-1"]


def test_what_is_critical_comes_first_though_other_things_gain_more():
    rule = a_rule(
        condition="identity < 2", severity=Severity.CRITICAL, remedies=("identity",)
    )
    pack = a_pack(
        with_steps("cheap", 1, weight=90), with_steps("identity", 2), rules=[rule]
    )

    both, first = (planned(pack, w, cheap=0, identity=0) for w in (4, 3))

    assert ids(both) == ["identity-1", "identity-2"]
    assert ids(first) == ["identity-1", "cheap-1"]
    assert (both.budget.urgent, both.budget.left_out) == (2, 0)
    assert (first.budget.urgent, first.budget.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("first", "second", "weeks"), [(0.1, 0.2, 0.3), (1.1, 2.2, 3.3), (0.7, 0.1, 0.8)]
)
def test_critical_steps_that_add_up_to_the_time_there_is_all_fit(first, second, weeks):
    actions = (
        an_action("identity", 1, person_weeks=first),
        an_action("identity", 2, person_weeks=second),
    )
    rule = a_rule(
        condition="identity < 2", severity=Severity.CRITICAL, remedies=("identity",)
    )
    pack = a_pack(a_capability("identity", actions=actions), rules=[rule])

    plan = planned(pack, weeks, identity=0)

    assert ids(plan) == ["identity-1", "identity-2"]
    assert (plan.budget.urgent, plan.budget.left_out) == (2, 0)


def test_what_is_critical_is_not_begun_without_what_it_rests_on():
    rule = a_rule(condition="top < 1", severity=Severity.CRITICAL, remedies=("top",))
    top = with_steps("top", 1, prerequisites=("base",))
    pack = a_pack(top, with_steps("base", 9), with_steps("other", 2), rules=[rule])

    plan = planned(pack, 3, top=0, base=0, other=0)

    assert ids(plan) == ["other-1"]
    assert (plan.budget.urgent, plan.budget.left_out) == (0, 2)


def test_beyond_the_cure_a_step_has_to_gain_its_place():
    rule = a_rule(
        condition="identity < 2", severity=Severity.CRITICAL, remedies=("identity",)
    )
    pack = a_pack(with_steps("identity"), rules=[rule])

    plan = planned(pack, 99, identity=0)

    assert [step.urgency.name for step in plan.steps()] == [
        "CRITICAL",
        "CRITICAL",
        "VALUE",
    ]


def test_the_smallest_action_is_named_if_nothing_fits():
    pack = a_pack(with_steps("dear", 9), with_steps("cheap", 3))

    plan = planned(pack, 2, dear=0, cheap=0)

    assert plan.budget.smallest.action.id == "cheap-1"
    assert (plan.scheduled, plan.expected()) == ((), 0)


def test_the_smallest_action_is_one_that_could_be_begun():
    pack = a_pack(with_steps("top", 1, prerequisites=("base",)), with_steps("base", 9))

    plan = planned(pack, 5, top=0, base=0)

    assert plan.budget.smallest.action.id == "base-1"


def test_with_nothing_to_do_no_action_is_the_smallest():
    plan = planned(a_pack(with_steps("a")), 9, dice=random.Random(1), a=DONT_KNOW)

    assert (plan.scheduled, plan.budget.smallest) == ((), None)
    assert plan.robustness.chances == {}


def test_a_quick_look_plans_only_what_it_asked():
    quick = (a_question("quick", quick=True),)
    action = an_action("quick", lifts=("quick",))
    pack = a_pack(
        a_capability("asked", questions=quick, actions=(action,)), with_steps("silent")
    )
    response = a_response(pack, form=Form.QUICK, quick=0)

    plan = make_plan(evaluate(pack, [response]), capacity=9, dice=random.Random(1))

    assert ids(plan) == ["quick-1"]


def test_importance_decides_what_the_time_goes_to():
    from tests.builders import a_profile_question

    profile = [a_profile_question("much", trend="safe", values=(1, 2, 3))]
    pack = a_pack(
        a_trend("ai", with_steps("a")),
        a_trend("safe", with_steps("b")),
        profile=profile,
    )
    response = a_response(pack, profile={"much": 3}, a=0, b=0)

    assert ids(make_plan(evaluate(pack, [response]), capacity=2)) == ["b-1"]


@given(drawn_results(), st.integers(0, 60))
def test_a_plan_fits_the_time_and_starts_nothing_before_what_it_rests_on(made, weeks):
    plan = make_plan(made, capacity=weeks)

    assert sum(step.action.person_weeks for step in plan.steps()) <= weeks
    for place, step in enumerate(plan.steps()):
        assert step.action.to <= TARGET
        assert not any(step.rests_on(later) for later in plan.steps()[place + 1 :])
        assert not any(step.rests_on(left) for left in plan.rest)
    horizons = [ORDER.index(planned.horizon) for planned in plan.scheduled]
    assert horizons == sorted(horizons)


@settings(max_examples=15)
@given(drawn_results(), st.integers(0, 40), st.integers())
def test_the_same_dice_give_the_same_plan(made, weeks, seed):
    one, two = (
        make_plan(made, capacity=weeks, dice=random.Random(seed)) for _ in range(2)
    )

    assert one == two
    assert one.robustness is not None
    assert all(0 <= chance.share <= 1 for chance in one.robustness.chances.values())


def test_what_pays_in_nearly_every_case_is_the_core_and_the_rest_may_be_swapped():
    pack = a_pack(
        with_steps("sure", 1, weight=50), with_steps("a", 4), with_steps("b", 4)
    )

    plan = planned(pack, 7, dice=random.Random(7), sure=2, a=2, b=2)

    chances = plan.robustness.chances
    assert chances["sure-3"].standing is Standing.CORE
    assert chances["a-3"].standing is Standing.SWAP
    assert chances["b-3"].standing is Standing.RACE


def test_with_dice_that_change_nothing_a_further_rung_gains_only_what_it_adds():
    short = a_capability("b", weight=3, actions=(an_action("b"),))
    pack = a_pack(with_steps("a", weight=2), short)

    plan = planned(pack, 4, dice=FairDice(), a=0, b=0)

    assert sorted(ids(plan)) == ["a-1", "b-1"]
    shares = {id_: chance.share for id_, chance in plan.robustness.chances.items()}
    assert shares == {"a-1": 1, "b-1": 1}


def test_of_a_critical_step_nobody_says_that_it_may_be_swapped():
    rule = a_rule(condition="a < 3", severity=Severity.CRITICAL, remedies=("a",))
    pack = a_pack(with_steps("a"), with_steps("b"), rules=[rule])

    plan = planned(pack, 4, dice=random.Random(1), a=2, b=2)

    assert set(plan.robustness.chances) == {"b-3"}


@pytest.mark.parametrize(
    ("focus", "chosen"), [(None, ["near-1", "near-2"]), ("cloud", ["far-1"])]
)
def test_points_of_a_declared_trend_count_three_times(focus, chosen):
    pack = a_pack(
        a_trend("ai", with_steps("near", weeks=2)),
        a_trend("cloud", with_steps("far", weeks=4)),
    )
    results = evaluate(pack, [a_response(pack, near=0, far=0)])

    plan = make_plan(results, focus=focus, capacity=4, dice=FairDice())

    assert ids(plan) == chosen
    assert plan.robustness is not None
    assert {plan.robustness.chances[id_].share for id_ in chosen} == {1}
