"""Words typed behind a command belong to its prompt, and to no other."""

import pytest

from readiness.interview.steps import (
    Command,
    Menu,
    Tally,
    TextField,
)
from tests.interview.page.sheets import a_step
from tests.interview.plain.listening import plain, said

WHY = "Why does this not apply?"
PLACES = Menu(title="Where to?", labels=tuple(f"Question {n}" for n in range(1, 13)))


@pytest.mark.parametrize(
    ("line", "prompt", "current", "text"),
    [
        ("note Ask Jon", "Note", "", "Ask Jon"),
        ("note Ask Jon", "Note", "There before", "There before\nAsk Jon"),
        ("n: - cancel", "Note", "There before", "There before\n- cancel"),
        ("na No AI here", WHY, "", "No AI here"),
        ("not applicable No AI", WHY, "Another reason", "No AI"),
        ("x cancel", WHY, "", None),
        ("na No AI", f"Only if there is none. {WHY}", "", "No AI"),
    ],
)
def test_words_behind_a_command_are_the_first_line_at_its_prompt(
    line, prompt, current, text
):
    ui, out = plain(f"{line}\n")
    ui.ask(a_step())
    said(out)

    field = TextField(prompt=prompt, about=a_step().text, current=current)

    assert ui.ask_text(field) == text
    assert said(out) == ""


def test_after_help_behind_a_command_the_prompt_waits():
    ui, out = plain("na help\n", "No AI\n")
    ui.ask(a_step())

    text = ui.ask_text(TextField(prompt=WHY, about=a_step().text))

    assert text == "No AI"
    assert "cancel changes nothing.\n" in said(out)


def test_words_behind_goto_are_searched_for_at_once():
    ui, out = plain("Goto question 12\n", "\n")
    assert ui.ask(a_step()) is Command.GO_TO
    said(out)

    assert ui.pick(PLACES) == 11
    assert said(out) == (
        "12. Question 12.\nEnter takes it.\nNumber 1 to 12, words, list or 0: \n"
    )


@pytest.mark.parametrize("line", ["note Ask Jon", "na No AI", "goto question 12"])
@pytest.mark.parametrize(
    "field",
    [
        TextField(prompt="Link or path", about=a_step().text),
        TextField(prompt="Which team?"),
        TextField(prompt="Note", about="Another question?"),
        TextField(prompt=WHY, about="Another question?"),
    ],
)
def test_words_behind_a_command_reach_no_other_prompt(line, field):
    ui, _ = plain(f"{line}\n", "typed\n", "typed\n", "typed\n")
    ui.ask(a_step())

    assert ui.ask_text(field) == "typed"
    for prompt in ("Note", WHY):
        own = TextField(prompt=prompt, about=a_step().text)
        assert ui.ask_text(own) == "typed"


@pytest.mark.parametrize("prompt", ["Note", WHY])
def test_words_behind_a_command_do_not_outlive_the_next_question_or_menu(prompt):
    ui, _ = plain("note A\n", "1\n", "typed\n", "na B\n", "3\n", "typed\n")
    field = TextField(prompt=prompt, about=a_step().text)

    ui.ask(a_step())
    assert ui.pick(Menu(title="Which?", labels=("One",))) == 0
    assert ui.ask_text(field) == "typed"
    ui.ask(a_step())
    ui.ask(a_step())
    assert ui.ask_text(field) == "typed"


def test_a_review_is_not_searched_for_what_was_meant_for_another_menu():
    ui, out = plain("goto question 12\n", "1\n")
    ui.ask(a_step())
    said(out)
    tally = Tally(name="A", rated=1, unknown=0, not_applicable=0, open=0)

    assert ui.pick(Menu(title="Review", labels=("Go",), tallies=(tally,))) == 0
    assert said(out).startswith("\nReview.\nA: 1 answered.\n1. Go.\n")


def test_words_behind_evidence_are_answered_with_what_to_type():
    ui, out = plain("evidence https://wiki/a\n", "q\n")

    assert ui.ask(a_step()) is Command.QUIT
    assert "Type evidence alone: it asks for the kind, then" in said(out)
