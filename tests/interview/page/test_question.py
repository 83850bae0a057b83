import signal
from types import SimpleNamespace
from typing import Any

import pytest
from prompt_toolkit.data_structures import Size

from readiness.interview.page.keys import KEYS, View
from readiness.interview.page.question import QuestionPage
from readiness.interview.page.sheet import UNICODE, Look
from readiness.interview.steps import Choose, Command, Option
from tests.interview.page.pages import (
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    PAGE_DOWN,
    PAGE_UP,
    PASTE,
    page,
)
from tests.interview.page.sheets import LONGEST, a_step
from tests.terminal import DOWN, ENTER, ESC, LEFT, RIGHT, UP


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
        ("3??3", Choose(3)),
        ("3aa" + ENTER, Choose(3)),
        ("y", Command.CONFIRM),
        ("b", Command.BACK),
        (LEFT, Command.BACK),
        ("s", Command.SKIP),
        (RIGHT, Command.SKIP),
        ("d", Command.UNKNOWN),
        ("x", Command.NOT_APPLICABLE),
        ("n", Command.NOTE),
        ("e", Command.EVIDENCE),
        ("g", Command.GO_TO),
        ("r", Command.REVIEW),
        ("q", Command.QUIT),
        (CTRL_D, Command.QUIT),
        (CTRL_C, Command.INTERRUPT),
    ],
)
def test_each_key_does_what_its_words_say(type_, output, typed, action):
    type_(typed)

    assert page().ask(a_step(more="Terms.")) == action
    assert output.bells == 0


@pytest.mark.parametrize(
    "typed", ["5", "z", "é", "Q", "\x01", " ", "\x1bOP", PASTE.format("3q")]
)
def test_a_key_without_meaning_and_a_paste_ring_the_bell_and_do_nothing(
    type_, output, typed
):
    type_(typed + "b")

    assert page().ask(a_step()) == Command.BACK
    assert output.bells == 1


@pytest.mark.parametrize("letter", ["d", "3"])
def test_alt_and_a_letter_is_not_that_letter(type_, output, letter):
    type_(ESC + letter + "b")

    assert page().ask(a_step()) == Command.BACK
    assert output.bells == 1


def test_enter_alone_never_answers(type_, output):
    type_(ENTER + ENTER + "s")

    assert page().ask(a_step()) == Command.SKIP
    assert output.bells == 2


def test_enter_confirms_the_present_answer(type_):
    type_(ENTER)

    assert page().ask(a_step(chosen=2)) == Choose(2)


def test_enter_never_confirms_an_answer_of_an_earlier_period(type_, output):
    type_(ENTER + "y")
    step = a_step(previous="3 (Level 3), 2026-08-14", was_chosen=3)

    assert page().ask(step) is Command.CONFIRM
    assert output.bells == 1


def test_a_command_that_makes_no_sense_here_rings_the_bell(type_, output):
    type_("bsnxdegrya" + ENTER + "q")
    step = a_step(
        options=(Option("Yes"), Option("No")),
        first=1,
        commands=frozenset({Command.QUIT, Command.INTERRUPT}),
    )

    assert page().ask(step) == Command.QUIT
    assert output.bells == 11


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


@pytest.mark.parametrize(
    ("opened", "presses"),
    [([View.HELP], 1), ([View.ALL], 1), ([View.ALL, View.HELP], 2)],
)
@pytest.mark.usefixtures("type_")
def test_escape_closes_what_is_open_and_then_rings(output, opened, presses):
    shown = QuestionPage(a_step(), Look(option=None), UNICODE, lambda: False)
    escape = shown.handlers()["escape"]
    event: Any = SimpleNamespace(app=shown.app)
    for view in opened:
        shown.toggle(view)

    for _ in range(presses):
        escape(event)
    bells_while_open = output.bells
    escape(event)

    assert not shown.look.explained
    assert not shown.look.shows_all
    assert (bells_while_open, output.bells) == (0, 1)


def test_a_long_page_turns_both_ways(type_, output):
    output.size = Size(rows=16, columns=60)
    type_("?" + " " + PAGE_DOWN + PAGE_UP + "?" + "q")

    assert page().ask(a_step(**LONGEST)) == Command.QUIT
    assert output.bells == 0


def test_a_system_without_job_control_rings_the_bell(type_, output, monkeypatch):
    monkeypatch.delattr(signal, "SIGTSTP")
    type_(CTRL_Z + "q")

    assert page().ask(a_step()) is Command.QUIT
    assert output.bells == 1


def test_a_terminal_that_is_gone_saves_and_leaves(type_, pipe):
    type_("3")
    pipe.close()

    assert page().ask(a_step()) is Command.QUIT


@pytest.mark.usefixtures("type_")
def test_every_key_of_the_table_has_a_handler():
    shown = QuestionPage(a_step(), Look(option=None), UNICODE, lambda: False)
    bound = {press for key in KEYS for press in key.presses}

    assert bound <= shown.handlers().keys()
    assert {key.deed for key in KEYS} >= {*Command, *View}


@pytest.mark.usefixtures("type_")
def test_a_notice_is_on_the_page_until_an_option_is_looked_at():
    look = Look(option=2, warning="Not kept.")
    shown = QuestionPage(a_step(), look, UNICODE, lambda: False)

    before = [text for _, text in shown.lines()]
    shown.point(1)
    after = [text for _, text in shown.lines()]

    assert "Not kept." in " ".join(before)
    assert "Not kept." not in " ".join(after)
