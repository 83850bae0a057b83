"""Every key of the question page, pressed on a real terminal."""

import sys

import pytest

from readiness.interview.evidence import TITLE
from readiness.interview.review import GO_TO_TITLE
from readiness.responses import Rated
from tests.builders import a_response
from tests.cli.assessing import (
    FIRST,
    KNOWN,
    PACK,
    QUESTIONS,
    WHO,
    a_window,
    all_but,
    answers_in,
)
from tests.interview.page.pages import BACKSPACE, CTRL_C, CTRL_D, CTRL_E, CTRL_Z, TAB
from tests.terminal import DOWN, ENTER, ESC, LEFT, PROGRAM, RIGHT, UP, Terminal

HOSTILE = "\x1b[200~{}\x1b[201~".format(
    "\x1b[31mred\x07 \x00\x9bC1\x85 \u202eover\u2066 cafe\u0301 [/oops]"
)
BIDI = "\x1b[200~\u202eabc\u202c \u2067שלמ\u2069 12 \u2066كم\u2069\x1b[201~"
CLEANED = "[31mred C1 over caf\u00e9 [/oops]"


@pytest.fixture
def window(begun):
    begun()
    return a_window().wait("question 1 of 56", "q save+quit")


@pytest.mark.parametrize(
    ("keys", "level"),
    [("33", 3), ("3" + ENTER, 3), (DOWN + "j" + ENTER, 1), (UP + "k" + ENTER, 3)],
)
def test_digits_arrows_and_enter_answer(store, window, keys, level):
    window.send(keys).wait("question 2 of 56").send("q").leave()

    assert answers_in(store)[FIRST.id].level == level


@pytest.mark.parametrize(("forth", "back"), [("s", "b"), (RIGHT, LEFT)])
def test_skip_and_back_walk_without_an_answer(store, window, forth, back):
    window.send(forth).wait("question 2 of 56").send(back).wait("question 1 of 56")
    window.send(CTRL_D)

    assert window.leave() == 0
    assert answers_in(store) == {}


@pytest.mark.parametrize("key", [ESC, CTRL_C, CTRL_D])
def test_a_text_field_is_left_without_a_change(store, window, key):
    window.send("n").wait("Esc goes back").send("half").wait("» half").send(key)

    window.wait("question 1 of 56", "q save+quit")
    assert window.send("q").leave() == 0
    assert answers_in(store) == {}


@pytest.mark.parametrize("key", [ESC, CTRL_C, CTRL_D])
@pytest.mark.parametrize(
    ("opener", "title"),
    [(TAB, "What would you like"), ("g", GO_TO_TITLE), ("e", TITLE)],
)
def test_a_menu_is_left_for_the_question(store, window, opener, title, key):
    window.send(opener).wait(title, "Esc").send(key)

    window.wait("question 1 of 56", "q save+quit")
    assert window.send("q").leave() == 0
    assert answers_in(store) == {}


@pytest.mark.parametrize(
    ("key", "sign"), [("?", "? close help"), ("a", FIRST.anchors[4].text)]
)
def test_escape_closes_the_help_and_all_answers(window, key, sign):
    window.send(key).wait(sign)

    window.press(ESC).wait("question 1 of 56", "? help")

    assert sign not in window.words()
    window.send("q").leave()


def test_right_to_left_notes_are_kept_in_the_order_they_are_read(store, window):
    text = "abc שלמ 12 كم"
    window.send("n").wait("Esc goes back").send(BIDI).wait(text).send(ENTER)

    window.wait(f"Note: {text}").send("q").leave()

    assert answers_in(store)[FIRST.id].note == text


def test_every_page_can_be_drawn_in_ascii(begun):
    begun(all_but(FIRST.id))
    env = {"LC_ALL": "C", "PYTHONUTF8": "1"}
    window = a_window(rows=50, env=env).wait(FIRST.text)

    window.send("r").wait("Review of Payments", "> 1").send(ENTER).wait(FIRST.text)
    window.send("n").wait("Esc goes back").send("text").wait("> text").send(ESC)
    window.wait("q save+quit").send("g").wait(GO_TO_TITLE).send("17").wait("> 17")
    window.send(ESC).wait("type words").send(ESC).wait("q save+quit").send("q")

    window.leave()
    assert window.raw.isascii()


