"""Menus in plain lines."""

import pytest

from readiness.interview.steps import Menu, Tally
from tests.interview.listening import plain, said

MANY = Menu(
    title="Which question?",
    labels=(
        *(f"Zero trust: Are services of kind {n} checked?" for n in range(1, 13)),
        "AI-native: Who reviews?",
        "AI-native: Who reviews the agents?",
    ),
)


@pytest.mark.parametrize(
    ("lines", "picked"),
    [
        (["2\n"], 1),
        (["7\n", "1\n"], 0),
        (["\n", "2\n"], 1),
        (["cancel\n"], None),
        (["Back\n"], None),
        (["q\n"], None),
        ([], None),
        ([KeyboardInterrupt()], None),
    ],
)
def test_a_few_labels_are_read_out_with_their_numbers(lines, picked):
    ui, out = plain(*lines)

    assert ui.pick(Menu(title="What next?", labels=("Finish", "Leave"))) == picked
    assert said(out).startswith(
        "\nWhat next?\n1. Finish.\n2. Leave.\nNumber 1 to 2, or cancel: \n"
    )


def test_what_there_is_to_read_comes_before_the_labels():
    ui, out = plain("1\n")

    ui.pick(
        Menu(
            title="Review",
            tallies=(
                Tally(name="Zero trust", rated=9, unknown=1, not_applicable=0, open=4),
            ),
            remarks_title="Worth a second look",
            remarks=("Question 17: level 4 without evidence",),
            labels=("Finish",),
        )
    )

    assert said(out).startswith(
        "\nReview.\n"
        "Zero trust: 9 answered, 1 don't know, 0 not applicable, 4 open.\n"
        "Worth a second look.\n"
        "Question 17: level 4 without evidence.\n"
        "1. Finish.\n"
    )


def test_many_labels_are_counted_and_not_read_out():
    ui, out = plain("14\n")

    assert ui.pick(MANY) == 13
    assert said(out) == (
        "\nWhich question?\n"
        "There are 14 to choose from. Type a number, words to search for, list to hear"
        " them all, or cancel to go back.\n"
        "Number 1 to 14, words, list or cancel: \n"
    )


def test_words_find_labels_in_any_order_and_case():
    ui, out = plain("REVIEWS who\n", "14\n")

    assert ui.pick(MANY) == 13
    text = said(out)
    assert (
        "13. AI-native: Who reviews?\n14. AI-native: Who reviews the agents?\n" in text
    )
    assert "Zero trust" not in text


def test_enter_takes_the_only_one_that_was_found():
    ui, out = plain("agents\n", "\n")

    assert ui.pick(MANY) == 13
    assert "14. AI-native: Who reviews the agents?\nEnter takes it.\n" in said(out)


def test_enter_takes_nothing_after_another_word():
    ui, _ = plain("agents\n", "help\n", "\n", "1\n")

    assert ui.pick(MANY) == 0


def test_more_than_a_few_finds_are_counted_and_listed_on_demand():
    ui, out = plain("zero\n", "list\n", "list\n", "cancel\n")

    ui.pick(MANY)

    counted, found, everything, _ = said(out).split("Number 1 to 14")[1:]
    assert "12 have these words." in counted
    assert (found.count("Zero trust"), found.count("AI-native")) == (12, 0)
    assert (everything.count("Zero trust"), everything.count("AI-native")) == (12, 2)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("nowhere", "None of them has this number or these words.\n"),
        ("15", "None of them has this number or these words.\n"),
        ("9" * 5000, "None of them has this number or these words.\n"),
        ("", ""),
        ("?", ""),
        ("e", ""),
        ("help", ""),
    ],
)
def test_what_finds_nothing_is_told_with_what_can_be_typed(word, why):
    ui, out = plain(f"{word}\n", "cancel\n")

    ui.pick(MANY)

    assert (
        f"{why}Type a number from 1 to 14, or words to search for. list reads them out,"
        " cancel goes back.\n" in said(out)
    )
