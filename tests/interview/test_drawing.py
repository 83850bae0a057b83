from dataclasses import replace

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.utils import get_cwidth

from readiness.interview.drawing import lay_out
from readiness.interview.sheet import ASCII, UNICODE, Look
from readiness.interview.steps import Command, Option, Place, Step

LONG = "word " * 100
SIZES = [(60, 24), (80, 24), (100, 30), (120, 40), (200, 50), (50, 16)]


def a_place(**fields):
    given = {
        "number": 3,
        "count": 9,
        "section": "AI-native",
        "done": 2,
        "total": 9,
        "fate": "saved",
    }
    return Place(**{**given, **fields})


def a_step(**fields):
    given = {
        "place": a_place(),
        "text": "How many repositories have an owner?",
        "help": "Owner: a person or a team.",
        "options": tuple(
            Option(f"Level {n}", f"What is at level {n}.") for n in range(5)
        ),
        "first": 0,
        "commands": frozenset(Command),
    }
    return Step(**{**given, **fields})


def drawn(step, look=None, columns=80, rows=24, glyphs=UNICODE):
    """Return the lines on the screen."""
    look = look or Look(option=None)
    sheet = lay_out(step, look, Size(rows=rows, columns=columns), glyphs)
    return [text for _, text in sheet.lines(look.top)]


def as_words(lines):
    return " ".join(" ".join(lines).split())


def read_whole(step, look, columns, rows):
    """Return the words of every part of a page, as a person turns it."""
    sheet = lay_out(step, look, Size(rows=rows, columns=columns), UNICODE)
    top, seen = 0, {}
    while top not in seen:
        seen[top] = sheet.body[top : top + sheet.room]
        top = sheet.turned(top, 1)
    body = {top + n: text for top in seen for n, (_, text) in enumerate(seen[top])}
    return as_words(body.values())


LONGEST = {
    "text": ("question " * 16).strip()[:140],
    "help": ("helpful " * 15).strip()[:120],
    "more": ("meaning " * 30).strip()[:240],
    "rules": tuple(f"{n} " + ("general rule " * 11).strip() for n in range(8)),
    "options": tuple(
        Option(f"Label {n} of 24 letters x", f"{n} " + ("anchored " * 17).strip())
        for n in range(5)
    ),
}


@pytest.mark.parametrize(("columns", "rows"), SIZES[:5])
@pytest.mark.parametrize("level", range(5))
def test_the_longest_question_fits_every_window(columns, rows, level):
    step = a_step(**LONGEST, note="noted", answer="don't know")

    lines = drawn(step, Look(option=level), columns, rows)

    words = as_words(lines)
    assert len(lines) <= rows
    assert all(get_cwidth(line) <= columns for line in lines)
    for text in (step.text, step.help, step.options[level].text, "q save+quit"):
        assert text in words
    assert all(option.label in words for option in step.options)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_longest_help_can_be_read_to_its_end(columns, rows):
    step = a_step(**LONGEST)

    words = read_whole(step, Look(option=2, explained=True, top=0), columns, rows)

    for text in (step.text, step.help, step.more, *step.rules, step.options[2].text):
        assert text in words


@pytest.mark.parametrize("option", [None, 0, 2, 4])
def test_a_question_longer_than_the_window_scrolls(option):
    step = a_step(
        text=LONG[:239], help=LONG[:239], options=(Option("x", LONG[:239]),) * 5
    )

    lines = drawn(step, Look(option=option), 50, 16)

    assert len(lines) == 16
    assert "Space or PgDn" in as_words(lines)
    assert ("» " in as_words(lines)) == (option is not None)


def test_what_is_looked_at_comes_into_view():
    step = a_step(**LONGEST)
    size = Size(rows=16, columns=50)

    sheet = lay_out(step, Look(option=4), size, UNICODE)

    assert not sheet.shows_focus(0)
    assert sheet.shows_focus(None)


def test_turning_pages_goes_round_and_back():
    step = a_step(**LONGEST)
    sheet = lay_out(step, Look(option=None, explained=True), Size(16, 50), UNICODE)

    second = sheet.turned(0, 1)

    assert sheet.turned(second, -1) == 0
    assert sheet.turned(0, -1) == 0
    assert sheet.turned(len(sheet.body), 1) == 0


def test_nothing_is_pointed_at_to_begin_with():
    words = as_words(drawn(a_step()))

    assert "»" not in words
    assert "Press 0 to 4" in words
    assert "What is at level" not in words


def test_the_present_answer_is_marked():
    assert "» 3 Level 3 (current answer)" in as_words(
        drawn(a_step(chosen=3, answer="3 (Level 3)"), Look(option=3))
    )


def test_an_answer_without_a_level_and_a_note_are_shown_on_a_line_each():
    lines = drawn(a_step(answer="not applicable (none)", note="one\ntwo " + LONG))

    assert "Current answer: not applicable (none)" in lines
    assert lines[-4].startswith("Note: one two word")
    assert lines[-4].endswith("…")


def test_a_warning_takes_the_place_of_the_anchor():
    words = as_words(drawn(a_step(), Look(option=None, warning="Nothing is chosen.")))

    assert "Nothing is chosen." in words
    assert "Press 0 to 4" not in words


def test_the_legend_names_what_is_possible_and_nothing_else():
    step = a_step(commands=frozenset({Command.QUIT}), first=1)

    assert drawn(step)[-1] == "1-5 look  Enter choose  q save+quit"


@pytest.mark.parametrize(
    ("explained", "expected"), [(False, "? help"), (True, "? close help")]
)
def test_the_legend_has_help_where_there_is_some(explained, expected):
    step = a_step(more="Terms.")

    assert (
        f"{expected}  q save+quit"
        in drawn(step, Look(option=None, explained=explained))[-1]
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({"more": "Terms."}, "Terms."), ({"rules": ("Be kind.",)}, "- Be kind.")],
)
def test_help_shows_the_terms_and_the_general_rules(fields, expected):
    step = a_step(**fields)

    assert expected in drawn(step, Look(option=None, explained=True))
    assert expected not in drawn(step)


def test_the_bar_is_the_first_to_go_when_there_is_no_room():
    step = a_step()

    assert "██░░░░░░░░ 2 of 9 done · question 3 of 9 · AI-native · saved" in drawn(step)
    assert "2 of 9 done · question 3 of 9 · AI-native · saved" in drawn(
        step, columns=60
    )


def test_a_pack_without_questions_in_this_form_has_an_empty_bar():
    step = a_step(place=a_place(done=0, total=0))

    assert "░░░░░░░░░░ 0 of 0 done" in as_words(drawn(step))


def test_options_without_a_text_are_drawn_too():
    step = a_step(options=(Option("Yes"), Option("No")), first=1)

    assert "» 2 No" in as_words(drawn(step, Look(option=1)))


def test_ascii_is_enough():
    step = a_step(chosen=3, note=LONG)

    assert "\n".join(drawn(step, Look(option=3), glyphs=ASCII)).isascii()


def test_wide_text_is_measured_in_columns():
    step = replace(a_step(), text="変更のあとサービスが健全かどうか" * 6)

    lines = drawn(step, columns=60)

    assert all(get_cwidth(line) <= 60 for line in lines)
    assert step.text in "".join(lines)
