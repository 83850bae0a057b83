"""Coming back: the previous answer is shown, and one key says it is still true."""

from datetime import date

import pytest

from readiness.interview.answering import Turn
from readiness.interview.previous import Previous
from readiness.interview.steps import Command
from readiness.period import Period
from readiness.responses import Evidence, NotApplicable, Noted, Rated, Unknown
from tests.builders import NOON, a_response
from tests.interview.scripted import (
    BACK,
    CONFIRM,
    NOTE,
    SKIP,
    Script,
    a_session,
    asked,
    previously,
    three_questions,
)

PAGE = Evidence(text="wiki/page")
OTHER = Evidence(text="wiki/other")


def confirmed(before, **answers):
    """Confirm ``before``, the previous answer to the first question."""
    pack = three_questions()
    previous = {
        "pairing": previously(before),
        "reviews": previously(),
        "roles": previously(),
    }
    session, ui, saved = a_session(
        CONFIRM, pack=pack, response=a_response(pack, **answers), previous=previous
    )
    session.walk.cursor = 0
    session.run()
    return session.response.answers["pairing"], ui, saved


def test_the_previous_answer_is_shown_with_its_day():
    before = Previous(
        answer=Rated(level=3),
        period=Period(2026, 3),
        on=date(2026, 8, 14),
        is_changed=False,
    )
    session, ui, _ = a_session(previous={"pairing": before})
    session.walk.cursor = 2

    session.run()

    (step,) = ui.steps
    assert step.previous == "3 (Level 3), 2026-08-14"
    assert (step.was_chosen, step.chosen, step.answer) == (3, None, "")
    assert CONFIRM in step.commands


def test_without_a_previous_answer_there_is_nothing_to_confirm():
    session, ui, _ = a_session()

    session.run()

    assert (ui.steps[0].previous, ui.steps[0].was_chosen) == ("", None)
    assert CONFIRM not in ui.steps[0].commands


@pytest.mark.parametrize(
    ("answer", "words"),
    [(Rated(level=3), "level 3"), (Unknown(), "don't know")],
)
def test_an_answer_to_what_the_question_meant_before_cannot_be_confirmed(answer, words):
    before = previously(answer, is_changed=True)
    session, ui, _ = a_session(previous={"pairing": before})

    session.run()

    step = next(step for step in ui.steps if "pairing" in step.text)
    assert step.previous == f"{words}, {before.on}, and the question has changed since"
    assert step.was_chosen is None
    assert CONFIRM not in step.commands


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (Rated(level=3), "still 3 (Level 3)"),
        (Unknown(), "still don't know"),
        (NotApplicable(reason="none"), "still not applicable (none)"),
    ],
)
def test_what_is_still_true_is_a_fresh_answer(before, words):
    answer, ui, saved = confirmed(before)

    assert answer == before.model_copy(update={"at": NOON})
    assert saved[-1].answers["pairing"] == answer
    assert ui.recorded == [f"1. ai: {words}"]
    assert asked(ui) == ["How many do pairing?", "How many do reviews?"]


def test_note_and_evidence_come_along_if_there_is_nothing_newer():
    before = Rated(level=3, note="see wiki", evidence=(PAGE,))

    alone, _, _ = confirmed(before)
    noted, _, _ = confirmed(before, pairing=Noted(note="ask Jon"))
    backed, _, _ = confirmed(before, pairing=Noted(evidence=(OTHER,)))

    assert (alone.note, alone.evidence) == ("see wiki", (PAGE,))
    assert (noted.note, noted.evidence) == ("ask Jon", (PAGE,))
    assert (backed.note, backed.evidence) == ("see wiki", (OTHER,))


def test_another_answer_may_be_taken_back_to_the_previous_one():
    answer, _, _ = confirmed(Rated(level=3), pairing=1)

    assert answer == Rated(level=3, at=NOON)


def test_why_it_did_not_apply_in_between_stays_in_the_note():
    answer, _, _ = confirmed(
        NotApplicable(reason="none"), pairing=NotApplicable(reason="none yet")
    )

    assert answer.reason == "none"
    assert answer.note == "Was not applicable: none yet"


def test_the_same_answer_needs_no_confirmation():
    previous = {
        "pairing": previously(3),
        "reviews": previously(),
        "roles": previously(),
    }
    session, ui, _ = a_session(3, BACK, SKIP, previous=previous)

    session.run()

    assert [CONFIRM in step.commands for step in ui.steps] == [True, True, False, True]


def test_a_note_keeps_the_previous_answer_in_reach():
    session, _, _ = a_session(
        NOTE,
        "ask Jon",
        CONFIRM,
        previous=dict.fromkeys(("pairing", "reviews", "roles"), previously(2)),
    )

    session.run()

    assert session.response.answers["pairing"] == Rated(
        level=2, note="ask Jon", at=NOON
    )


def test_a_confirmation_of_nothing_changes_nothing():
    session, ui, _ = a_session()
    session.run()
    question = session.agenda.questions[0]

    turn = Turn(
        ui=Script(),
        now=lambda: NOON,
        question=question,
        step=ui.steps[0],
        answer=Noted(),
        before=None,
    )

    assert turn.take(Command.CONFIRM) is None
