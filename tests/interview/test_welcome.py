import pytest

from readiness.errors import UsageError
from readiness.interview.session import DEMO
from readiness.interview.welcome import welcome
from readiness.responses import Form
from tests.builders import a_capability, a_pack, a_question, a_response
from tests.interview.scripted import a_profile_question, a_session, three_questions


def said(**fields):
    session, ui, _ = a_session(**fields)
    welcome(session, "Payments, 2026-Q4, by ana")
    return "\n".join(ui.said)


def test_a_newcomer_reads_how_long_it_takes_and_how_to_answer():
    assert said().splitlines()[:-1] == [
        "A small pack",
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
