"""What a team has settled is told with who, why and until when; so is what waits."""

import pytest

from readiness.plan.file import read_plan
from readiness.plan.make import make_plan
from readiness.plan.record import Status
from readiness.plan.refused import left_open, settled_words, waiting_first
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, a_rule, an_action
from tests.plan.documents import drawn, filled


def a_pack_with_a_rule():
    """Build a pack in which delivery rests on tests, and a rule asks for delivery."""
    tests = a_capability("tests", actions=(an_action("tests"),))
    delivery = a_capability(
        "delivery", prerequisites=("tests",), actions=(an_action("delivery"),)
    )
    fires = a_rule(condition="delivery < 1", remedies=("delivery",))
    lonely = a_capability("lonely", actions=(an_action("lonely"),))
    return a_pack(tests, delivery, lonely, rules=(fires,))


def the_plan(settled, **levels):
    """Make the plan of somebody who answers the pack above, 2 where nothing is said."""
    pack = a_pack_with_a_rule()
    answers = {question.id: 2 for question in pack.questions()} | levels
    results = evaluate(pack, [a_response(pack, **answers)])
    return results, make_plan(results, settled=settled)


def open_rules(settled, **levels):
    """Return which rules stay open, and the ids of the actions that it is due to."""
    found = left_open(*the_plan(settled, **levels))
    return {rule: [a.step.action.id for a in why] for rule, why in found.items()}


def the_action(**fields):
    """Return the first action of a plan in which somebody filled in these fields."""
    text = filled(drawn().document(), "pairing-1", **fields)
    file = read_plan(text, "plan.md")
    assert file is not None
    return file.find("pairing-1")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"status": "risk accepted by Anna Weiß until 2027-01-31, it goes"},
            "the risk was accepted by Anna Weiß until 2027-01-31, it goes",
        ),
        (
            {"status": "Risk accepted by Anna", "due": "2027-01-31"},
            "the risk was accepted by Anna until 2027-01-31",
        ),
        ({"status": "risk  accepted"}, "the risk was accepted"),
        ({"status": "dropped, too dear for R\\&D"}, "it was dropped, too dear for R&D"),
        ({"status": "done", "due": "2027-01-31"}, "done"),
    ],
)
def test_all_that_was_typed_is_told(fields, words):
    kept = the_action(**fields)

    assert settled_words(kept.status, kept) == words


def test_without_the_file_only_the_kind_is_told():
    assert settled_words(Status.ACCEPTED) == "the risk was accepted"


def test_what_is_ticked_while_in_progress_is_done():
    kept = the_action(status="in progress")

    assert settled_words(Status.DONE, kept) == "done"


def test_a_finding_whose_cure_rests_on_an_accepted_risk_stays_open():
    found = open_rules({"tests-1": Status.ACCEPTED}, tests=0, delivery=0)

    assert found == {"R01": ["tests-1"]}


def test_a_finding_whose_cure_was_dropped_stays_open():
    found = open_rules({"delivery-1": Status.DROPPED}, tests=2, delivery=0)

    assert found == {"R01": ["delivery-1"]}


def test_a_finding_that_another_step_cures_does_not_stay_open():
    found = open_rules({"tests-1": Status.DONE}, tests=0, delivery=0)

    assert found == {}


def test_a_finding_that_nobody_refused_to_cure_is_no_decision():
    found = open_rules({"lonely-1": Status.DROPPED}, delivery=0, lonely=0)

    assert found == {}


def test_what_waits_is_told_once_a_capability_and_not_for_the_refused_one():
    pack = a_pack(
        a_capability("tests", actions=tuple(an_action("tests", n) for n in (1, 2))),
        a_capability(
            "delivery",
            prerequisites=("tests",),
            actions=tuple(an_action("delivery", n) for n in (1, 2)),
        ),
    )
    results = evaluate(pack, [a_response(pack, tests=0, delivery=0)])

    plan = make_plan(results, capacity=9, settled={"tests-1": Status.DROPPED})

    waiting = {step.action.id for step in plan.waiting}
    assert waiting == {"tests-2", "delivery-1", "delivery-2"}
    assert [step.action.id for step in waiting_first(plan)] == ["delivery-1"]
