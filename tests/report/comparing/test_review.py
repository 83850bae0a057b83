import pytest

from readiness.plan.record import Status
from readiness.report.comparing.build import Occasion
from readiness.report.comparing.outlook import outcome_words, plan_sentences
from readiness.report.comparing.review import review_plan
from readiness.uncertainty.verdicts import Verdict
from tests.report.comparing.values import (
    OCCASION,
    a_change,
    a_comparison,
    a_record,
    a_report,
    an_action_planned,
)


def test_what_a_document_says_of_an_action_wins_over_what_was_kept():
    record = a_record(actions={"ai-1": an_action_planned(status=Status.OPEN)})

    review = review_plan(record, {"ai-1": Status.DONE}, a_comparison())

    assert review.counts == {Status.DONE: 1}
    assert review.overall.done == 1


def test_only_actions_that_are_done_were_to_gain_anything():
    record = a_record(
        actions={
            "ai-1": an_action_planned(gain=3.0, status=Status.DONE),
            "ai-2": an_action_planned(gain=4.0, status=Status.STARTED),
            "zt-1": an_action_planned("zt", gain=2.0, status=Status.DROPPED),
        }
    )

    review = review_plan(record, {}, a_comparison())

    assert review.total == 3
    assert review.overall.expected == 3.0
    assert [(o.node.id, o.expected) for o in review.trends] == [("ai", 6.0)]


def test_nothing_is_expected_of_somebodys_own_actions():
    record = a_record(actions={})

    review = review_plan(record, {"my-own": Status.DONE}, a_comparison())

    assert (review.total, review.overall.expected) == (0, 0.0)


def test_the_sentences_count_by_status_and_hold_expected_against_measured():
    record = a_record(
        actions={f"ai-{n}": an_action_planned(gain=2.4) for n in range(6)}
    )
    done = dict.fromkeys(("ai-0", "ai-1", "ai-2"), Status.DONE)
    statuses = {**done, "ai-5": Status.DROPPED}

    review = review_plan(record, statuses, a_comparison())

    assert list(plan_sentences(review)) == [
        "6 actions: 2 open, 3 done, 1 dropped.",
        "Overall: expected +7 from the 3 actions done, measured +4 ±9.",
        "AI in full: expected +14 from the 3 actions done, measured +4 ±9.",
    ]


def test_a_plan_of_which_nothing_is_done_expected_nothing():
    review = review_plan(a_record(), {}, a_comparison())

    said = outcome_words(review.overall)

    assert said == ("no action is marked done, so nothing was expected; measured +4 ±9")


def test_what_cannot_be_compared_was_not_measured():
    apart = a_change(verdict=Verdict.NOT_COMPARABLE)
    record = a_record(actions={"ai-1": an_action_planned(status=Status.DONE)})

    (outcome,) = review_plan(record, {}, a_comparison(apart)).trends

    assert outcome_words(outcome) == (
        "expected +6 from the 1 action done, what was gained is not comparable"
    )


@pytest.mark.parametrize("statuses", [{}, {"ai-1": Status.DONE}])
def test_the_plan_is_in_the_headline_and_in_its_own_part(statuses):
    review = review_plan(a_record(), statuses, a_comparison())

    report = a_report(occasion=Occasion(made_on=OCCASION.made_on, review=review))

    assert report.headline[-1] == ("Plan", outcome_words(review.overall))
    told, unknown = report.plan[: len(report.plan) - len(statuses)], report.plan[-1]
    assert told == tuple(plan_sentences(review))
    assert ("A plan does not say when an action was done" in unknown) is bool(statuses)
