"""What is typed in plain lines, and what it is taken for."""

import pytest

from readiness.interview.steps import Choose, Command, Option
from readiness.interview.words import understand
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
