"""What is typed, pasted and left half done in plain lines on a real terminal."""

import pytest

from tests.cli.assessing import FIRST, QUESTIONS, a_window, answers_in
from tests.interview.plain.test_keyboard import LETTER

ASKED = "Answer 0 to 4, or help:"


@pytest.fixture
def window(begun):
    begun()
    return a_window("--ui", "plain", rows=60).wait(ASKED)


@pytest.mark.parametrize("end", ["\n", ""], ids=["to its end", "without an Enter"])
def test_the_rest_of_a_pasted_note_is_no_answer(store, window, end):
    window.send("note\n").wait("Note:")

    window.send(f"first line\n2\nsecond thing\nq{end}")
    if not end:
        window.wait("second thing q").send("\n")
    window.wait("Took 4 lines.", "Question 1 again")

    window.send("quit\n").wait("Saved.").leave()
    answer = answers_in(store)[FIRST.id]
    assert answer.note == "first line\n2\nsecond thing\nq"
    assert not hasattr(answer, "level")
    assert b"\x1b" not in window.raw


def test_a_paste_where_an_answer_is_asked_for_is_none(store, window):
    window.send("first line\n2\nsecond thing\nq\n").wait("was not taken.")

    assert window.send("quit\n").wait("Saved.").leave() == 0
    assert answers_in(store) == {}


def test_answers_typed_ahead_are_not_lost(store, window):
    window.send("2\n3\nunknown\n").wait("Question 4 of 56", ASKED)

    window.send("quit\n").wait("Saved.").leave()
    answers = answers_in(store)
    assert [answers[q.id].level for q in QUESTIONS[:2]] == [2, 3]
    assert len(answers) == 3


def test_a_note_that_the_terminal_cuts_is_never_cut_silently(store, window):
    window.send("note\n").wait("Note:")

    window.send(f"{LETTER * 1901}\n").wait("the end may be missing", "Text:")
    window.send(f"+ {LETTER * 500}\n").wait("Question 1 again")

    window.send("quit\n").wait("Saved.").leave()
    note = answers_in(store)[FIRST.id].note
    assert note == f"{LETTER * 1365}\n{LETTER * 500}"


def test_an_answer_that_is_finished_outlives_the_window(store, begun):
    begun()
    window = a_window(columns=44, rows=12).wait(ASKED)

    window.send("2\n").resize(80, 24).wait("question 2 of 56", "q save+quit")

    window.send("q").leave()
    assert answers_in(store)[FIRST.id].level == 2


def test_digits_and_signs_alone_reach_every_action(store, window):
    window.send("*\n").wait("1. I don't know.", "or 0:")

    window.send("1\n").wait("Question 2 of 56", ASKED).send("*\n").wait("or 0:")
    window.send("0\n").wait("Question 2 again").send("\x03").wait("Saved.").leave()

    assert list(answers_in(store)) == [FIRST.id]
