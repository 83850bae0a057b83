"""What is typed in plain lines, and what it is taken for."""

import pytest

from readiness.interview.plain.words import MEANINGS, text_behind, understand, why_not
from readiness.interview.steps import Choose, Command, Option
from tests.interview.page.sheets import a_step

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


LEVELS = ("Not kept", "Standard, listed", "25 % or more", "At least 80 %", "At least 1")


def a_level_step(*labels):
    return a_step(options=tuple(Option(label, f"{label}.") for label in labels))


@pytest.mark.parametrize(
    ("word", "action"),
    [
        ("standard", Choose(1)),
        ("standard, listed", Choose(1)),
        ("not k", Choose(0)),
        ("25 % or", Choose(2)),
        ("25 %", None),
        ("25", None),
        ("at least", None),
        ("at least 8", Choose(3)),
        ("none", None),
    ],
)
def test_a_level_may_be_given_in_words_that_fit_no_other(word, action):
    assert understand(word, a_level_step(*LEVELS)) == action


def test_of_two_levels_that_are_called_the_same_none_is_chosen():
    assert understand("same here", a_level_step("Same here", "Same here")) is None


def test_the_whole_name_of_an_answer_wins_over_a_longer_one():
    assert understand("all of", a_level_step("All of it", "All of")) == Choose(1)


@pytest.mark.parametrize("word", ["no", "not", "st", "ru", "more", "back", "list"])
def test_half_a_word_of_plain_lines_is_no_level(word):
    labels = ("Not one", "Standard", "Rules", "More", "Backed", "Listed")

    assert not isinstance(understand(word, a_level_step(*labels)), Choose)


def test_a_word_that_reads_something_is_no_beginning_of_an_answer():
    step = a_profile_step("More than half", "Less", commands=frozenset())

    assert understand("more", step) is None
    assert understand("mor", step) == Choose(0)


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
        ("level", '"level" fits 5 answers: 0, 1, 2, 3 and 4.'),
        ("evidence a", "Type evidence alone: it asks for the kind, then for a link"),
    ],
)
def test_why_a_word_does_nothing_is_said(word, why):
    assert why_not(word, a_step()).startswith(why)


@pytest.mark.parametrize(
    ("answer", "way"), [("", "leave it open."), ("Little", "leave it as it is.")]
)
def test_where_nobody_can_say_unknown_the_way_on_is_named(answer, way):
    step = a_step(answer=answer, commands=frozenset({Command.SKIP}))

    why = why_not("unknown", step)

    assert why == f"Not possible here: unknown. Type skip to {way}"


def test_words_that_fit_two_answers_name_both():
    step = a_profile_step("Yes", "Over a quarter", "Over half")

    assert why_not("over", step) == '"over" fits two answers: 2 and 3.'


@pytest.mark.parametrize(
    ("line", "command", "text"),
    [
        ("note Ask Jon", Command.NOTE, "Ask Jon"),
        ("N Ask", Command.NOTE, "Ask"),
        ("Note: Ask", Command.NOTE, "Ask"),
        ("n/a because", Command.NOT_APPLICABLE, "because"),
        ("not applicable because", Command.NOT_APPLICABLE, "because"),
        ("go to the agents", Command.GO_TO, "the agents"),
        ("g agents", Command.GO_TO, "agents"),
    ],
)
def test_the_words_behind_a_command_are_kept_as_they_were_typed(line, command, text):
    assert text_behind(line, a_step()) == (command, text)


@pytest.mark.parametrize(
    "line", ["note", "noted well", "goto 99", "evidence a", "back to it", "na: "]
)
def test_where_no_words_are_expected_behind_a_word_there_are_none(line):
    assert text_behind(line, a_step()) is None


def test_words_behind_a_command_that_is_not_possible_mean_nothing():
    assert text_behind("note a", a_step(commands=frozenset())) is None


@pytest.mark.parametrize("word", ["back", "goto 1", "note some text"])
def test_a_word_that_means_something_elsewhere_is_told_from_nonsense(word):
    step = a_step(commands=frozenset())

    assert why_not(word, step) == f"Not possible here: {word.split()[0]}."


def test_every_command_a_person_can_type_has_its_meaning_and_its_word():
    typed = {understand(MEANINGS[c].partition(":")[0], a_step()) for c in MEANINGS}

    assert typed == set(MEANINGS) == set(Command) - {Command.INTERRUPT}
