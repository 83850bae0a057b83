"""The review: what it says, and where its labels lead."""

import pytest

from readiness.interview.review import numbers_in_words
from readiness.interview.session import Outcome
from readiness.interview.steps import Only, Tally
from readiness.pack.rule import RuleKind
from readiness.responses import (
    Evidence,
    NotApplicable,
    Rated,
    Unknown,
)
from tests.builders import NOON, a_capability, a_pack, a_response, a_rule
from tests.interview.scripted import (
    BACK,
    FINISH,
    NOTE,
    REVIEW,
    SKIP,
    UNKNOWN,
    a_clock,
    a_profile_question,
    a_session,
    asked,
    three_questions,
)

FINISH_OPEN = "Finish now (open questions count as unknown)"
FINISH_ALL = "Finish and see the result"


def numbers(ui):
    return [step.place.number for step in ui.steps]


def a_bold_session(*deeds, count=5, **fields):
    """Build a session of one trend whose answers are all at the highest level."""
    pack = a_pack(*(a_capability(f"c{n}") for n in range(count)))
    answers = {f"c{n}": Rated(level=4 - n % 2) for n in range(count)}
    return a_session(*deeds, pack=pack, response=a_response(pack, **answers), **fields)


def test_the_review_comes_at_the_end_and_counts_everything():
    page = Evidence(text="wiki/page")
    pack = three_questions()
    response = a_response(
        pack,
        pairing=Rated(level=1, evidence=(page,)),
        reviews=NotApplicable(reason="none"),
    )
    session, ui, _ = a_session(SKIP, pack=pack, response=response)

    session.run()

    (menu,) = ui.menus
    assert menu.title == (
        "Review of Payments, 2026-Q4: 2 of 3 decided, 1 open, 1 with evidence"
    )
    assert menu.tallies == (
        Tally(name="ai", rated=1, unknown=0, not_applicable=1, open=0),
        Tally(name="people", rated=0, unknown=0, not_applicable=0, open=1),
    )
    assert (menu.remarks_title, menu.remarks) == ("", ())
    assert menu.labels == (
        "Answer the open question",
        FINISH_OPEN,
        "Change any answer",
        "Save and leave",
    )


def test_who_comes_back_to_a_finished_interview_sees_the_review():
    pack = three_questions()
    done = a_response(pack, pairing=1, reviews=2, roles=Unknown())
    session, ui, _ = a_session(FINISH, pack=pack, response=done)

    assert session.run() is Outcome.FINISHED
    assert ui.steps == []
    assert ui.menus[0].labels == (FINISH_ALL, "Change any answer", "Save and leave")


@pytest.mark.parametrize(
    ("choice", "outcome"),
    [
        (FINISH_OPEN, Outcome.FINISHED),
        ("Save and leave", Outcome.LEFT),
        (None, Outcome.LEFT),
        (KeyboardInterrupt, Outcome.INTERRUPTED),
    ],
)
def test_the_review_is_a_way_out(choice, outcome):
    session, _, _ = a_session(SKIP, SKIP, SKIP, choice)

    assert session.run() is outcome


def test_open_questions_may_be_answered_from_the_review():
    session, ui, _ = a_session(SKIP, 1, SKIP, "Answer the 2 open", 0, 4, FINISH)

    outcome = session.run()

    assert numbers(ui) == [1, 2, 3, 1, 3]
    assert outcome is Outcome.FINISHED
    assert session.response.answers["roles"].level == 4


def test_any_answer_may_be_changed_and_the_review_comes_back():
    session, ui, _ = a_session(1, 1, 1, "Change", "ai: How many do reviews", 2, FINISH)

    outcome = session.run()

    assert numbers(ui) == [1, 2, 3, 2]
    assert session.response.answers["reviews"].level == 2
    assert outcome is Outcome.FINISHED


def test_an_answer_about_the_team_may_be_changed_too():
    pack = three_questions(profile=(a_profile_question(),))
    session, ui, _ = a_session(
        0, 1, 1, 1, "Change", "About your team", 1, FINISH, pack=pack
    )

    assert session.run() is Outcome.FINISHED
    assert session.response.profile == {"regulated": "no"}
    assert len(ui.menus) == 3


def test_changing_nothing_after_all_leads_back_to_the_review():
    session, ui, _ = a_session(1, 1, 1, "Change", None, FINISH)

    assert session.run() is Outcome.FINISHED
    assert ui.menus[0] == ui.menus[2]


def test_what_is_worth_a_second_look_is_walked_through_alone():
    session, ui, _ = a_bold_session("Look again at 1, 3, 5", 3, SKIP, 4, FINISH)

    outcome = session.run()

    assert ui.menus[0].remarks_title == "Worth a second look"
    assert ui.menus[0].remarks == (
        "Questions 1, 3, 5: level 4, the highest, without evidence.",
    )
    assert numbers(ui) == [1, 3, 5]
    assert ui.menus[1].labels[0] == "Look again at 3, 5"
    assert outcome is Outcome.FINISHED


