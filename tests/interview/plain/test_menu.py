"""Menus in plain lines."""

import pytest

from readiness.interview.steps import Menu, Tally
from tests.interview.plain.listening import plain, said

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
        (["\n"], None),
        (["0\n"], None),
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
        "\nWhat next?\n1. Finish.\n2. Leave.\nNumber 1 to 2, or 0 to go back: \n"
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
        "Zero trust: 9 answered, 1 don't know, 4 open.\n"
        "Worth a second look.\n"
        "Question 17: level 4 without evidence.\n"
        "1. Finish.\n"
    )


def test_many_labels_are_counted_and_not_read_out():
    ui, out = plain("14\n")

    assert ui.pick(MANY) == 13
    assert said(out) == (
        "\nWhich question?\n"
        "There are 14 to choose from. Type a number, words to search for, list or * to"
        " hear them all, or 0 to go back.\n"
        "Number 1 to 14, words, list or 0: \n"
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
    ui, _ = plain("agents\n", "help\n", "\n")

    assert ui.pick(MANY) is None


@pytest.mark.parametrize("leaving", ["leave", "save and leave"])
def test_enter_alone_goes_back_but_never_out(leaving):
    ui, out = plain("\n", "0\n", "1\n")

    assert ui.pick(Menu(title="Review", labels=("Finish",), leaving=leaving)) is None
    assert f"Type 0 or cancel to {leaving}." in said(out)


def test_more_than_a_few_finds_are_counted_and_listed_on_demand():
    ui, out = plain("zero\n", "list\n", "*\n", "cancel\n")

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
        ("?", ""),
        ("e", ""),
        ("help", ""),
    ],
)
def test_what_finds_nothing_is_told_with_what_can_be_typed(word, why):
    ui, out = plain(f"{word}\n", "cancel\n")

    ui.pick(MANY)

    assert (
        f"{why}Type a number from 1 to 14, or words to search for. list or * reads"
        " them out. Type Enter, 0 or cancel to go back.\n" in said(out)
    )


@pytest.mark.parametrize("labels", [("Finish",), MANY.labels])
def test_what_cancel_does_is_said_as_it_is(labels):
    ui, out = plain("help\n", "cancel\n")

    ui.pick(Menu(title="Review", labels=labels, leaving="save and leave"))

    text = said(out)
    assert text.count("to save and leave") >= 2
    assert "back" not in text


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((12, 0, 0, 0), "all 12 answered"),
        ((0, 0, 0, 12), "all 12 open"),
        ((0, 0, 2, 0), "all 2 not applicable"),
        ((10, 0, 0, 2), "10 answered, 2 open"),
        ((1, 2, 3, 4), "1 answered, 2 don't know, 3 not applicable, 4 open"),
        ((0, 1, 0, 0), "1 don't know"),
        ((0, 0, 0, 0), "nothing asked"),
    ],
)
def test_a_tally_says_nothing_of_what_there_is_none_of(counts, words):
    ui, out = plain("cancel\n")

    ui.pick(a_review(a_tally("Zero trust", *counts)))

    assert f"\nZero trust: {words}.\n" in said(out)


REST = "The rest is as before; again reads it all.\n"


def a_tally(name, rated=1, unknown=0, not_applicable=0, still_open=0):
    return Tally(
        name=name,
        rated=rated,
        unknown=unknown,
        not_applicable=not_applicable,
        open=still_open,
    )


def a_review(*tallies, remarks=()):
    return Menu(
        title="Review",
        tallies=tallies,
        remarks_title="Worth a second look" if remarks else "",
        remarks=remarks,
        labels=("Finish", "Leave"),
    )


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (
            a_review(a_tally("A"), a_tally("B", 2), remarks=("Look",)),
            f"B: all 2 answered.\n{REST}",
        ),
        (
            a_review(a_tally("A"), a_tally("B"), remarks=("Look", "There")),
            f"Worth a second look.\nLook.\nThere.\n{REST}",
        ),
        (
            a_review(a_tally("A"), a_tally("B"), remarks=()),
            f"Nothing is worth a second look any more.\n{REST}",
        ),
        (
            a_review(a_tally("A", 2), a_tally("B", 2), remarks=("There",)),
            "A: all 2 answered.\nB: all 2 answered.\nWorth a second look.\nThere.\n",
        ),
        (
            a_review(a_tally("A", 2), a_tally("B", 2), remarks=("Look",)),
            f"A: all 2 answered.\nB: all 2 answered.\n{REST}",
        ),
    ],
    ids=["a tally", "a remark more", "no remark left", "everything", "all tallies"],
)
def test_a_review_that_was_heard_reads_what_is_new_and_says_so(second, words):
    ui, out = plain("cancel\n", "cancel\n")
    ui.pick(a_review(a_tally("A"), a_tally("B"), remarks=("Look",)))
    said(out)

    ui.pick(second)

    assert said(out).startswith(f"\nReview.\n{words}1. Finish.\n2. Leave.\n")


def test_a_review_without_remarks_has_lost_none():
    ui, out = plain("cancel\n", "cancel\n")
    ui.pick(a_review(a_tally("A")))
    said(out)

    ui.pick(a_review(a_tally("A", 2)))

    assert said(out).startswith("\nReview.\nA: all 2 answered.\n1. Finish.\n")


@pytest.mark.parametrize("word", ["again", "A"])
def test_again_reads_the_whole_review(word):
    ui, out = plain("cancel\n", f"{word}\n", "help\n", "cancel\n")
    review = a_review(a_tally("A"), remarks=("Look",))
    ui.pick(review)
    said(out)

    ui.pick(review)

    _, again, explained, _ = said(out).split(" to go back: \n")
    assert again.startswith(
        "\nReview.\nA: 1 answered.\nWorth a second look.\nLook.\n"
        "1. Finish.\n2. Leave.\n"
    )
    assert "again all that comes before them too" in explained


def test_another_menu_does_not_make_a_review_forgotten():
    ui, out = plain("cancel\n", "cancel\n", "cancel\n")
    review = a_review(a_tally("A"))
    ui.pick(review)
    ui.pick(MANY)
    said(out)

    ui.pick(review)

    assert said(out).startswith(f"\nReview.\n{REST}1. Finish.\n")


def test_where_there_is_nothing_to_read_first_again_is_a_word_to_search_for():
    ui, out = plain("again\n", "cancel\n")

    ui.pick(MANY)

    assert "None of them has this number or these words.\n" in said(out)
