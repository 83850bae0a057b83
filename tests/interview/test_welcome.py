from datetime import timedelta

import pytest

from readiness.errors import UsageError
from readiness.interview.previous import Previous
from readiness.interview.session import DEMO
from readiness.interview.steps import Only
from readiness.interview.welcome import Start, offer_start, welcome
from readiness.period import Period
from readiness.responses import Form, Rated, Unknown
from tests.builders import NOON, a_capability, a_pack, a_question, a_response
from tests.interview.scripted import (
    Script,
    a_profile_question,
    a_session,
    three_questions,
)


def said(**fields):
    session, ui, _ = a_session(**fields)
    welcome(session, "Payments, 2026-Q4, by ana")
    return "\n".join(ui.said)


def test_a_newcomer_reads_how_long_it_takes_and_how_to_answer():
    assert said().splitlines()[:-1] == [
        "A small pack",
        "It is about ai and people.",
        "Answer for your own team.",
        "",
        "Payments, 2026-Q4, by ana",
        "3 questions, about 5 minutes; each trend makes a sitting.",
    ]


def test_that_everything_is_saved_stands_right_above_the_first_page():
    assert "saved on this computer after each answer" in said().splitlines()[-1]


def test_the_quick_form_names_its_own_minutes_only():
    pack = a_pack(a_capability(questions=(a_question("a", quick=True),)))

    text = said(pack=pack, response=a_response(pack, form=Form.QUICK))

    assert "1 question, about 2 minutes.\n" in text
    assert "5 minutes" not in text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "after up to 2 short ones about your team"),
        ({"size": "yes"}, "after up to 1 short one about your team"),
    ],
)
def test_the_questions_about_the_team_are_announced(given, words):
    profile = (a_profile_question("size"), a_profile_question(optional=True))
    pack = three_questions(profile=profile)

    assert words in said(pack=pack, response=a_response(pack, profile=given))


def test_who_comes_back_reads_where_they_were():
    pack = three_questions()

    text = said(pack=pack, response=a_response(pack, pairing=1))

    assert "Welcome back: 1 of 3 questions have an answer." in text
    assert "Answer for your own team." not in text


def test_a_trend_alone_has_no_measured_time():
    pack = three_questions()

    assert "1 question on People." in said(pack=pack, trend=pack.trends[1])


def test_the_demo_promises_to_keep_nothing():
    text = said(fate=DEMO)

    assert "DEMO: nothing is kept" in text
    assert "saved" not in text


def test_a_form_without_questions_cannot_be_asked():
    pack = three_questions()

    with pytest.raises(UsageError, match="no such question"):
        said(pack=pack, response=a_response(pack, form=Form.QUICK))


def before(answer, *, days=60, is_changed=False):
    on = (NOON - timedelta(days=days)).date()
    period = Period.of(on)
    return Previous(answer=answer, period=period, on=on, is_changed=is_changed)


def test_next_quarter_it_says_how_earlier_answers_are_shown_and_what_comes_first():
    previous = {"pairing": before(Rated(level=2)), "roles": before(Unknown())}

    text = said(previous=previous)

    assert "Last time was 2026-Q3" in text
    assert "y says that it is still true" in text
    assert "First come the 2 whose answer is old, missing or unknown" in text


def test_one_question_that_comes_first_is_one():
    previous = {id_: before(Rated(level=2)) for id_ in ("pairing", "reviews")}

    assert "First comes the one whose answer" in said(previous=previous)


@pytest.mark.parametrize("days", [60, 400])
def test_if_all_questions_are_alike_none_comes_first(days):
    ids = ("pairing", "reviews", "roles")
    previous = {id_: before(Rated(level=2), days=days) for id_ in ids}

    assert "First come" not in said(previous=previous)


def test_who_has_answered_all_is_not_told_about_last_time():
    pack = three_questions()
    response = a_response(pack, pairing=1, reviews=1, roles=1)

    text = said(
        pack=pack, response=response, previous={"pairing": before(Rated(level=2))}
    )

    assert "Last time" not in text


@pytest.mark.parametrize(
    ("only", "words"),
    [
        (Only.OPEN, "3 questions without an answer."),
        (Only.UNKNOWN, "1 question with don't know as the answer."),
        (
            Only.STALE,
            "1 question with an answer that is old, or was given to another wording.",
        ),
    ],
)
def test_a_part_of_the_questions_is_named(only, words):
    previous = {
        "pairing": before(Unknown()),
        "reviews": before(Rated(level=2), days=400),
        "roles": before(Rated(level=1)),
    }

    assert words in said(only=only, previous=previous)


@pytest.mark.parametrize("start", Start)
def test_who_is_new_chooses_how_to_begin(start):
    pack = three_questions_one_quick()
    ui = Script(list(Start).index(start))

    assert offer_start(ui, pack) is start
    assert ui.menus[0].labels == (
        "Start, 3 questions, about 5 minutes",
        "Start with a quick look, 1 question, about 2 minutes",
        "See a finished example first (demo data)",
        "Leave",
    )


def test_a_pack_without_quick_questions_offers_no_quick_look():
    ui = Script(1)

    assert offer_start(ui, three_questions()) is Start.EXAMPLE
    assert len(ui.menus[0].labels) == 3


def test_the_choice_can_be_left():
    assert offer_start(Script(None), three_questions()) is Start.LEAVE


def three_questions_one_quick():
    return a_pack(
        a_capability("pairing", questions=(a_question("a", quick=True),)),
        a_capability("reviews"),
        a_capability("roles"),
    )
