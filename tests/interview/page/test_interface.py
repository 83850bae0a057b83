import signal
import sys

import pytest

from readiness.interview.page.sheet import ASCII
from readiness.interview.steps import Choose, Command, Menu, Option, TextField
from readiness.interview.window import wait_for_line
from tests.interview.page.pages import CTRL_C, CTRL_E, TAB, page
from tests.interview.page.sheets import a_step
from tests.interview.plain.listening import a_terminal
from tests.terminal import DOWN, ENTER

NOTE = TextField(prompt="Note")
MENU = Menu(title="What next?", labels=("Finish", "Leave"))


@pytest.mark.parametrize("way", ["n", "x", "e"])
def test_after_a_text_the_option_that_was_looked_at_still_is(type_, way):
    interface = page()
    type_("3" + way + ENTER)

    interface.ask(a_step())

    assert interface.ask(a_step(note="ask Jon")) == Choose(3)


@pytest.mark.parametrize("typed", ["3b", "3s"])
def test_after_a_walk_no_option_is_looked_at(type_, typed, output):
    interface = page()
    type_(typed + ENTER + "q")

    interface.ask(a_step())

    assert interface.ask(a_step()) is Command.QUIT
    assert output.bells == 1


def test_another_question_has_no_option_that_is_looked_at(type_, output):
    interface = page()
    type_("3x" + ENTER + "q")

    interface.ask(a_step())

    assert interface.ask(a_step(text="And how many more?")) is Command.QUIT
    assert output.bells == 1


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("don't know", Command.UNKNOWN),
        ("not apply", Command.NOT_APPLICABLE),
        ("still true", Command.CONFIRM),
        ("note", Command.NOTE),
        ("evidence", Command.EVIDENCE),
        ("back", Command.BACK),
        ("skip", Command.SKIP),
        ("another", Command.GO_TO),
        ("review", Command.REVIEW),
        ("leave", Command.QUIT),
    ],
)
def test_every_action_is_in_the_menu_in_words(type_, words, command):
    typed = words if words != "leave" else "save and"
    type_(TAB + typed + ENTER)

    assert page().ask(a_step()) is command


@pytest.mark.parametrize("words", ["in full", "terms"])
def test_the_menu_changes_what_the_page_shows(type_, words):
    type_(TAB + words + ENTER + "33")

    assert page().ask(a_step(more="Terms.")) == Choose(3)


def test_who_leaves_the_menu_is_back_at_the_same_option(type_):
    type_("3" + TAB + CTRL_C + ENTER)

    assert page().ask(a_step()) == Choose(3)


def test_the_menu_offers_nothing_that_is_not_possible(type_):
    step = a_step(
        options=(Option("Yes"), Option("No")), commands=frozenset({Command.QUIT})
    )
    type_(TAB + "1" + ENTER + TAB + "2" + ENTER)

    assert page().ask(step) is Command.QUIT


class Window:
    """A window that is small or large, and the plain lines that are asked in it."""

    def __init__(self, *, is_small):
        self.is_small = is_small
        self.asked = []
        self.said = []

    def say(self, line):
        self.said.append(line)

    def ask(self, step):
        self.asked.append(step)
        return Command.SKIP

    def ask_text(self, field):
        self.asked.append(field)
        return "in lines"

    def pick(self, menu):
        self.asked.append(menu)
        return 1

    def interface(self):
        return page(self, is_small=lambda: self.is_small)


class Shrinking(Window):
    """A window that gets too small at the third look at it."""

    def __init__(self):
        super().__init__(is_small=False)
        self.looks = 0

    def interface(self):
        return page(self, is_small=self.look)

    def look(self):
        self.looks += 1
        return self.looks > 2


class Growing(Window):
    """A window that gets large enough while the plain lines are waiting."""

    def __init__(self):
        super().__init__(is_small=True)

    def ask(self, step):
        return self.grow(step)

    def pick(self, menu):
        return self.grow(menu)

    def grow(self, what):
        self.asked.append(what)
        signal.raise_signal(signal.SIGWINCH)  # still small: nothing happens
        self.is_small = False
        with a_terminal() as (stream, _):
            wait_for_line(stream)  # does not return


