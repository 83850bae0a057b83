import pytest
from prompt_toolkit.data_structures import Size

from readiness.interview.page.menu import MenuPage
from readiness.interview.page.sheet import UNICODE
from readiness.interview.steps import Menu
from tests.interview.page.pages import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    PAGE_DOWN,
    PAGE_UP,
    PASTE,
    TAB,
    page,
)
from tests.terminal import DOWN, ENTER, ESC, UP

SHORT = Menu(title="What next?", labels=("Finish", "Look again", "Leave"))
TOPICS = "apples pears plums figs dates limes grapes melons berries cherries quinces"
LONG = Menu(
    title="Which question?",
    labels=tuple(f"How many {fruit} are there?" for fruit in TOPICS.split()),
)


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        (ENTER, 0),
        ("\n", 0),
        (DOWN + ENTER, 1),
        ("j" + ENTER, 1),
        (TAB + ENTER, 1),
        (UP + ENTER, 2),
        ("k" + ENTER, 2),
        ("\x1b[Z" + ENTER, 2),
        (DOWN + DOWN + DOWN + ENTER, 0),
        ("22", 1),
        ("2" + ENTER, 1),
        ("3" + UP + ENTER, 1),
        ("232" + ENTER, 1),
        (CTRL_C, None),
        (CTRL_D, None),
        (ESC, None),
        ("q", None),
    ],
)
def test_a_short_menu_is_picked_from_or_left(type_, output, typed, picked):
    type_(typed)

    assert page().pick(SHORT) == picked
    assert output.bells == 0


@pytest.mark.parametrize(
    "typed", ["0", "4", "z", " ", BACKSPACE, PAGE_DOWN, PASTE.format("2q"), ESC + "q"]
)
def test_what_means_nothing_in_a_menu_rings_the_bell(type_, output, typed):
    type_(typed + ENTER)

    assert page().pick(SHORT) == 0
    assert output.bells == 1


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        (DOWN + ENTER, 0),
        (UP + ENTER, 10),
        ("7" + ENTER, 6),
        ("11" + ENTER, 10),
        ("PLUMS" + ENTER, 2),
        ("are many quin" + ENTER, 10),
        ("rries" + DOWN + ENTER, 9),
        ("rries" + UP + ENTER, 9),
        ("figss" + BACKSPACE + ENTER, 3),
        ("quinces" + BACKSPACE * 7 + DOWN + ENTER, 0),
        ("11" + BACKSPACE + ENTER, 0),
        ("q" + CTRL_C, None),
        (CTRL_D, None),
        (ESC, None),
    ],
)
def test_a_long_menu_is_searched(type_, output, typed, picked):
    type_(typed)

    assert page().pick(LONG) == picked
    assert output.bells == 0


@pytest.mark.parametrize(
    ("typed", "bells"),
    [
        (ENTER, 1),
        (" ", 1),
        (BACKSPACE, 1),
        ("nowhere" + DOWN + ENTER + BACKSPACE * 7, 2),
        ("99" + ENTER + BACKSPACE * 2, 1),
        ("0" + ENTER + BACKSPACE, 1),
        ("x" * 41 + BACKSPACE * 40, 1),
        (PASTE.format("figs"), 1),
        ("\u202e", 1),
        ("\x01", 1),
    ],
)
def test_what_finds_nothing_picks_nothing(type_, output, typed, bells):
    type_(typed + DOWN + ENTER)

    assert page().pick(LONG) == 0
    assert output.bells == bells


@pytest.mark.parametrize(("then", "picked"), [(DOWN + ENTER, 0), (ESC, None)])
def test_escape_first_ends_the_search_and_then_leaves(type_, then, picked):
    shown = MenuPage(LONG, UNICODE, lambda: False)
    searches = []

    def go_on(_app):
        searches.append(shown.search.typed)
        if searches[-2:] == ["figs", ""]:
            type_(then)

    shown.app.after_render += go_on
    type_("figs" + ESC)

    assert shown.run() == picked


def test_a_menu_longer_than_the_window_turns_both_ways(type_, output):
    output.size = Size(rows=16, columns=50)
    remarks = tuple("remark " * 8 for _ in range(9))
    menu = Menu(title="Review", labels=SHORT.labels, remarks=remarks)
    type_(" " + PAGE_UP + PAGE_DOWN + PAGE_UP + DOWN + ENTER)

    assert page().pick(menu) == 1
    assert output.bells == 0


def test_enter_first_shows_a_label_that_is_out_of_sight(type_, output):
    output.size = Size(rows=16, columns=50)
    remarks = tuple("remark " * 8 for _ in range(20))
    menu = Menu(title="Review", labels=SHORT.labels, remarks=remarks)
    type_(PAGE_UP + PAGE_UP + ENTER + ENTER)

    assert page().pick(menu) == 0
    assert output.bells == 1


def test_a_terminal_that_is_gone_leaves_the_menu(type_, pipe):
    type_("2")
    pipe.close()

    assert page().pick(SHORT) is None
