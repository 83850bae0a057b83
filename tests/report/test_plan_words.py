"""What a plan says of itself."""

import random

import pytest

from readiness.pack.rule import Severity
from readiness.plan.make import make_plan
from readiness.plan.proof import Proof, Provable
from readiness.plan.record import Status
from readiness.plan.steps import Budget
from readiness.report.plan_words import capacity_words, solid_words, verify_words
from readiness.scoring.results import evaluate
from tests.builders import (
    a_capability,
    a_pack,
    a_profile_question,
    a_response,
    a_rule,
    an_action,
)


def planned(weeks=None, dice=None, rules=(), level=0, **fields):
    actions = tuple(an_action("a", to, person_weeks=2.5) for to in (1, 2, 3))
    pack = a_pack(a_capability("a", actions=actions), a_capability("b"), rules=rules)
    results = evaluate(pack, [a_response(pack, a=level, b=2)])
    return make_plan(results, capacity=weeks, dice=dice, **fields)


def node(id_="overall", expected=7.0, smallest=17.0, needed=None, *, is_focus=False):
    return Provable(
        id=id_,
        name=id_.capitalize(),
        expected=expected,
        smallest=smallest,
        needed=needed,
        is_focus=is_focus,
    )


def proof(overall, *trends, people=1, is_whole=True):
    return Proof(people=people, is_whole=is_whole, overall=overall, trends=trends)


def test_what_comes_later_than_the_next_quarter_is_not_said_to_be_verified_by_it():
    said = verify_words(proof(node(expected=18), node("a", 2, 20.6), is_whole=False))

    assert "what this plan has for three months (+18 points overall) can be" in said


def test_nobody_who_did_not_ask_hears_of_time():
    assert capacity_words(planned()) == ""


def test_what_the_time_goes_to_is_said():
    assert capacity_words(planned(6)) == (
        "With 6 person-weeks: 2 actions, 5 used, about +25 points (best possible for "
        "that time)."
    )


def test_what_is_against_critical_findings_is_counted_and_what_does_not_fit():
    rule = a_rule(condition="a < 2", severity=Severity.CRITICAL, remedies=("a",))

    assert capacity_words(planned(3, rules=[rule])) == (
        "With 3 person-weeks: 1 action, 2.5 used, about +13 points (1 against critical "
        "findings first; 1 against critical findings too long for it; best possible "
        "for the rest of the time)."
    )


def test_what_is_against_severe_findings_and_left_out_is_counted():
    rule = a_rule(condition="a < 2", severity=Severity.HIGH, remedies=("a",))

    words = capacity_words(planned(3, rules=[rule]))

    assert "1 against high-severity findings left out" in words


def test_what_is_begun_is_said_to_come_first():
    words = capacity_words(planned(6, settled={"a-1": Status.STARTED}))

    assert "(1 already begun, first; best possible for the rest of the time)" in words


def test_what_counts_more_than_its_points_is_said():
    assert "points of the focus counted 3 times)" in capacity_words(
        planned(6, focus="ai")
    )


def test_a_choice_that_is_not_proved_is_near_optimal():
    from dataclasses import replace

    plan = planned(6)
    assert isinstance(plan.budget, Budget)

    near = replace(plan, budget=replace(plan.budget, is_best=False))

    assert capacity_words(near).endswith("(near-optimal for that time).")


def test_if_nothing_fits_the_smallest_action_is_named():
    assert capacity_words(planned(1)) == (
        "With 1 person-week: no action fits; the smallest takes 2.5 person-weeks "
        "(Lift a to 1)."
    )
    assert capacity_words(planned(1, level=4)) == (
        "With 1 person-week: there is no action to propose."
    )


def test_how_sure_a_place_is_is_said_where_dice_were_thrown():
    order, time = (planned(w, dice=random.Random(1)) for w in (None, 9))

    assert solid_words(planned(), "a-1") == solid_words(order, "a-9") == ""
    assert solid_words(order, "a-1") == (
        "solid: among the first three in 100 % of 1,000 variations of weights, efforts "
        "and answers"
    )
    assert solid_words(time, "a-1") == (
        "core of the plan: in the best plan in 100 % of 200 variations of weights, "
        "efforts and answers"
    )


START = "With 1 person, the next quarter can prove changes of "


