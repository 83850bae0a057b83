"""Notes and reasons in a sitting, and what happens if one cannot be saved."""

from datetime import timedelta

import pytest

from readiness.errors import CannotWriteError
from readiness.interview.answering import NO_REASON
from readiness.responses import NOTE_LIMIT, NotApplicable, Noted, Rated, Unknown
from tests.builders import NOON, a_response
from tests.interview.scripted import (
    BACK,
    NA,
    NOTE,
    SKIP,
    UNKNOWN,
    a_profile_question,
    a_session,
    asked,
    three_questions,
)


def fail(_response):
    raise CannotWriteError("the disk is full")


@pytest.mark.parametrize("reason", ["", "  "])
def test_not_applicable_without_a_reason_is_not_kept_and_says_so_once(reason):
    session, ui, saved = a_session(NA, reason, NOTE, None)

    session.run()

    assert saved == []
    assert [step.notice for step in ui.steps] == ["", NO_REASON, ""]
    assert "empty" not in ui.fields[0].prompt


def test_a_reason_that_was_cleared_is_kept_as_it_was():
    session, ui, _ = a_session(NA, "none", BACK, NA, "")

    session.run()

    assert session.response.answers["pairing"] == NotApplicable(reason="none", at=NOON)
    assert ui.steps[-1].notice == NO_REASON


def test_when_something_applies_after_all_its_reason_stays_in_the_note():
    session, _, _ = a_session(NA, "none", BACK, 3, BACK, UNKNOWN)

    session.run()

    note = "Was not applicable: none"
    assert session.response.answers["pairing"] == Unknown(note=note, at=NOON)


def test_another_reason_leaves_the_note_alone():
    session, _, _ = a_session(NA, "none", BACK, NA, "none yet")

    session.run()

    assert session.response.answers["pairing"].note == ""


def test_what_a_full_note_has_no_room_for_is_shown():
    pack = three_questions()
    full = NotApplicable(reason="no reviews", note="x" * (NOTE_LIMIT - 10))
    session, ui, _ = a_session(2, pack=pack, response=a_response(pack, pairing=full))
    session.walk.cursor = 0

    session.run()

    kept = session.response.answers["pairing"].note
    assert len(kept) <= NOTE_LIMIT
    assert ui.said == ["No room in the note, copy it from here: pplicable: no reviews"]


def test_a_reason_that_was_not_given_changes_nothing():
    session, ui, saved = a_session(2, BACK, NA, None)

    session.run()

    assert session.response.answers["pairing"] == Rated(level=2, at=NOON)
    assert len(saved) == 1
    assert asked(ui)[-1] == "How many do pairing?"


def test_an_earlier_reason_is_offered_again():
    session, ui, _ = a_session(NA, "none", BACK, NA, None)

    session.run()

    assert [field.current for field in ui.fields] == ["", "none"]


def test_a_note_may_come_before_the_answer():
    session, ui, saved = a_session(NOTE, "ask Jon", 2)

    session.run()

    assert saved[0].answers["pairing"] == Noted(note="ask Jon", at=NOON)
    assert saved[1].answers["pairing"] == Rated(level=2, note="ask Jon", at=NOON)
    assert ui.steps[1].note == "ask Jon"
    assert ui.steps[1].place.done == 0


def test_a_note_does_not_make_an_answer_younger():
    pack = three_questions()
    early = NOON - timedelta(days=9)
    response = a_response(pack, pairing=Rated(level=1, at=early))
    session, _, _ = a_session(NOTE, "still so", pack=pack, response=response)
    session.walk.cursor = 0

    session.run()

    assert session.response.answers["pairing"] == Rated(
        level=1, note="still so", at=early
    )


@pytest.mark.parametrize("given_", [None, "", "  "])
def test_a_note_that_was_not_written_is_not_saved(given_):
    session, _, saved = a_session(NOTE, given_)

    session.run()

    assert saved == []


@pytest.mark.parametrize(
    ("deeds", "said"),
    [
        ((1, 3), "About your team, 1: No"),
        ((SKIP, 3), "1. ai: 3 (Level 3)"),
        ((SKIP, NA, "no pairs"), "1. ai: not applicable (no pairs)"),
        ((SKIP, NOTE, "ask Jon"), "ask Jon"),
    ],
)
def test_what_cannot_be_saved_is_shown_before_the_interview_ends(deeds, said):
    pack = three_questions(profile=(a_profile_question(optional=True),))
    session, ui, _ = a_session(*deeds, pack=pack)
    session.save = fail

    with pytest.raises(CannotWriteError, match="the disk is full"):
        session.run()

    assert ui.recorded == []
    assert ui.said == [f"Not saved, copy it from here: {said}"]


def test_a_note_that_could_not_be_cleared_leaves_nothing_to_copy():
    pack = three_questions()
    response = a_response(pack, pairing=Noted(note="ask Jon"))
    session, ui, _ = a_session(NOTE, "", pack=pack, response=response)
    session.save = fail

    with pytest.raises(CannotWriteError):
        session.run()

    assert ui.said == []
