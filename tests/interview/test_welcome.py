import pytest

from readiness.errors import UsageError
from readiness.interview.session import DEMO
from readiness.interview.welcome import welcome
from readiness.responses import Form
from tests.builders import a_response
from tests.interview.scripted import a_session, three_questions


def said(**fields):
    session, ui, _ = a_session(**fields)
    welcome(session, "Payments, 2026-Q4, by ana")
    return "\n".join(ui.said)


def test_a_newcomer_reads_how_long_it_takes_and_how_to_answer():
    text = said()

    assert text.startswith("A small pack: Payments, 2026-Q4, by ana\n")
    assert "3 questions, about 5 minutes." in text
    assert "Answer for your own team." in text
    assert "saved on this computer after each answer" in text


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
