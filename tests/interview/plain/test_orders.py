"""What a person can type besides an answer."""

import pytest

from readiness.interview.steps import (
    Choose,
    Command,
    Option,
)
from tests.interview.page.sheets import a_place, a_step
from tests.interview.plain.listening import plain, said

EVERYTHING = {
    "previous": "3 (Ready), on 2026-08-14",
    "answer": "don't know",
    "note": "ask\nJon",
    "evidence": ("artefact at hand: https://wiki/a", "own impression"),
}


def test_list_reads_the_answers_again_and_nothing_else():
    ui, out = plain("list\n", "3\n")

    ui.ask(a_step())

    text = said(out)
    assert text.count("2. Level 2. What is at level 2.") == 2
    assert text.count("Owner: a person or a team.") == 1


def test_again_reads_the_whole_question_again():
    ui, out = plain("3\n", "again\n", "3\n")
    ui.ask(a_step())
    ui.ask(a_step(text="Next?", place=a_place(number=4)))

    _, _, again = said(out).rpartition("Answer 0 to 4, or help: \nQuestion")

    assert again.startswith(" 4 of 9. AI-native. 2 of 9 done, saved.\nNext?\n")
    assert "2. Level 2. What is at level 2." in again


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("more", "Terms.\n"),
        ("m", "Terms.\n"),
        ("?", "Terms.\nBe kind.\nBe fair.\n"),
        ("rules", "Be kind.\nBe fair.\n"),
        ("RU", "Be kind.\nBe fair.\n"),
    ],
)
def test_terms_and_rules_have_a_word_each_that_reads_nothing_else(word, words):
    ui, out = plain(f"{word}\n", "3\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.", "Be fair.")))

    assert f"or help: \n{words}Question 3 again" in said(out)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ((), "There is nothing more to say here.\n"),
        (("Be kind.",), "This question has no terms; rules reads the rules for every"),
    ],
)
def test_where_there_are_no_terms_more_says_so(rules, words):
    ui, out = plain("more\n", "3\n")

    ui.ask(a_step(rules=rules))

    assert words in said(out)


def test_where_there_are_no_rules_the_word_means_nothing():
    ui, out = plain("rules\n", "3\n")

    ui.ask(a_step())

    assert 'Not understood: "rules".' in said(out)


@pytest.mark.parametrize("step", [{"more": "Terms."}, {"rules": ("Be kind.",)}, {}])
def test_a_question_mark_reads_what_there_is(step):
    ui, out = plain("?\n", "3\n")

    ui.ask(a_step(**step))

    there = step.get("more") or step.get("rules", ("There is nothing more",))[0]
    assert f"or help: \n{there}" in said(out)


@pytest.mark.parametrize("word", ["*", "Menu"])
@pytest.mark.parametrize(
    ("number", "action"),
    [(1, Command.CONFIRM), (2, Command.UNKNOWN), (10, Command.QUIT)],
)
def test_a_menu_of_every_word_needs_digits_and_signs_alone(word, number, action):
    ui, out = plain(f"{word}\n", f"{number}\n")

    assert ui.ask(a_step()) is action
    _, heard = said(out).split("What would you like to do?\n")
    assert heard.startswith("1. The previous answer is still true.\n2. I don't know.\n")
    assert "10. Save and leave.\n11. Read the answers again.\n" in heard
    assert "Number 1 to 12, words, list or 0: \n" in heard


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (11, "0. Level 0. What is at level 0.\n"),
        (12, "Question 3 of 9. AI-native."),
        (13, "Terms.\n"),
        (14, "Be kind.\n"),
    ],
)
def test_what_is_picked_to_read_is_read(number, words):
    ui, out = plain("*\n", f"{number}\n", "3\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.",)))

    assert f"Number 1 to 14, words, list or 0: \n{words}" in said(out)


@pytest.mark.parametrize("line", ["0\n", "\n", "cancel\n"])
def test_a_menu_of_words_that_is_left_changes_nothing(line):
    ui, out = plain("*\n", line, "3\n")

    assert ui.ask(a_step(answer="1 (Aware)")) == Choose(3)
    assert "list or 0: \nQuestion 3 again; list repeats the answers.\n" in said(out)


def test_help_lists_what_is_possible_here():
    ui, out = plain("help\n", "q\n")
    options = (Option("Yes"), Option("No"))
    commands = frozenset({Command.QUIT, Command.INTERRUPT})

    ui.ask(a_step(options=options, first=1, commands=commands))

    text = said(out)
    assert "quit: save and leave." in text
    assert "The beginning of an answer" in text
    for word in ("back:", "more:", "rules:", "na:", "same:", "unknown"):
        assert word not in text


def test_help_on_a_question_says_what_every_word_does():
    ui, out = plain("help\n", "q\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.",)))

    text = said(out)
    assert "A question mark alone reads both.\n" in text
    for word in (
        *("same", "unknown", "na", "note", "evidence", "back", "skip", "goto"),
        *("review", "quit", "list", "again", "more", "rules", "menu"),
    ):
        assert f"\n{word}: " in text
    assert "The beginning of an answer" in text
    assert text.count("How many repositories") == 1


def test_enter_without_an_answer_to_keep_says_what_to_type():
    ui, out = plain("\n", "q\n")

    ui.ask(a_step())

    assert (
        "There is no answer yet to keep. Type a number from 0 to 4, or help.\n"
        in said(out)
    )


@pytest.mark.parametrize(
    ("line", "words"), [("\n", "Kept.\n"), ("skip\n", "Skipped.\n")]
)
def test_what_goes_on_without_a_new_answer_is_confirmed(line, words):
    ui, out = plain(line)

    assert ui.ask(a_step(answer="3 (Ready)")) is Command.SKIP
    assert said(out).endswith(f"or help: \n{words}")


def test_an_optional_question_says_first_and_when_asked_how_to_leave_it_open():
    ui, out = plain("unknown\n", "skip\n")
    options = (Option("Little"), Option("Greatly"))
    commands = frozenset({Command.SKIP})

    ui.ask(a_step(options=options, first=1, commands=commands))

    text = said(out)
    assert "Type the number of your answer, skip to leave it open, or help" in text
    assert (
        "Not possible here: unknown. Type skip to leave it open. Type a number from 1"
        " to 2, the beginning of an answer, or help.\n" in text
    )


def test_a_notice_is_said_before_the_question():
    ui, out = plain("goto 3\n", "q\n")
    ui.ask(a_step(notice="Not kept"))
    assert said(out).startswith("\nNot kept.\nQuestion 3")

    ui.ask(a_step(text="Next?", notice="Then back to question 7"))

    assert said(out).startswith("\nThen back to question 7.\nQuestion 3 of 9.\nNext?")


@pytest.mark.parametrize("word", ["5", "-1", "\uff13", "9" * 5000, "maybe", "", "back"])
def test_what_is_not_understood_gets_an_answer_that_helps(word):
    ui, out = plain(f"{word}\n", "quit\n")

    action = ui.ask(a_step(commands=frozenset({Command.QUIT})))

    text = said(out)
    assert action is Command.QUIT
    assert "Type a number from 0 to 4, or help." in text
    assert len(text) < 2000
