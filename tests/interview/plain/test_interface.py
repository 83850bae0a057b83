import pytest

from readiness.interview.steps import (
    Choose,
    Command,
    GoTo,
    Menu,
    Option,
    Place,
    TextField,
)
from tests.interview.page.sheets import a_place, a_step
from tests.interview.plain.listening import plain, said

EVERYTHING = {
    "previous": "3 (Ready), on 2026-08-14",
    "answer": "don't know",
    "note": "ask\nJon",
    "evidence": ("artefact at hand: https://wiki/a", "own impression"),
}


class WindowGrewError(Exception):
    """What a signal handler may raise while the interface waits for a line."""


@pytest.mark.parametrize(
    ("word", "action"),
    [
        ("0", Choose(0)),
        (" 4 ", Choose(4)),
        ("same", Command.CONFIRM),
        ("Still true", Command.CONFIRM),
        ("y", Command.CONFIRM),
        ("back", Command.BACK),
        ("B", Command.BACK),
        ("skip", Command.SKIP),
        ("s", Command.SKIP),
        ("unknown", Command.UNKNOWN),
        ("d", Command.UNKNOWN),
        ("don't know", Command.UNKNOWN),
        ("na", Command.NOT_APPLICABLE),
        ("x", Command.NOT_APPLICABLE),
        ("note", Command.NOTE),
        ("n", Command.NOTE),
        ("evidence", Command.EVIDENCE),
        ("e", Command.EVIDENCE),
        ("goto", Command.GO_TO),
        ("g", Command.GO_TO),
        ("goto 9", GoTo(9)),
        ("Go to 1", GoTo(1)),
        ("g 7", GoTo(7)),
        ("g7", GoTo(7)),
        ("review", Command.REVIEW),
        ("r", Command.REVIEW),
        ("quit", Command.QUIT),
        ("q", Command.QUIT),
    ],
)
def test_a_number_or_a_word_is_an_action(word, action):
    ui, _ = plain(f"{word}\n")

    assert ui.ask(a_step()) == action


def test_the_end_of_the_input_is_quit_and_ctrl_c_is_not():
    assert plain()[0].ask(a_step()) is Command.QUIT
    assert plain(KeyboardInterrupt())[0].ask(a_step()) is Command.INTERRUPT


def test_everything_is_read_out_once_in_full_sentences():
    ui, out = plain("3\n")

    ui.ask(a_step(**EVERYTHING, place=a_place(minutes_left=12)))

    assert said(out) == (
        "\n"
        "Question 3 of 9. AI-native. 2 of 9 done, saved. About 12 minutes left.\n"
        "How many repositories have an owner?\n"
        "Owner: a person or a team.\n"
        "Previous answer: 3 (Ready), on 2026-08-14. Type same if it is still true.\n"
        "Current answer: don't know. Enter keeps it.\n"
        "Note: ask Jon.\n"
        "Evidence: artefact at hand: https://wiki/a.\n"
        "Evidence: own impression.\n"
        "0. Level 0. What is at level 0.\n"
        "1. Level 1. What is at level 1.\n"
        "2. Level 2. What is at level 2.\n"
        "3. Level 3. What is at level 3.\n"
        "4. Level 4. What is at level 4.\n"
        "Type the number of your answer, unknown if you don't know, or help or * for"
        " other words.\n"
        "Answer 0 to 4, or help: \n"
    )


def test_the_next_question_says_only_what_is_new():
    ui, out = plain("3\n", "3\n")
    ui.ask(a_step(place=a_place(minutes_left=2)))
    said(out)

    ui.ask(a_step(text="Next?", place=a_place(number=4, minutes_left=2)))

    assert said(out).startswith("\nQuestion 4 of 9.\nNext?\n")


def test_how_to_answer_is_explained_once():
    ui, out = plain("3\n", "3\n")
    ui.ask(a_step())
    said(out)

    ui.ask(a_step(text="Next?"))

    assert "Type the number" not in said(out)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, "done, saved.\n"),
        (0, "Less than a minute left.\n"),
        (1, "About 1 minute left.\n"),
        (9, "About 9 minutes left.\n"),
    ],
)
def test_the_time_that_is_left_is_a_sentence(minutes, words):
    ui, out = plain("3\n")

    ui.ask(a_step(place=a_place(minutes_left=minutes)))

    assert words in said(out)


def test_a_new_section_is_named_with_the_progress():
    ui, out = plain("3\n", "3\n")
    ui.ask(a_step())
    said(out)

    ui.ask(a_step(text="Next?", place=a_place(number=4, section="People", done=3)))

    assert "Question 4 of 9. People. 3 of 9 done, saved.\n" in said(out)


def test_a_previous_answer_that_cannot_be_confirmed_is_only_told():
    ui, out = plain("3\n")

    ui.ask(a_step(previous="3 (Ready)", commands=frozenset({Command.QUIT})))

    assert "Previous answer: 3 (Ready).\n" in said(out)


@pytest.mark.parametrize(
    "gained",
    [
        {"note": "new"},
        {"evidence": (*EVERYTHING["evidence"], "new")},
        {"answer": "new"},
    ],
    ids=["note", "evidence", "answer"],
)
def test_of_a_question_that_was_heard_only_what_is_new_is_said(gained):
    ui, out = plain("note\n", "3\n")
    ui.ask(a_step(**EVERYTHING))
    said(out)

    ui.ask(a_step(**{**EVERYTHING, **gained}))

    _, named, new, *_, prompt = said(out).splitlines()
    assert named == "Question 3 again; list repeats the answers."
    assert "new." in new
    assert prompt == "Answer 0 to 4, or help: "


