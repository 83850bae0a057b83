"""Actions that a team has settled are not proposed."""

import random

import pytest

from readiness.markup import markdown_text
from readiness.pack.rule import Severity
from readiness.plan.make import make_plan
from readiness.plan.progress import Fate, follow
from readiness.plan.record import Status
from readiness.plan.steps import Urgency
from readiness.scoring.results import evaluate
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
    a_rule,
    an_action,
)
from tests.plan.documents import a_team_pack, drawn, filled

REFUSED = (Status.DROPPED, Status.ACCEPTED)
SETTLED = (Status.DONE, *REFUSED)


def ladder(id_, **fields):
    """Build a capability with an action to each of the levels 1, 2 and 3."""
    actions = tuple(an_action(id_, to) for to in (1, 2, 3))
    return a_capability(id_, actions=actions, **fields)


def planned(pack, settled, answers=None, **wishes):
    levels = {question.id: 0 for question in pack.questions()} | (answers or {})
    results = evaluate(pack, [a_response(pack, **levels)])
    statuses = {id_.replace("_", "-"): status for id_, status in settled.items()}
    return make_plan(results, settled=statuses, **wishes)


def ids(steps):
    return [step.action.id for step in steps]


def many(count=8):
    return a_team_pack(tuple(f"a{n}" for n in range(count)))


@pytest.mark.parametrize("status", SETTLED)
def test_what_is_settled_leaves_its_place_to_others(status):
    before = planned(many(), {})

    after = planned(many(), {"a0-1": status, "a1-1": status})

    assert len(before.scheduled) == len(after.scheduled) == 6
    assert not {"a0-1", "a1-1"} & {*ids(after.steps()), *ids(after.rest)}
    assert [(a.step.action.id, a.status) for a in after.aside] == [
        ("a0-1", status),
        ("a1-1", status),
    ]


def test_what_is_open_changes_nothing():
    assert planned(many(), {"a0-1": Status.OPEN}) == planned(many(), {})


def test_what_is_begun_stays_in_the_plan_before_what_gains_more():
    plan = planned(many(), {"a7-1": Status.STARTED})

    assert "a7-1" not in ids(planned(many(), {}).steps())
    assert ids(plan.steps())[0] == "a7-1"
    assert len(plan.scheduled) == 6


def test_all_that_is_begun_stays_however_much_it_is():
    begun = {f"a{n}-{to}": Status.STARTED for n in range(4) for to in (1, 2, 3)}

    plan = planned(many(), begun)

    assert {*ids(plan.steps())} == {*begun}


def test_what_is_begun_stays_when_an_answer_falls_below_the_step_before_it():
    plan = planned(many(), {"a0-2": Status.STARTED})

    (step,) = (s for s in plan.steps() if s.capability.id == "a0")
    assert step.action.id == "a0-2"
    assert step.lifts[0].value == 0


def test_what_is_begun_stays_when_what_it_lifts_is_not_known_any_more():
    plan = planned(many(), {"a0-1": Status.STARTED}, {"a0": DONT_KNOW})

    step = plan.steps()[0]
    assert (step.action.id, step.gain.points) == ("a0-1", 0)
    assert step.gain.high > 0


def test_what_is_begun_stays_though_what_it_rests_on_is_two_levels_behind():
    answers = {"delivery": 2, "tests": 0, "releases": 3, "other": 3}

    plan = planned(a_chain(), {"delivery-3": Status.STARTED}, answers)

    assert ids(plan.steps()) == ["tests-1", "delivery-3"]


def test_what_is_begun_stays_beyond_what_has_no_room():
    pack = a_pack(
        *map(ladder, "abcdef"),
        ladder("delivery", prerequisites=("a", "b", "c", "d", "e", "f")),
    )
    others = {f"{id_}-1": Status.STARTED for id_ in "abcdef"}

    plan = planned(pack, {**others, "delivery-1": Status.STARTED})

    assert ids(plan.steps())[-1] == "delivery-1"
    assert len(plan.scheduled) == 7


def test_the_steps_done_below_a_begun_one_are_counted_once():
    settled = {"tests-1": Status.DONE, "tests-3": Status.STARTED}

    plan = planned(a_pack(ladder("tests")), settled)

    (step,) = plan.steps()
    assert step.action.id == "tests-3"
    assert step.gain.points == pytest.approx(50)
    assert [aside.step.action.id for aside in plan.aside] == ["tests-1"]


def test_what_is_begun_needs_no_time_for_what_nobody_has_begun():
    settled = {"delivery-1": Status.STARTED}

    plan = planned(a_chain(), settled, capacity=2)

    assert ids(plan.steps()) == ["delivery-1"]
    assert plan.budget.begun == 1