def test_going_back_on_such_a_walk_stays_on_it_and_ends_at_the_review():
    session, ui, _ = a_bold_session("Look again", SKIP, BACK, BACK, FINISH)

    outcome = session.run()

    assert numbers(ui) == [1, 3, 1]
    assert outcome is Outcome.FINISHED


def test_a_note_does_not_end_such_a_walk():
    session, ui, _ = a_bold_session("Look again", NOTE, "see wiki", SKIP)

    session.run()

    assert numbers(ui) == [1, 1, 3]


def test_one_question_alone_is_named_as_one():
    session, ui, _ = a_bold_session(count=1)

    session.run()

    assert ui.menus[0].remarks == (
        "Question 1: level 4, the highest, without evidence.",
    )


def test_many_questions_to_look_at_again_are_counted():
    session, ui, _ = a_bold_session(count=26)

    session.run()

    assert ui.menus[0].labels[0] == "Look again at these 13 questions"


def test_no_more_than_eight_remarks_are_shown():
    rules = tuple(
        a_rule(f"R{n:02}", "c0 >= 3", kind=RuleKind.CONSISTENCY) for n in range(9)
    )
    pack = a_pack(a_capability("c0"), a_capability("c1"), rules=rules)
    session, ui, _ = a_session(pack=pack, response=a_response(pack, c0=3, c1=4))

    session.run()

    remarks = ui.menus[0].remarks
    assert len(remarks) == 9
    assert remarks[0] == "Question 1: Finding R00. It makes matters worse."
    assert remarks[-1] == "And 2 more."
    assert ui.menus[0].labels[0] == "Look again at 1"


def test_the_review_may_be_opened_in_between_and_left_again():
    session, ui, _ = a_session(1, REVIEW, None, SKIP)

    session.run()

    assert numbers(ui) == [1, 2, 2, 3]
    assert ui.menus[0].labels[-1] == "Go back to question 2"


def test_leaving_from_the_review_in_between_is_possible():
    session, ui, _ = a_session(1, REVIEW, "Save and leave")

    assert session.run() is Outcome.LEFT
    assert numbers(ui) == [1, 2]


def test_one_may_go_back_by_name_and_to_a_question_about_the_team():
    pack = three_questions(profile=(a_profile_question(),))
    session, ui, _ = a_session(REVIEW, "Go back to about your team, 1", pack=pack)

    session.run()

    assert asked(ui) == ["Is it regulated?"] * 2


def test_a_detour_does_not_lose_the_place_where_the_review_was_opened():
    pack = three_questions()
    response = a_response(pack, pairing=4)
    session, ui, _ = a_session(
        SKIP, REVIEW, "Look again at 1", 3, "Go back", pack=pack, response=response
    )

    session.run()

    assert numbers(ui) == [2, 3, 1, 3]


def test_the_review_on_a_detour_ends_the_detour():
    session, ui, _ = a_bold_session("Look again", REVIEW, None)

    assert session.run() is Outcome.LEFT
    assert numbers(ui) == [1]


def test_answers_outside_of_the_trend_that_is_asked_are_not_named():
    pack = three_questions()
    response = a_response(pack, pairing=4, roles=4)
    session, ui, _ = a_session(pack=pack, response=response, trend=pack.trends[1])

    session.run()

    (menu,) = ui.menus
    assert [tally.name for tally in menu.tallies] == ["people"]
    assert menu.remarks == ("Question 1: level 4, the highest, without evidence.",)


def test_questions_that_are_asked_anew_are_not_called_open():
    pack = three_questions()
    unknown = Unknown(at=NOON)
    response = a_response(pack, pairing=unknown, reviews=unknown)
    session, ui, _ = a_session(
        SKIP,
        3,
        "Go on with the question not answered in this sitting",
        UNKNOWN,
        FINISH_ALL,
        pack=pack,
        response=response,
        only=Only.UNKNOWN,
        now=a_clock(),
    )

    outcome = session.run()

    assert numbers(ui) == [1, 2, 1]
    assert FINISH_ALL in ui.menus[0].labels
    assert outcome is Outcome.FINISHED


def test_answers_in_haste_are_told_by_their_numbers():
    pack = a_pack(*(a_capability(f"c{n}") for n in range(4)))
    session, ui, _ = a_session(1, 2, 1, 2, pack=pack, now=a_clock(seconds=2))

    session.run()

    assert ui.menus[0].remarks == ("Questions 2 to 4: answered in 6 seconds.",)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([3], "3"),
        ([3, 4], "3, 4"),
        ([3, 4, 5], "3 to 5"),
        ([12, 13, 17, 31, 32, 33], "12, 13, 17, 31 to 33"),
    ],
)
def test_numbers_in_a_row_are_said_as_a_range(given, words):
    assert numbers_in_words(given) == words