CLAUSES = {
    "nothing": "cannot be verified; if 2 more people answered both times, it could in "
    "B.",
    "one trend": "can be verified in B; if 1 more person answered both times, it "
    "could overall.",
    "overall and trends": "can be verified overall and in A and B.",
    "overall": "can be verified overall.",
    "one trend, never overall": "can be verified in B; a single quarter cannot prove "
    "it overall.",
    "never": "cannot be verified by a single quarter, overall or in a trend; several "
    "quarters together may show it.",
}


@pytest.mark.parametrize(
    ("made", "changes", "clause"),
    [
        (
            proof(node(needed=4), node("a", 2, 20.6), node("b", 9, 21.4, needed=3)),
            "21 points in a trend and 17 overall: this plan (+7 points overall) ",
            "nothing",
        ),
        (
            proof(node(needed=2), node("a", 2, 19), node("b", 29, 22)),
            "19 to 22 points in a trend and 17 overall: this plan (+7 points overall) ",
            "one trend",
        ),
        (
            proof(node(needed=5), node("a", 2, 19), node("b", 29, 22)),
            "19 to 22 points in a trend and 17 overall: this plan (+7 points overall) ",
            "one trend, never overall",
        ),
        (
            proof(node(expected=20), node("a", 29, 22), node("b", 29, 22)),
            "22 points in a trend and 17 overall: this plan (+20 points overall) ",
            "overall and trends",
        ),
        (
            proof(node(expected=20), node("a", 1, 22)),
            "22 points in a trend and 17 overall: this plan (+20 points overall) ",
            "overall",
        ),
        (
            proof(node(), node("a", 1, 14), node("b", 1, 24)),
            "14 to 24 points in a trend and 17 overall: this plan (+7 points overall) ",
            "never",
        ),
        (
            proof(node(smallest=None), node("a", 7, 20)),
            "20 points in a trend: this plan (+7 points overall) ",
            "never",
        ),
    ],
)
def test_what_could_be_proved_is_held_against_the_plan(made, changes, clause):
    assert verify_words(made) == START + changes + CLAUSES[clause]


def test_no_more_people_are_proposed_than_a_team_may_find():
    most, too_many = (
        verify_words(proof(node(needed=needed), people=8)) for needed in (18, 19)
    )

    assert most.endswith("; if 10 more people answered both times, it could overall.")
    assert "more people" not in too_many


def test_what_is_declared_is_named_apart():
    made = proof(node(), node("a", 1, 14, is_focus=True), node("b", 1, 24))

    said = verify_words(made)

    assert "14 points in A (declared), 24 points in another trend and 17 over" in said


def test_of_a_plan_that_gains_nothing_nothing_is_said():
    made = proof(node(expected=0), node("a", 0, None))

    assert verify_words(made) == f"{START}17 points overall."


def test_where_too_little_is_known_nothing_can_be_proved():
    assert verify_words(proof(node(smallest=None), people=2)) == (
        "With 2 people, the next quarter can prove nothing: too little is known."
    )


def test_a_step_says_that_its_trend_is_declared_and_matters():
    from readiness.report.plan_words import why_here

    profile = [a_profile_question("much", trend="ai", values=(1, 2, 3))]
    actions = (an_action("a"),)
    pack = a_pack(a_capability("a", actions=actions), profile=profile)
    results = evaluate(pack, [a_response(pack, profile={"much": 1}, a=0)])

    (step,) = make_plan(results, focus="ai").steps()

    assert why_here(results, step) == (
        "gains 12.5 points of ai per person-week, a trend that you declared to improve "
        "and that matters little to you"
    )


def test_all_that_is_said_is_in_every_form_of_the_plan(shown):
    from datetime import date

    from readiness.report import json, sentences, terminal_plan
    from readiness.report.build import build_report

    actions = tuple(an_action("a", to) for to in (1, 2, 3))
    pack = a_pack(a_capability("a", actions=actions), a_capability("b"))
    results = evaluate(pack, [a_response(pack, a=0, b=2)])
    plan = make_plan(results, capacity=3, dice=random.Random(1))
    report = build_report(results, plan, made_on=date(2026, 11, 22))

    drawn = shown(report, width=999, what=terminal_plan.render)
    for text in (json.render_plan(report), sentences.render_plan(report), drawn):
        assert "With 3 person-weeks: 1 action" in text
        assert "the next quarter can prove" in text
        assert "core of the plan: in the best plan in" in text
