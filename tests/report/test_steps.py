"""What a report says of the steps of the plan, and of what to hold."""

import pytest

from readiness.pack.model import ClaimStatus
from readiness.pack.rule import Severity
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_claim,
    a_pack,
    a_profile_question,
    a_response,
    a_rule,
    an_action,
)


def test_only_claims_about_the_scheduled_actions_are_used(made):
    pack = a_pack(
        a_capability("a", actions=(an_action("a"),)),
        a_capability("b"),
        claims=[
            a_claim("E01", capabilities=("a",), status=ClaimStatus.DIFFERS),
            a_claim("E02", capabilities=("b",)),
        ],
    )

    (claim,) = made(pack, a_response(pack, a=0, b=4)).claims

    assert (claim.id, claim.status_words) == ("E01", "the source says something else")


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        (Severity.CRITICAL, 'cures the critical finding "Finding R01" (R01)'),
        (Severity.HIGH, 'cures the high-severity finding "Finding R01" (R01)'),
        (Severity.MEDIUM, "gains 12.5 points of ai per person-week"),
    ],
)
def test_a_step_says_what_puts_it_at_its_place(made, severity, words):
    rule = a_rule(condition="a < 2", severity=severity, remedies=("a",))
    pack = a_pack(a_capability("a", actions=(an_action("a", 2),)), rules=[rule])

    (step,) = made(pack, a_response(pack, a=1)).steps

    assert step.why_here == words


def test_a_step_that_does_not_go_all_the_way_does_not_claim_to_cure(made):
    rule = a_rule(condition="a < 2", severity=Severity.CRITICAL, remedies=("a",))
    pack = a_pack(a_capability("a", actions=(an_action("a"),)), rules=[rule])

    (step,) = made(pack, a_response(pack, a=0)).steps

    assert step.why_here == (
        'is a step towards curing the critical finding "Finding R01" (R01)'
    )


def test_a_step_says_how_much_its_trend_matters_to_the_leader(made):
    profile = a_profile_question("importance_ai", trend="ai", values=(1, 2, 3))
    pack = a_pack(a_capability("a", actions=(an_action("a"),)), profile=[profile])

    (step,) = made(pack, a_response(pack, profile={"importance_ai": 3}, a=0)).steps

    assert step.why_here == (
        "gains 12.5 points of ai per person-week, a trend that matters greatly to you"
    )


def test_a_step_names_what_it_rests_on_with_its_state(made):
    top = a_capability(
        "top",
        weight=1,
        prerequisites=("base", "there", "lacking", "unknown"),
        actions=(an_action("top"),),
    )
    base = a_capability("base", weight=9, actions=(an_action("base"),))
    others = [a_capability(id_) for id_ in ("there", "lacking", "unknown")]
    pack = a_pack(top, base, *others)
    answers = {"there": 2, "lacking": 0, "unknown": DONT_KNOW}

    report = made(pack, a_response(pack, top=0, base=0, **answers))

    (needs,) = [step.needs for step in report.steps if step.id == "top-1"]
    assert needs == (
        "A1 first (Base)",
        "There: level 2 (reached)",
        "Lacking: level 0",
        "Unknown: find out first",
    )


def test_a_step_that_frees_a_level_names_the_trend(made):
    base = a_capability("base", foundation=True, actions=(an_action("base"),))
    pack = a_pack(base, a_capability("x", weight=9))

    (step,) = made(pack, a_response(pack, base=0, x=4)).steps

    assert step.why_here == "lifts what holds the level of Ai down"


def test_a_step_that_something_urgent_waits_for_says_that_it_is_needed_first(made):
    rule = a_rule(condition="top < 3", severity=Severity.CRITICAL, remedies=("top",))
    top = a_capability("top", prerequisites=("base",), actions=(an_action("top", 2),))
    base = a_capability("base", actions=(an_action("base"),))
    pack = a_pack(top, base, rules=[rule])

    (step,) = made(pack, a_response(pack, top=1, base=0)).steps

    assert step.why_here == (
        'is needed first to cure the critical finding "Finding R01" (R01)'
    )
    assert step.opens == ("Top",)


def test_what_is_at_the_target_is_held_with_its_evidence(made):
    pack = a_pack(a_capability("a", evidence=("The log",)), a_capability("b"))

    (held,) = made(pack, a_response(pack, a=4, b=2)).holds

    assert (held.capability, held.level) == ("A", "4 Adaptive")
    assert held.evidence == ("The log",)


def test_an_action_is_told_as_title_details_and_criteria(made):
    action = an_action(
        "a",
        do="Do this first. Then do that.",
        done="A note is there; 25 % of services follow it.",
        first_step="Ask around.",
    )
    pack = a_pack(a_capability("a", actions=(action,)))

    (step,) = made(pack, a_response(pack, a=0)).steps

    assert (step.title, step.details) == ("Do this first", "Then do that.")
    assert step.done_when == ("A note is there", "25 % of services follow it")
    assert step.first_step == "Ask around."
