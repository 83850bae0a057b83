from io import StringIO

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from readiness.interview.page import PageInterface, _Page
from readiness.interview.plain import PlainInterface
from readiness.interview.sheet import ASCII, UNICODE
from readiness.interview.steps import Choose, Command, Option
from tests.interview.test_drawing import LONGEST, a_step
from tests.terminal import DOWN, ENTER, ESC, LEFT, RIGHT, UP

PASTE = "\x1b[200~{}\x1b[201~"


class Output(DummyOutput):
    """A terminal that counts its bells."""

    def __init__(self):
        self.bells = 0
        self.size = Size(rows=24, columns=80)

    def bell(self):
        self.bells += 1

    def get_size(self):
        return self.size


@pytest.fixture
def output():
    return Output()


@pytest.fixture
def type_(output):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        yield pipe.send_text


def page(plain=None, *, small=False, glyphs=UNICODE):
    return PageInterface(
        plain or PlainInterface(StringIO(), StringIO()), glyphs, is_small=lambda: small
    )


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("33", Choose(3)),
        ("00", Choose(0)),
        ("3" + ENTER, Choose(3)),
        ("3\n", Choose(3)),
        (DOWN + DOWN + ENTER, Choose(1)),
        ("jj" + ENTER, Choose(1)),
        (UP + ENTER, Choose(4)),
        ("k" + ENTER, Choose(4)),
        (UP + DOWN + ENTER, Choose(0)),
        ("0k" + ENTER, Choose(4)),
        ("3" + DOWN + "33", Choose(3)),
        ("131" + ENTER, Choose(1)),
        ("3?33", Choose(3)),
        ("b", Command.BACK),
        (LEFT, Command.BACK),
        ("s", Command.SKIP),
        (RIGHT, Command.SKIP),
        ("d", Command.UNKNOWN),
        ("x", Command.NOT_APPLICABLE),
        ("n", Command.NOTE),
        ("q", Command.QUIT),
        ("\x04", Command.QUIT),
        ("\x03", Command.INTERRUPT),
    ],
)
def test_each_key_does_what_the_legend_says(type_, output, typed, action):
    type_(typed)

    assert page().ask(a_step(more="Terms.")) == action
    assert output.bells == 0


@pytest.mark.parametrize(
    "typed",
    ["5", "z", "é", "Q", "\t", "\x1a", "\x01", " ", "?", "\x1bOP", PASTE.format("3q")],
)
def test_a_key_without_meaning_and_a_paste_ring_the_bell_and_do_nothing(
    type_, output, typed
):
    type_(typed + "b")

    assert page().ask(a_step()) == Command.BACK
    assert output.bells == 1


def test_alt_and_a_letter_is_not_that_letter(type_, output):
    type_(ESC + "d" + "b")

    assert page().ask(a_step()) == Command.BACK
    assert output.bells == 1


def test_enter_alone_never_answers(type_, output):
    type_(ENTER + ENTER + "s")

    assert page().ask(a_step()) == Command.SKIP
    assert output.bells == 2


def test_enter_confirms_the_present_answer(type_):
    type_(ENTER)

    assert page().ask(a_step(chosen=2)) == Choose(2)


def test_a_command_that_makes_no_sense_here_rings_the_bell(type_, output):
    type_("bsnxd" + ENTER + "q")
    step = a_step(
        options=(Option("Yes"), Option("No")),
        first=1,
        commands=frozenset({Command.QUIT, Command.INTERRUPT}),
    )

    assert page().ask(step) == Command.QUIT
    assert output.bells == 6


def test_profile_options_are_counted_from_one(type_):
    type_("22")
    step = a_step(options=(Option("Yes"), Option("No")), first=1)

    assert page().ask(step) == Choose(1)


def test_options_that_no_digit_names_are_reached_by_arrows(type_):
    type_("9" + DOWN + ENTER)
    step = a_step(options=tuple(Option(f"Size {n}") for n in range(12)), first=1)

    assert page().ask(step) == Choose(9)


def test_enter_first_shows_an_option_that_is_out_of_sight(type_, output):
    output.size = Size(rows=16, columns=60)
    type_("3?" + ENTER + ENTER)

    assert page().ask(a_step(**LONGEST)) == Choose(3)
    assert output.bells == 1


def test_a_long_page_turns_both_ways(type_, output):
    output.size = Size(rows=16, columns=60)
    type_("?" + " " + "\x1b[6~" + "\x1b[5~" + "?" + "q")

    assert page().ask(a_step(**LONGEST)) == Command.QUIT
    assert output.bells == 0


def test_a_note_is_typed_under_the_question(type_):
    type_("a note" + ENTER)

    assert page().ask_text(a_step(), "Note", "") == "a note"


def test_the_earlier_note_is_there_to_be_changed(type_):
    type_(", and more" + ENTER)

    assert page().ask_text(a_step(), "Note", "earlier") == "earlier, and more"


def test_a_text_that_is_too_long_is_there_again_to_be_shortened(type_):
    type_("\x7f\x7f" + ENTER)

    assert page().ask_text(a_step(), "Note", "much too long", 2) == "much too lo"


@pytest.mark.parametrize("way", ["n", "x"])
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


def test_a_notice_is_on_the_page_until_an_option_is_looked_at(output):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        shown = _Page(a_step(notice="Not kept."), UNICODE, 2)

        before = "".join(part[1] for part in shown.text())
        shown.point(1)
        after = "".join(part[1] for part in shown.text())

    assert "Not kept." in before
    assert "Not kept." not in after


@pytest.mark.parametrize("typed", [ESC, "\x03", "\x04", "abc" + ESC, "abc\x03"])
def test_a_text_field_can_be_left_without_a_change(type_, typed):
    type_(typed)

    assert page().ask_text(a_step(), "Note", "kept") is None


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        (ENTER, 0),
        (DOWN + ENTER, 1),
        (PASTE.format("x") + ENTER, 0),
        ("\x03", None),
        ("\x04", None),
    ],
)
def test_a_menu_is_picked_from_or_left(type_, typed, picked):
    type_(typed)

    assert page().pick("What next?", ("Finish", "Leave")) == picked


class Plain:
    """A plain interface that says that it was asked."""

    def ask(self, step):
        return step.commands and Command.SKIP

    def ask_text(self, _step, prompt, _current, excess):
        return prompt, excess

    def pick(self, _title, labels):
        return len(labels)


def test_a_small_window_is_asked_in_plain_lines():
    interface = page(Plain(), small=True)

    assert interface.ask(a_step()) is Command.SKIP
    assert interface.ask_text(a_step(), "Note", "", 7) == ("Note", 7)
    assert interface.pick("What next?", ("Finish",)) == 1


def test_an_answer_leaves_one_line(capsys):
    page().record("12. AI-native: 3 (Ready)")
    page(glyphs=ASCII).record("13. AI-native: not applicable (" + "x" * 100 + ")")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "✓ 12. AI-native: 3 (Ready)"
    assert lines[1].startswith("+ 13. AI-native: not applicable (xxx")
    assert lines[1].endswith("x...")
    assert len(lines[1]) == 78


def test_what_is_said_is_broken_between_words(capsys):
    page().say("word " * 30)

    assert all(len(line) <= 78 for line in capsys.readouterr().out.splitlines())
