from readiness.interview.page.keys import KEYS, View, legend, names, possible
from readiness.interview.steps import Command, Option
from tests.interview.page.sheets import a_step


def test_no_key_means_two_things():
    presses = [press for key in KEYS for press in key.presses]

    assert len(presses) == len(set(presses))


def test_every_deed_has_one_line_of_words():
    assert sorted(key.deed for key in KEYS) == sorted((*Command, *View))
    assert all(key.words for key in KEYS)


def test_what_is_not_possible_is_not_named():
    step = a_step(
        options=(Option("Yes"), Option("No")), commands=frozenset({Command.QUIT})
    )

    deeds = {key.deed for key in possible(step)}

    assert deeds == {Command.QUIT, *View} - {View.ALL}


def test_all_keys_together_are_the_legend_with_the_most_frequent_first():
    assert legend(a_step(), is_explained=False) == [
        "0-4 look",
        "Enter choose",
        "y still true",
        "b back",
        "s skip",
        "d don't know",
        "x not applicable",
        "n note",
        "e evidence",
        "? help",
        "Tab all keys",
        "q save+quit",
    ]


def test_digits_are_those_of_the_step():
    assert names(KEYS[0], a_step(first=1)) == "1-5"