@pytest.mark.parametrize(
    ("pieces", "count"),
    [(("one",), None), (("one", "two"), "2 pieces of evidence in all.")],
)
def test_after_a_piece_of_evidence_is_said_how_much_there_is_in_all(pieces, count):
    ui, out = plain("evidence\n", "note\n", "3\n")
    ui.ask(a_step(evidence=pieces[:-1]))
    said(out)

    ui.ask(a_step(evidence=pieces))
    ui.ask(a_step(evidence=pieces, note="new"))

    with_piece, with_note = said(out).split("or help:")[:2]
    assert f"Evidence: {pieces[-1]}." in with_piece
    assert ("in all" in with_piece) is (count is not None)
    assert (count or "") in with_piece
    assert "vidence" not in with_note


def test_options_without_a_text_are_read_by_their_label():
    ui, out = plain("1\n")

    action = ui.ask(a_step(options=(Option("Yes"), Option("No")), first=1))

    assert action == Choose(0)
    assert "1. Yes.\n2. No.\n" in said(out)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (Option("At least one", "At least one does."), "1. At least one does."),
        (Option("None", "NONE"), "1. NONE."),
        (Option("No", "Nobody does."), "1. No. Nobody does."),
        (Option("All", "Every one."), "1. All. Every one."),
    ],
)
def test_a_label_with_which_the_text_begins_is_not_read_twice(option, words):
    ui, out = plain("1\n")

    ui.ask(a_step(options=(option,), first=1))

    assert f"\n{words}\n" in said(out)


def test_what_is_asked_about_the_team_is_not_counted_with_the_questions():
    ui, out = plain("3\n")

    ui.ask(a_step(place=a_place(section="About your team", is_apart=True)))

    assert said(out).startswith("\nQuestion 3 of 9. About your team. Saved.\n")


def test_an_answer_is_confirmed_in_a_sentence():
    ui, out = plain()

    ui.record("12. AI-native: 3 (Ready)")

    assert said(out) == "12. AI-native: 3 (Ready).\n"


def test_on_a_terminal_lines_are_broken_between_words(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    ui, out = plain("3\n", terminal=True)

    ui.ask(a_step())

    text = said(out)
    assert "How many\nrepositories have an\nowner?\n" in text
    assert text.endswith("or help: ")


# When something breaks in


def test_what_breaks_in_while_it_waits_leaves_the_question_as_heard():
    ui, out = plain(WindowGrewError(), "3\n", terminal=True)
    with pytest.raises(WindowGrewError):
        ui.ask(a_step())
    assert said(out).endswith("or help: \n")

    action = ui.ask(a_step())

    assert action == Choose(3)
    assert said(out) == (
        "\nQuestion 3 again; list repeats the answers.\nAnswer 0 to 4, or help: "
    )


def test_a_question_that_was_not_read_to_its_end_is_read_from_its_start():
    ui, out = plain("3\n")
    out.breaks_at = "3. Level 3"
    with pytest.raises(OSError, match="breaks"):
        ui.ask(a_step())
    said(out)

    ui.ask(a_step())

    assert said(out).startswith("\nQuestion 3 of 9. AI-native.")


# Texts and menus of the question at hand


def test_a_text_about_the_question_just_heard_does_not_repeat_it():
    ui, out = plain("note\n", "text\n")
    ui.ask(a_step())
    said(out)

    ui.ask_text(TextField(prompt="Note", about=a_step().text))

    assert said(out) == "Type cancel to go back, help to hear more.\nNote: \n"


def test_a_text_about_another_question_says_which():
    ui, out = plain("text\n", "text\n")

    ui.ask_text(TextField(prompt="Note", about="Which one?"))
    ui.ask_text(TextField(prompt="Note"))

    assert said(out) == (
        "Which one?\nType cancel to go back, help to hear more.\nNote: \n"
        "Type cancel to go back or leave, help to hear more.\nNote: \n"
    )


def test_what_stands_in_a_text_is_read_out_before_it_is_changed():
    ui, out = plain("text\n")

    text = ui.ask_text(TextField(prompt="Which team?", current="ask\nJon"))

    assert text == "text"
    assert said(out) == (
        "Which team? Now: ask Jon. Enter keeps it, cancel goes back or leaves, help"
        " says more.\nText: \n"
    )


def test_after_a_menu_the_question_is_named_and_not_read_again():
    ui, out = plain("review\n", "cancel\n", "3\n")
    ui.ask(a_step())
    assert ui.pick(Menu(title="Review", labels=("Finish",))) is None
    said(out)

    ui.ask(a_step())

    assert "Question 3 again" in said(out)


def test_no_voice_hears_what_a_terminal_would_obey():
    ui, out = plain("3\n")
    place = Place(number=1, count=1, section="a\x1b[2Jb", done=0, total=1, fate="x\ty")

    ui.ask(a_step(place=place, note="\x1b]0;title\x07", evidence=("\u202eabc",)))

    text = said(out)
    assert not {"\x1b", "\x07", "\t", "\u202e"} & set(text)


# Words behind a command