def test_ctrl_c_leaves_as_interrupted(window):
    assert window.send("22").wait("question 2 of 56").send(CTRL_C).leave() == 130


@pytest.mark.parametrize("key", ["5", "z", ESC, "\x1b[200~33\x1b[201~", "\x1b[15~"])
def test_what_is_no_key_rings_the_bell_and_nothing_else(store, window, key):
    before = window.text()

    window.send(key)
    while b"\x07" not in window.raw:
        window.wait("question 1 of 56")

    assert window.text() == before
    window.send("q").leave()
    assert answers_in(store) == {}


def test_one_key_confirms_the_answer_of_the_earlier_period(store, begun):
    begun()
    last = {"period": "2026-Q3", "answers": all_but()}
    store.save(a_response(PACK, profile=KNOWN).model_copy(update=last))
    window = a_window().wait("(previous answer)", "Previous answer: 2", "y still true")

    window.send("y").wait("question 2 of 56").send("q").leave()

    assert answers_in(store)[FIRST.id].level == 2


def test_all_answers_can_be_read_at_once(window):
    window.press("a").wait(*(anchor.text for anchor in FIRST.anchors))

    window.press("a")

    assert FIRST.anchors[4].text not in window.words()
    window.send("q").leave()


def test_all_answers_are_shown_at_once_where_there_is_room(window):
    window.wait("a shows all answers in full.").resize(120, 40)

    window.wait("question 1 of 56", *(anchor.text for anchor in FIRST.anchors))

    window.press("a").wait("a shows all answers in full.")
    assert FIRST.anchors[4].text not in window.words()
    window.send("q").leave()


def test_help_has_the_terms_the_rules_and_every_key(window):
    window.resize(120, 60).wait("question 1 of 56").send("?")

    window.wait(
        FIRST.more,
        PACK.instruction.rules[0],
        "Ctrl-Z Suspend",
        "Tab Choose from a menu",
    )

    window.send("?").wait("? help").send("q").leave()


def test_evidence_is_asked_for_by_kind_and_place(store, window):
    window.send("e").wait(TITLE).send(ENTER).wait("Esc goes back")
    window.send("docs/adr.md" + ENTER).wait("Evidence:", "docs/adr.md")
    window.send("q").leave()

    (piece,) = answers_in(store)[FIRST.id].evidence
    assert "docs/adr.md" in piece.words


@pytest.mark.parametrize("typed", ["17", QUESTIONS[16].text[:38]])
def test_any_question_can_be_gone_to_by_number_or_by_words(window, typed):
    window.send("g").wait(GO_TO_TITLE, "type words or a number to search")

    window.send(typed).wait(f"Search: {typed}").send(ENTER)

    window.wait("question 17 of 56", QUESTIONS[16].text).send("q").leave()


def test_the_search_is_ended_by_escape_and_so_is_the_menu(window):
    window.send("g").wait(GO_TO_TITLE).send("zzz").wait("Nothing is found")

    window.send(BACKSPACE * 3).wait("type words")
    window.send("ai").wait("Search: ai").send(ESC).wait("type words").send(ESC)

    window.wait("question 1 of 56").send("q").leave()


def test_the_review_says_where_to_finish_and_leads_back(begun):
    begun(all_but(FIRST.id))
    window = a_window(rows=50).wait(FIRST.text).send("r")

    window.wait("Review of Payments", "answered don't know n/a open", "<- finish here")

    window.send(ENTER).wait(FIRST.text).send("q").leave()


@pytest.mark.parametrize("columns", [60, 80])
def test_the_menu_has_every_action_in_words(begun, columns):
    begun()
    window = a_window(columns=columns).wait("question 1 of 56").send(TAB)

    window.wait(
        "I don't know (d)",
        "It does not apply to us (asks why) (x)",
        "Say what evidence there is, with a link or path (e)",
        "Go to another question (g)",
        "Review all answers (r)",
        "Save and leave (q or Ctrl-D)",
        "Esc go back",
    )

    window.send(ESC).wait("question 1 of 56").send(TAB).wait("I don't know")
    window.send(DOWN * 2 + ENTER).wait("question 2 of 56").send("q").leave()


