"""Plain lines on a terminal: pastes, long lines, and windows that grow."""

import os
import signal
import sys
from dataclasses import replace

import pytest

from readiness.interview.plain.interface import PlainInterface
from readiness.interview.plain.keyboard import Keyboard, find_keyboard
from readiness.interview.steps import Choose, Command, Menu, TextField
from readiness.interview.window import WindowGrownError, raising_when_grown
from tests.interview.page.sheets import a_step
from tests.interview.plain.listening import Stream, a_terminal, said

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such terminals"
)
NOTE = TextField(prompt="Note", about="Who?")
MANY = Menu(title="Where to?", labels=tuple(f"Question {n}" for n in range(1, 13)))
LETTER = "\u5b57"  # three bytes


@pytest.fixture(name="terminal")
def _terminal():
    """Return an interface on a terminal, what it says, and what types."""
    with a_terminal() as (stream, person):
        out = Stream()

        def type_(text):
            os.write(person, text.encode())

        yield PlainInterface(stream, out), out, type_


def test_a_paste_of_several_lines_is_one_text(terminal):
    ui, out, type_ = terminal
    type_("first  line\n2\n\nsecond thing\nq\n")

    assert ui.ask_text(NOTE) == "first line\n2\n\nsecond thing\nq"
    assert said(out).endswith("Note: Took 5 lines.\n")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("+ new\n2\n", "kept\nnew\n2"),
        ("\n\nnew\n2\n\n", "new\n2"),
        ("-\n2\n", "-\n2"),
        ("\n", "kept"),
        ("new\n", "new"),
    ],
)
def test_a_paste_is_understood_as_a_line_is(terminal, typed, text):
    ui, _, type_ = terminal
    type_(typed)

    assert ui.ask_text(replace(NOTE, current="kept")) == text


def test_words_behind_note_are_the_first_line_of_a_paste(terminal):
    ui, out, type_ = terminal
    type_("note first\n2\n")

    assert ui.ask(a_step()) is Command.NOTE
    assert ui.ask_text(TextField(prompt="Note", about=a_step().text)) == "first\n2"
    assert said(out).endswith("Took 2 lines.\n")


def test_what_is_typed_ahead_behind_an_order_is_not_the_text(terminal):
    ui, _, type_ = terminal
    type_("cancel\n3\n")

    assert ui.ask_text(NOTE) is None
    assert ui.ask(a_step()) == Choose(3)


def test_ctrl_c_while_a_paste_waits_for_its_enter_changes_nothing(terminal):
    ui, out, type_ = terminal

    def interrupt(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    type_("first\nsecond")
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    text = ui.ask_text(NOTE)
    signal.signal(signal.SIGALRM, before)

    assert text is None
    assert said(out).endswith("Note: \n")


def test_answers_typed_ahead_are_all_taken(terminal):
    ui, out, type_ = terminal
    type_("2\nd\n4\n")

    actions = [ui.ask(a_step(text=f"{n}?")) for n in range(3)]

    assert actions == [Choose(2), Command.UNKNOWN, Choose(4)]
    assert "not taken" not in said(out)


def test_what_was_pasted_behind_a_line_that_means_nothing_is_not_taken(terminal):
    ui, out, type_ = terminal
    type_("first line\n2\nsecond thing\nq\nhalf")
    with raising_when_grown(_Grown(after=1)), pytest.raises(WindowGrownError):
        ui.ask(a_step())

    text = said(out)
    assert "What was typed or pasted behind it was not taken.\nAnswer" in text
    assert text.count("Answer 0 to 4") == 2


def test_a_paste_into_a_menu_picks_nothing(terminal):
    ui, out, type_ = terminal
    type_("first line\n2\n")
    with raising_when_grown(_Grown(after=1)), pytest.raises(WindowGrownError):
        ui.pick(MANY)

    assert "None of them has" in said(out)


def test_a_line_that_the_terminal_cut_is_said_to_be_and_can_be_completed(terminal):
    ui, out, type_ = terminal
    type_(f"{'x' * 95}{LETTER * 1901}\n")
    out.replies["the end may be missing"] = lambda: type_("+ the rest\n")

    text = ui.ask_text(NOTE)

    assert text == f"{'x' * 95}{LETTER * 1333}\nthe rest"
    assert "the end may be missing" in said(out)


def test_the_end_of_the_input_is_one_here_too(terminal):
    ui, _, type_ = terminal
    type_("\x04")

    assert ui.ask(a_step()) is Command.QUIT


def test_an_enter_as_a_page_leaves_it_ends_a_line(terminal):
    ui, _, type_ = terminal
    type_("3\x16\r2\n")  # quoted: it is not made a line feed

    assert [ui.ask(a_step()), ui.ask(a_step(text="2?"))] == [Choose(3), Choose(2)]


def test_a_terminal_that_is_gone_has_no_rest():
    with a_terminal() as (stream, person):
        keyboard = Keyboard(stream)
        os.close(person)

        assert keyboard.read_rest() == []
        assert not keyboard.forget_rest()


def test_only_a_terminal_with_a_file_is_read_as_one(monkeypatch):
    assert find_keyboard(Stream(terminal=True)) is None
    assert find_keyboard(Stream()) is None
    with a_terminal() as (stream, _):
        monkeypatch.setitem(sys.modules, "termios", None)
        assert find_keyboard(stream) is None


# Windows that grow


class _Grown:
    """A window that is small so many times that it is looked at."""

    def __init__(self, after=0):
        self.left = after

    def __call__(self):
        self.left -= 1
        return self.left >= 0


def test_a_window_that_grew_breaks_the_wait_off_and_half_a_line_is_dropped(terminal):
    ui, _, type_ = terminal
    type_("33")
    with raising_when_grown(_Grown()), pytest.raises(WindowGrownError):
        ui.ask(a_step())

    type_("2\n")

    assert ui.ask(a_step()) == Choose(2)


def test_a_line_that_is_finished_is_taken_though_the_window_grew(terminal):
    ui, _, type_ = terminal
    type_("2\n")

    with raising_when_grown(_Grown()):
        assert ui.ask(a_step()) == Choose(2)


def test_a_window_that_grows_while_nobody_waits_breaks_nothing_off():
    with raising_when_grown(_Grown()):
        signal.raise_signal(signal.SIGWINCH)


def test_a_window_that_changes_and_stays_small_breaks_nothing_off(terminal):
    ui, _, type_ = terminal
    type_("2\n")

    with raising_when_grown(lambda: True):
        assert ui.ask(a_step()) == Choose(2)
