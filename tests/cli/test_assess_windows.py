"""The interview in windows of every size, and in windows that change."""

import sys
from unicodedata import normalize

import pytest
from prompt_toolkit.utils import get_cwidth

from tests.cli.assessing import FIRST, QUESTIONS, SIZES, a_window, answers_in
from tests.interview.page.pages import TAB
from tests.terminal import DOWN, ENTER, ESC, Terminal

SMALL, LARGE = (44, 12), (80, 24)
WIDE = "変更のあとサービスが健全かどうかをどうやって知りますか"
MARKS = "cafe\u0301 nai\u0308ve a\u030angstro\u0308m"
HEBREW, ARABIC = "שלום עולם 12", "كم خدمة؟"
# A person's script beside ours: one question whose text is wider than its letters.
SCRIPT = f"""
import sys
from readiness.interview.steps import Style
from readiness.interview.terminal import choose_interface
from tests.interview.page.sheets import a_step
ui = choose_interface(Style.AUTO, sys.stdin, sys.stdout)
step = a_step(text={WIDE + " " + MARKS!r}, help="Emoji: 🚀 🚀", note={WIDE * 4!r})
ui.record({WIDE * 8!r})
print("did", ui.ask(step))
"""

RIGHT_TO_LEFT = f"""
import sys
from readiness.interview.steps import Style
from readiness.interview.terminal import choose_interface
from tests.interview.page.sheets import a_step
ui = choose_interface(Style.AUTO, sys.stdin, sys.stdout)
print("did", ui.ask(a_step(text={ARABIC!r}, note={HEBREW!r})))
"""


@pytest.fixture
def window(begun):
    begun()
    return a_window().wait("question 1 of 56", "q save+quit")


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_wide_and_combined_letters_are_all_there(columns, rows):
    program = (sys.executable, "-c", SCRIPT)
    window = Terminal(columns=columns, rows=rows, program=program)
    window.wait("q save+quit", "Emoji: 🚀 🚀")

    text = window.text().replace("\n", "")
    assert WIDE in text.replace(" ", "")
    assert all(word in text for word in normalize("NFC", MARKS).split())
    assert all(get_cwidth(line) <= columns for line in window.text().splitlines())
    assert window.send("22").wait("did Choose(index=2)").leave() == 0


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_right_to_left_text_is_sent_in_the_order_it_is_read(columns, rows):
    program = (sys.executable, "-c", RIGHT_TO_LEFT)
    window = Terminal(columns=columns, rows=rows, program=program)

    window.wait(ARABIC, f"Note: {HEBREW}", "q save+quit")

    assert window.send("22").wait("did Choose(index=2)").leave() == 0


def test_all_answers_open_at_the_question_when_none_is_looked_at(begun):
    begun()
    window = a_window(columns=60).wait("question 1 of 56")

    window.send("a").wait(FIRST.text, FIRST.anchors[0].text)
    window.send("4").wait("» 4", FIRST.anchors[4].text)

    window.send("q").leave()


def test_the_parts_of_a_long_page_are_numbered(begun):
    begun()
    window = a_window(columns=60).wait("question 1 of 56").send("?")

    window.wait("Space: more of this page (1 of ")
    while "back to the top" not in window.words():
        window.press(" ")
    window.press(" ")

    assert "Space: more of this page (1 of " in window.words()
    window.send("q").leave()


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_an_answer_of_wide_letters_takes_one_line(columns, rows):
    program = (sys.executable, "-c", SCRIPT)
    window = Terminal(columns=columns, rows=rows, program=program)
    window.wait("q save+quit")

    line = next(line for line in window.text().splitlines() if line.startswith("✓"))
    assert line.endswith("…")
    window.send("q").leave()


def test_a_question_goes_on_in_lines_and_comes_back_as_a_page(store, window):
    window.send("2").wait(FIRST.anchors[2].text)

    window.resize(*SMALL).wait("Answer 0 to 4, or help:")
    window.resize(*LARGE).wait("» 2", FIRST.anchors[2].text, "q save+quit")
    window.resize(*SMALL).wait("Answer 0 to 4, or help:").send("4\n")
    window.wait(QUESTIONS[1].anchors[4].label).resize(*LARGE).wait("question 2 of 56")

    window.send("q").leave()
    assert answers_in(store)[FIRST.id].level == 4


def test_a_window_too_small_says_once_why_there_are_lines(window):
    window.resize(*SMALL).wait("Answer 0 to 4, or help:").send("skip\n")
    window.wait(QUESTIONS[1].anchors[4].label).send("quit\n").leave()

    assert window.raw.count(b"too small") == 1


def test_half_a_word_typed_in_lines_is_no_key_of_the_page(store, window):
    window.resize(*SMALL).wait("Answer 0 to 4, or help:").send("33").wait("or help: 33")

    window.resize(*LARGE).wait("q save+quit")

    window.send("q").leave()
    assert answers_in(store) == {}


def test_a_page_begins_on_a_line_of_its_own(window):
    window.resize(*SMALL).wait("Answer 0 to 4, or help:")

    window.resize(50, 16).wait("question 1 of 56", "q save+quit")

    lines = [line for line in window.text().splitlines() if "of 56 done" in line]
    assert all(line.startswith("0 of 56 done") for line in lines)
    window.send("q").leave()


def test_a_menu_goes_on_in_lines_and_comes_back_as_a_page(window):
    window.send(TAB).wait("What would you like to do?", "Esc go back")

    window.resize(*SMALL).wait("Number")
    window.resize(*LARGE).wait("Esc go back").send(DOWN).wait("» 1")

    window.send(ESC).wait("question 1 of 56").send("q").leave()


def test_half_a_note_goes_on_in_lines(store, window):
    window.send("n").wait("Esc goes back").send("half a note").wait("» half a note")

    window.resize(*SMALL).wait("half a note. Enter keeps it").send("\n")
    window.wait("Answer 0 to 4, or help:").resize(*LARGE).wait("Note: half a note")

    window.send("q").leave()
    assert answers_in(store)[FIRST.id].note == "half a note"


def test_a_note_typed_in_lines_is_not_disturbed_by_the_window(store, window):
    window.resize(*SMALL).wait("Answer 0 to 4, or help:").send("note\n")
    window.wait("Note:").send("half ").wait("Note: half")

    window.resize(*LARGE).send("a note\n").wait("Note: half a note", "q save+quit")

    window.send("q").leave()
    assert answers_in(store)[FIRST.id].note == "half a note"


@pytest.mark.parametrize("columns", [60, 100, 200])
def test_menus_and_fields_are_drawn_anew_for_the_window(window, columns):
    window.send(TAB).wait("Esc go back")
    window.resize(columns, 24).wait("Go to another question (g)", "Esc go back")
    window.send(ESC).wait("question 1 of 56").send("n").wait("Esc goes back")

    window.resize(*LARGE).wait(FIRST.text, "Esc goes back")

    window.send(ESC).wait("question 1 of 56")
    assert window.send("q").leave() == 0


def test_help_and_all_answers_scroll_in_the_lowest_window(window):
    window.resize(50, 16).wait("question 1 of 56").send("a").wait(
        "Space: more of this page (1 of"
    )

    for level in range(5):
        window.send(str(level)).wait(f"» {level}", FIRST.anchors[level].text)

    window.send(ENTER).wait("question 2 of 56").send("q").leave()