def test_what_is_begun_is_given_its_time_first():
    plan = planned(many(), {"a7-1": Status.STARTED}, capacity=3)

    assert ids(plan.steps()) == ["a7-1"]
    assert plan.budget.begun == 1


def test_the_step_after_a_done_one_comes_and_gains_only_what_it_adds():
    plan = planned(a_pack(ladder("tests")), {"tests-1": Status.DONE})

    (step,) = plan.steps()

    assert step.action.id == "tests-2"
    assert step.gain.points == pytest.approx(25)
    assert plan.before.score.point == 0


@pytest.mark.parametrize("status", REFUSED)
def test_the_step_after_a_refused_one_does_not_come(status):
    assert planned(a_pack(ladder("tests")), {"tests-1": status}).steps() == ()


def a_chain():
    """Build three capabilities: delivery rests on tests, and releases on delivery."""
    return a_pack(
        ladder("tests"),
        ladder("delivery", prerequisites=("tests",)),
        ladder("releases", prerequisites=("delivery",)),
        ladder("other"),
    )


@pytest.mark.parametrize("status", REFUSED)
@pytest.mark.parametrize("capacity", [None, 100])
def test_what_rests_on_a_refused_action_waits(status, capacity):
    plan = planned(a_chain(), {"tests-1": status}, capacity=capacity)

    left = [*plan.steps(), *plan.rest]

    assert {step.capability.id for step in left} == {"other"}
    assert {"delivery-1", "releases-1"} <= {*ids(plan.waiting)}
    assert "tests-1" not in ids(plan.waiting)


@pytest.mark.parametrize("capacity", [None, 100])
def test_what_rests_on_a_done_action_does_not_wait(capacity):
    plan = planned(a_chain(), {"tests-1": Status.DONE}, capacity=capacity)

    first = next(s for s in plan.scheduled if s.step.action.id == "delivery-1")

    assert first.horizon == "now"
    assert plan.waiting == ()


def test_what_is_done_does_not_hold_back_what_would_be_too_far_ahead():
    answers = {"delivery": 2, "tests": 0, "releases": 3, "other": 3}

    blocked = planned(a_chain(), {}, answers)
    free = planned(a_chain(), {"tests-1": Status.DONE, "tests-2": Status.DONE}, answers)

    assert ids(blocked.steps()) == ["tests-1"]
    assert {*ids(free.steps())} == {"tests-3", "delivery-3"}


def test_what_waits_for_a_refused_action_makes_nothing_else_urgent():
    rule = a_rule(
        condition="delivery < 2", severity=Severity.CRITICAL, remedies=("delivery",)
    )
    pack = a_pack(
        ladder("tests"),
        ladder("tools"),
        ladder("delivery", prerequisites=("tests", "tools")),
        rules=(rule,),
    )

    def urgency(settled):
        steps = planned(pack, settled).steps()
        return next(s.urgency for s in steps if s.capability.id == "tools")

    assert urgency({}) is Urgency.CRITICAL
    assert urgency({"tests-1": Status.DROPPED}) is Urgency.VALUE


@pytest.mark.parametrize("status", SETTLED)
def test_no_time_is_spent_on_what_is_settled(status):
    plan = planned(many(3), {"a0-1": status}, capacity=4)

    assert "a0-1" not in ids(plan.steps())
    assert plan.budget.used == 4


@pytest.mark.parametrize("capacity", [None, 6])
def test_how_solid_a_plan_is_is_not_said_of_what_is_settled(capacity):
    settled = {"a0-1": Status.DONE, "a1-1": Status.DROPPED}

    plan = planned(many(), settled, capacity=capacity, dice=random.Random(1))

    assert plan.robustness.chances
    assert not {"a0-1", "a1-1", "a1-2"} & {*plan.robustness.chances}


def test_what_is_set_aside_without_a_file_is_in_the_document_all_the_same():
    plan = planned(a_team_pack(), {"tests-1": Status.ACCEPTED})

    progress = follow(plan, "2026-Q4")

    course = progress.of("tests-1")
    (aside,) = plan.aside
    assert (course.fate, course.status) == (Fate.ACCEPTED, "risk accepted")
    assert course.title == markdown_text(aside.step.action.title)
    assert progress.summary() == "2 new"


def test_no_number_in_the_document_names_what_is_not_in_the_plan():
    first = drawn(pack=a_chain()).document()
    assert "- **Needs:** A" in first
    own = "- **Needs:** a room for it"
    text = filled(first, "tests-1", status="dropped", owner=f"Ana\n{own}")

    after = drawn(pack=a_chain(), settled={"tests-1": Status.DROPPED}).merged(text)

    assert "No longer suggested" in after
    assert "- **Needs:** A" not in after
    assert own in after
