"""Who goes to a question that is done comes back to where they were."""

from dataclasses import replace

import pytest

from readiness.interview.steps import Command, GoTo
from readiness.responses import Noted, Rated
from tests.builders import NOON, a_capability, a_pack, a_response
from tests.interview.scripted import (
    BACK,
    NA,
    NOTE,
    QUIT,
    SKIP,
    a_profile_question,
    a_session,
    asked,
    previously,
    three_questions,
)

PACK = a_pack(*map(a_capability, "abcde"))
HALF = a_response(PACK, a=1, b=1, c=1)
GO_TO, REVIEW = Command.GO_TO, Command.REVIEW


def walked(*deeds, pack=PACK, response=HALF):
    """Return the letters of the questions in the order they were shown."""
    session, ui, _ = a_session(*deeds, pack=pack, response=response)
    session.run()
    return "".join(text.split()[-1].removesuffix("?") for text in asked(ui)), ui


@pytest.mark.parametrize("deed", [3, SKIP, BACK, Command.UNKNOWN])
def test_whatever_is_done_there_it_goes_back(deed):
    assert walked(GoTo(1), deed)[0] == "dad"


def test_where_it_goes_back_to_is_said():
    _, ui = walked(GoTo(1))

    assert ui.steps[1].notice == "After this one back to question 4."


def test_a_note_there_does_not_lead_back_yet():
    assert walked(GoTo(1), NOTE, "later", 2)[0] == "daad"


def test_from_one_visit_to_the_next_it_goes_back_to_the_beginning():
    assert walked(GoTo(1), GoTo(2), 3)[0] == "dabd"


def test_an_open_question_is_gone_on_from():
    assert walked(GoTo(5), SKIP)[0] == "de"


def test_the_question_one_is_at_is_no_visit():
    assert walked(GoTo(4), 2)[0] == "dde"


def test_the_review_that_is_opened_there_leads_back_to_the_beginning():
    shown, ui = walked(GoTo(1), REVIEW, "Go back to question 4")

    assert shown == "dad"
    assert "Go back to question 4" in ui.menus[0].labels


def test_a_visit_from_a_detour_leads_back_to_the_detour():
    response = a_response(PACK, a=1, b=1, c=1, d=1, e=1)

    shown, ui = walked("Change", "ai: How many do c", GoTo(1), 2, 2, response=response)

    assert shown == "cac"
    assert len(ui.menus) == 3  # the review, the list, and the review again


def test_a_question_about_the_team_is_named_so():
    pack = three_questions(profile=(a_profile_question(),))
    response = a_response(pack, pairing=1)

    _, ui = walked(GoTo(1), QUIT, pack=pack, response=response)

    assert ui.steps[1].notice == "After this one back to about your team, 1."


def test_when_something_may_be_ruled_out_is_said_where_the_reason_is_asked():
    rule = PACK.instruction.model_copy(update={"not_applicable": "Only if none is."})
    pack = PACK.model_copy(update={"instruction": rule})

    _, ui = walked(NA, "none", pack=pack)

    assert ui.fields[0].prompt == "Only if none is. Why does this not apply?"


def test_a_note_that_is_cleared_is_shown_once_more():
    noted = a_response(PACK, a=Rated(level=1, note="two\nlines"))
    session, ui, saved = a_session(GoTo(1), NOTE, "", pack=PACK, response=noted)

    session.run()

    assert saved[-1].answers["a"].note == ""
    assert ui.said == ["Taken away: two lines"]


def test_a_note_alone_that_is_cleared_leaves_the_question_open():
    noted = a_response(PACK, a=Noted(note="later"))
    session, _, saved = a_session(NOTE, "", pack=PACK, response=noted)

    session.run()

    assert not saved[-1].decided("a")


def test_the_note_of_last_time_is_there_to_be_changed():
    before = replace(previously(), answer=Rated(level=3, note="Median of May."))
    previous = dict.fromkeys("abcde", before)
    session, ui, saved = a_session(NOTE, "Of August.", pack=PACK, previous=previous)

    session.run()

    assert ui.fields[0].current == "Median of May."
    assert saved[-1].answers["a"] == Noted(note="Of August.", at=NOON)
