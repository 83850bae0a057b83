"""Texts in plain lines."""

import pytest

from readiness.interview.steps import TextField
from tests.interview.plain.listening import plain, said


def typed(*lines, current=""):
    return plain(*lines)[0].ask_text(TextField(prompt="Note", current=current))


@pytest.mark.parametrize(
    ("line", "current", "text"),
    [
        ("a note\n", "", "a note"),
        ("\n", "", ""),
        ("\n", "kept\nas it is", "kept\nas it is"),
        ("-\n", "kept", ""),
        ("+ more\n", "kept", "kept\nmore"),
        ("+ more\n", "", "more"),
        ("+1 from me\n", "kept", "+1 from me"),
        ("Cancel\n", "kept", None),
        ("", "kept", None),
        (KeyboardInterrupt(), "kept", None),
    ],
)
def test_a_line_replaces_clears_extends_or_keeps_the_text(line, current, text):
    assert typed(line, current=current) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\\cancel\n", "cancel"),
        ("\\-\n", "-"),
        ("\\help\n", "help"),
        ("\\editor\n", "editor"),
        ("\\+ one\n", "+ one"),
        ("\\\\cancel\n", "\\cancel"),
        ("\\\\server\\share\n", "\\\\server\\share"),
    ],
)
def test_a_backslash_makes_text_of_a_word_that_means_something(line, text):
    assert typed(line, current="kept") == text


def test_help_says_how_to_write_the_words_themselves_and_asks_again():
    ui, out = plain("help\n", "a note\n")

    text = ui.ask_text(TextField(prompt="Note"))

    assert text == "a note"
    assert "type a backslash before it.\nNote: \n" in said(out)


def test_a_prompt_that_is_a_question_stays_one():
    ui, out = plain("no AI\n")

    ui.ask_text(TextField(prompt="Why?"))

    assert "\nWhy? \n" in said(out)


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Name an editor that adds a line, or fails where the text says so."""
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\ngrep -q fail "$1" && exit 3\necho added >> "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))


@pytest.mark.usefixtures("editor")
def test_a_long_text_may_be_written_in_the_persons_own_editor():
    ui, out = plain("help\n", "editor\n", terminal=True)

    text = ui.ask_text(TextField(prompt="Note", current="kept"))

    assert text == "kept\nadded"
    assert "editor opens the text in your own editor." in said(out)


@pytest.mark.usefixtures("editor")
def test_an_editor_that_fails_is_told_and_the_text_is_asked_for_again():
    ui, out = plain("editor\n", "\n", terminal=True)

    text = ui.ask_text(TextField(prompt="Note", current="fail"))

    assert text == "fail"
    assert "ended with code 3" in " ".join(said(out).split())


def test_an_editor_that_fails_on_no_text_leaves_none(monkeypatch):
    monkeypatch.setenv("EDITOR", "false")
    ui, out = plain("editor\n", "\n", terminal=True)

    assert ui.ask_text(TextField(prompt="Note")) == ""
    assert "Now:" not in said(out)


def test_what_an_editor_saved_before_it_failed_is_kept_with_enter(
    tmp_path, monkeypatch
):
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\necho saved > "$1"\nexit 3\n')
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    ui, out = plain("editor\n", "\n", terminal=True)

    text = ui.ask_text(TextField(prompt="Note"))

    assert text == "saved"
    assert "ended with code 3. Note. Now: saved." in " ".join(said(out).split())


@pytest.mark.usefixtures("editor")
def test_without_a_terminal_no_editor_is_opened():
    ui, out = plain("help\n", "editor\n")

    assert ui.ask_text(TextField(prompt="Note")) == "editor"
    assert "your own editor" not in said(out)


def test_what_can_be_typed_is_said_once():
    ui, out = plain("a\n", "b\n", "c\n", "d\n")

    for current in ("", "", "kept", "kept"):
        ui.ask_text(TextField(prompt="Note", about="Who?", current=current))

    assert said(out) == (
        "Who?\nType cancel to go back, help to hear more.\nNote: \n"
        "Who?\nNote: \n"
        "Who?\nNote. Now: kept. Enter keeps it, a dash clears it, cancel goes back,"
        " help says more.\nText: \n"
        "Who?\nNote. Now: kept.\nText: \n"
    )


def test_an_asterisk_is_text_as_any_other():
    assert typed("*\n") == "*"


def test_on_a_pipe_every_line_is_one_that_was_asked_for():
    ui, out = plain("first\n", "second\n")

    assert ui.ask_text(TextField(prompt="Note")) == "first"
    assert ui.ask_text(TextField(prompt="Note")) == "second"
    assert "Took" not in said(out)


def test_the_rest_of_a_text_that_is_too_long_is_cut_and_said_to_be():
    ui, out = plain()
    field = TextField(prompt="Note", current="a long note, too long", excess=10)

    text = ui.ask_text(field)

    assert text == "a long note"
    assert said(out) == (
        "That was 10 characters too long. The first 11 are kept, the rest was cut. It"
        " ends with: a long note.\n"
    )