def test_a_small_window_is_asked_in_plain_lines():
    window = Window(is_small=True)
    interface = window.interface()
    step = a_step()

    assert interface.ask(step) is Command.SKIP
    assert interface.ask_text(NOTE) == "in lines"
    assert interface.pick(MENU) == 1
    assert window.asked == [step, NOTE, MENU]


def test_why_there_are_lines_is_said_once_and_only_in_a_small_window(type_):
    window = Window(is_small=False)
    interface = window.interface()
    type_("22")
    interface.ask(a_step())
    said_on_the_page = list(window.said)

    window.is_small = True
    interface.ask(a_step())
    interface.pick(MENU)

    assert said_on_the_page == []
    (said,) = window.said
    assert said.startswith("The window is too small for a page (50 by 16): lines from")


def test_a_window_that_shrinks_goes_on_in_plain_lines(type_):
    step = a_step()
    window = Shrinking()
    type_("3")

    assert window.interface().ask(step) is Command.SKIP
    assert window.asked == [step]


def test_a_menu_in_a_window_that_shrinks_goes_on_in_plain_lines(type_):
    window = Shrinking()
    type_(DOWN)

    assert window.interface().pick(MENU) == 1
    assert window.asked == [MENU]


def test_half_a_text_goes_on_in_plain_lines(type_):
    window = Shrinking()
    type_("half a note")

    assert window.interface().ask_text(NOTE) == "in lines"
    assert window.asked == [TextField(prompt="Note", current="half a note")]


def test_the_menu_of_actions_may_be_answered_in_plain_lines(type_):
    window = Window(is_small=False)
    looks = iter([False, False, True])
    interface = page(window, is_small=lambda: next(looks, True))
    type_(TAB)

    interface.ask(a_step())

    assert window.asked[0].title == "What would you like to do?"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_window_that_grows_goes_on_with_a_page(type_):
    window = Growing()
    before = signal.getsignal(signal.SIGWINCH)
    type_("22")

    assert window.interface().ask(a_step()) == Choose(2)
    assert len(window.asked) == 1
    assert signal.getsignal(signal.SIGWINCH) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_menu_in_a_window_that_grows_goes_on_with_a_page(type_):
    type_(ENTER)

    assert Growing().interface().pick(MENU) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_text_in_lines_is_not_disturbed_by_the_window(monkeypatch):
    window = Window(is_small=True)

    def type_slowly(_field):
        window.is_small = False
        signal.raise_signal(signal.SIGWINCH)
        return "typed"

    monkeypatch.setattr(window, "ask_text", type_slowly)

    assert window.interface().ask_text(NOTE) == "typed"


def test_a_system_that_tells_no_changes_still_asks(monkeypatch):
    monkeypatch.delattr(signal, "SIGWINCH")

    assert Window(is_small=True).interface().pick(MENU) == 1


def test_an_editor_takes_the_text_and_gives_it_back(type_, monkeypatch, tmp_path):
    script = tmp_path / "edit.py"
    script.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().strip() + ', edited')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    type_("typed" + CTRL_E + "!" + ENTER)

    assert page().ask_text(NOTE) == "typed, edited!"


def test_without_an_editor_the_text_stays(type_, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    type_("typed" + CTRL_E + "!" + ENTER)

    assert page().ask_text(NOTE) == "typed!"


def test_an_answer_leaves_one_line(capsys):
    page().record("12. AI-native: 3 (Ready)")
    page(glyphs=ASCII).record("13. AI-native: not applicable (" + "x" * 100 + ")")
    page().record("14. " + "変更" * 40)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "✓ 12. AI-native: 3 (Ready)"
    assert lines[1].startswith("+ 13. AI-native: not applicable (xxx")
    assert lines[1].endswith("x...")
    assert len(lines[1]) == 78
    assert lines[2] == "✓ 14. " + "変更" * 17 + "変…"


def test_what_is_said_is_broken_between_words(capsys):
    page().say("word " * 30)

    assert all(len(line) <= 78 for line in capsys.readouterr().out.splitlines())
