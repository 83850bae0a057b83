"""What is typed in plain lines, and what it is taken for."""

import pytest

from readiness.interview.steps import Choose, Command, Option
from readiness.interview.words import MEANINGS, understand, why_not
from tests.interview.test_drawing import a_step

SIZES = ("1 to 9", "10 to 24", "25 to 99", "100 to 499", "500 or more", "Don't know")


def a_profile_step(*labels, **fields):
    return a_step(options=tuple(map(Option, labels)), first=1, **fields)


@pytest.mark.parametrize(
    ("word", "index"),
    [("yes", 0), ("no", 1), ("ye", 0), ("don't know", 2), ("do", 2), ("2", 1)],
)
def test_an_answer_about_the_team_may_be_given_in_words(word, index):
    step = a_profile_step("Yes", "No", "Don't know", commands=frozenset())

    assert understand(word, step) == Choose(index)


@pytest.mark.parametrize("word", ["y", "yess", "maybe", "", "over", "ov"])
def test_a_word_that_begins_no_answer_or_several_is_not_understood(word):
    step = a_profile_step("Yes", "Over a quarter", "Over half", commands=frozenset())

    assert understand(word, step) is None


@pytest.mark.parametrize(
    ("word", "action"),
    [("50", None), ("25", None), ("1 to 9", Choose(0)), ("10 to", Choose(1))],
)
def test_a_sum_is_not_taken_for_the_answer_that_begins_with_it(word, action):
    step = a_profile_step(*SIZES, commands=frozenset())

    assert understand(word, step) == action


def test_a_command_wins_over_the_beginning_of_an_answer():
    step = a_profile_step("Nato", "Yes", commands=frozenset({Command.NOT_APPLICABLE}))

    assert understand("na", step) is Command.NOT_APPLICABLE


def test_a_level_is_not_chosen_by_its_label_alone():
    assert understand("level 2", a_step()) is None


def test_enter_keeps_the_present_answer_and_only_that():
    assert understand("", a_step(answer="don't know")) is Command.SKIP
    assert understand("", a_step()) is None


def test_yes_is_an_answer_where_there_is_one_and_confirms_nothing_there():
    step = a_profile_step("Yes", "No", commands=frozenset({Command.CONFIRM}))

    assert understand("yes", step) == Choose(0)
    assert understand("y", step) is None
    assert understand("same", step) is Command.CONFIRM


@pytest.mark.parametrize("word", ["goto 0", "goto 10", "g 999999", "goto 9999999"])
def test_a_question_that_is_not_there_is_not_gone_to(word):
    assert understand(word, a_step()) is None


def test_nobody_goes_anywhere_while_that_is_not_possible():
    assert understand("goto 1", a_step(commands=frozenset())) is None


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("", "There is no answer yet to keep."),
        ("goto 10", "There is no such question: they go from 1 to 9."),
        ("maybe", 'Not understood: "maybe".'),
        ("m" * 50, f'Not understood: "{"m" * 40}".'),
    ],
)
def test_why_a_word_does_nothing_is_said(word, why):
    assert why_not(word, a_step()) == why


@pytest.mark.parametrize("word", ["back", "goto 1"])
def test_a_word_that_means_something_elsewhere_is_told_from_nonsense(word):
    step = a_step(commands=frozenset())

    assert why_not(word, step) == f"Not possible here: {word}."


def test_every_command_a_person_can_type_has_its_meaning_and_its_word():
    typed = {understand(MEANINGS[c].partition(":")[0], a_step()) for c in MEANINGS}

    assert typed == set(MEANINGS) == set(Command) - {Command.INTERRUPT}