def test_a_hostile_paste_is_cleaned_in_the_field(store, window):
    window.send("n").wait("Esc goes back").send(HOSTILE).wait(CLEANED).send(ENTER)

    window.wait(f"Note: {CLEANED}").send("q").leave()

    assert answers_in(store)[FIRST.id].note == CLEANED


def test_a_paste_that_is_too_long_is_cut_and_that_is_said(store, window):
    window.send("n").wait("Esc goes back")

    window.send("\x1b[200~" + "word " * 401 + "\x1b[201~")
    window.wait("4 characters were cut: 2,000 are allowed.", "Esc goes back")
    window.send(BACKSPACE + "!" + ENTER).wait("Note: word").send("q").leave()

    assert len(answers_in(store)[FIRST.id].note) == 2000


def test_a_text_too_long_from_the_editor_is_there_to_be_shortened(
    store, begun, tmp_path
):
    begun()
    script = tmp_path / "edit.py"
    script.write_text("import sys; open(sys.argv[1], 'w').write('x' * 2003)")
    window = a_window(env={"VISUAL": f"{sys.executable} {script}"})
    window.wait("question 1 of 56").send("n").wait("Esc goes back").send(CTRL_E)

    window.wait("3 characters too long").send(ENTER).wait("3 characters too long")
    window.send(BACKSPACE * 4 + ENTER).wait("Note: xxx").send("q").leave()

    assert len(answers_in(store)[FIRST.id].note) == 1999


def test_a_note_of_several_lines_is_shown_whole_and_stays_so(store, begun):
    note = "first line\nsecond line\nthird line"
    begun({FIRST.id: Rated(level=2, note=note)})
    window = a_window().wait("question 2 of 56").send(LEFT).wait("Note: first line")

    window.send("n").wait("Esc goes back", "first line", "second line", "third line")
    window.send("!" + ENTER).wait("question 1 of 56").send("q").leave()

    assert answers_in(store)[FIRST.id].note == f"{note}!"


def test_a_note_is_written_in_the_persons_own_editor(store, begun, tmp_path):
    begun()
    script = tmp_path / "edit.py"
    script.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "input('EDITING ' + path.read_text())\n"
        "path.write_text('line one\\nline two \\x1b[31m')\n"
    )
    window = a_window(env={"VISUAL": "", "EDITOR": f"{sys.executable} {script}"})
    window.wait("question 1 of 56").send("n").wait("Esc goes back").send("draft")

    window.wait("» draft").send(CTRL_E).wait("EDITING draft").send("\n")
    window.wait("line one", "line two").send(ENTER).wait("Note: line one / line two")
    window.send("q").leave()

    assert answers_in(store)[FIRST.id].note == "line one\nline two [31m"


def test_an_editor_that_fails_loses_nothing(begun):
    begun()
    window = a_window(env={"VISUAL": "false"}).wait("question 1 of 56").send("n")

    window.wait("Esc goes back").send("draft").wait("» draft").send(CTRL_E)

    window.wait("ended with code 1", "draft").send(ESC).wait("question 1 of 56")
    window.send("q").leave()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no job control")
def test_ctrl_z_suspends_everywhere_and_fg_brings_the_page_back(begun):
    begun()
    shell = Terminal(
        columns=100, program=("bash", "--norc", "-i"), env={"PS1": "shell> "}
    )
    command = " ".join([*PROGRAM, "assess", *WHO])
    shell.wait("shell>").send(f"{command}\r").wait("question 1 of 56", "q save+quit")

    for keys, sign in (("2", "» 2"), ("n", "Esc goes back"), (TAB, "Go to another")):
        shell.send(keys).wait(sign).send(CTRL_Z).wait("Stopped", "shell>")
        shell.send("clear\r").send("fg\r").wait(sign)
        shell.send("3" if keys == "2" else ESC).wait(FIRST.anchors[3].text)

    shell.send("q").wait("shell>").send("exit\r")
    assert shell.leave() == 0
