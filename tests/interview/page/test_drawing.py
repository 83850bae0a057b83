from dataclasses import replace

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.utils import get_cwidth

from readiness.interview.page.drawing import lay_out
from readiness.interview.page.sheet import ASCII, UNICODE, Look
from readiness.interview.steps import Command, Option
from tests.interview.page.sheets import (
    LONG,
    LONGEST,
    SIZES,
    a_place,
    a_step,
    as_words,
    drawn,
    read_whole,
)


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
    assert "Space: " in as_words(lines)
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
    step = a_step(answer="not applicable (none)", note="one\ntwo " + LONG)

    lines = drawn(step, rows=16)

    assert "Current answer: not applicable (none)" in lines
    (note,) = (line for line in lines if line.startswith("Note: one / two word"))
    assert note.endswith("…")


def test_a_note_is_whole_where_there_is_room():
    step = a_step(note="note " + LONG, previous="before " * 40)

    words = as_words(drawn(step, rows=40))

    assert step.note.strip() in words
    assert step.previous.strip() in words


def test_a_warning_takes_the_place_of_the_anchor():
    words = as_words(drawn(a_step(), Look(option=None, warning="Nothing is chosen.")))

    assert "Nothing is chosen." in words
    assert "Press 0 to 4" not in words


def test_a_notice_leaves_what_is_looked_at_in_sight():
    look = Look(option=3, warning="After this one back to question 9.")

    words = as_words(drawn(a_step(), look))

    assert "After this one back to question 9. What is at level 3." in words


def test_the_legend_names_what_is_possible_and_nothing_else():
    step = a_step(commands=frozenset({Command.QUIT}), first=1)

    assert (
        drawn(step)[-1] == "1-5 look  Enter choose  ? help  Tab all keys  q save+quit"
    )


@pytest.mark.parametrize(
    ("explained", "expected"), [(False, "? help"), (True, "? close help")]
)
def test_the_legend_says_how_to_open_and_close_the_help(explained, expected):
    lines = drawn(a_step(more="Terms."), Look(option=None, explained=explained))

    assert f"{expected}  Tab all keys  q save+quit" in lines[-1]


def test_help_says_what_every_key_does_that_is_possible_here():
    step = a_step(commands=frozenset({Command.QUIT, Command.BACK}))

    lines = drawn(step, Look(option=None, explained=True), rows=50)

    assert "b or Left     Back to the question before" in lines
    assert "0-4           Look at this answer; the same digit again chooses it" in lines
    assert "Write a note" not in as_words(lines)


def test_the_previous_answer_is_marked_and_one_key_confirms_it():
    lines = drawn(a_step(previous="3 (Level 3), 2026-08-14", was_chosen=3))

    assert "   3  Level 3 (previous answer) " in lines
    assert "Previous answer: 3 (Level 3), 2026-08-14 (y: still true)" in lines


def test_a_previous_answer_that_no_longer_fits_cannot_be_confirmed():
    step = a_step(previous="don't know, 2026-08-14", commands=frozenset())

    assert "Previous answer: don't know, 2026-08-14" in drawn(step)


def test_a_long_previous_answer_leaves_its_key_to_the_legend():
    lines = drawn(a_step(previous="not applicable " + LONG), columns=60, rows=20)

    line = next(line for line in lines if line.startswith("Previous"))
    assert line.endswith("word…")
    assert len(line) <= 58
    assert "y still true" in as_words(lines)


def test_an_answer_given_anew_is_marked_as_the_present_one():
    step = a_step(previous="3 (Level 3)", was_chosen=3, chosen=3, answer="3 (Level 3)")

    assert "   3  Level 3 (current answer) " in drawn(step)


def test_two_pieces_of_evidence_are_shown_and_more_are_counted():
    two = drawn(a_step(evidence=("Seen working: a log", "Told: " + LONG)), rows=16)
    three = drawn(a_step(evidence=("a", "b", "c")))

    assert "Evidence: Seen working: a log" in two
    assert any(x.startswith("Evidence: Told: word") and x.endswith("…") for x in two)
    assert "Evidence: 3 pieces" in three


def test_the_help_shows_the_note_and_all_that_stands_beside_the_question_whole():
    step = a_step(
        note="note " * 40, previous="before " * 40, evidence=("a", "b", "c " * 80)
    )

    words = read_whole(step, Look(option=None, explained=True), 60, 24)

    for whole in (step.note, step.previous, *step.evidence):
        assert whole.strip() in words


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(12, "about 12 min left"), (0, "under a minute left"), (None, "saved")],
)
def test_the_time_left_ends_the_progress(minutes, expected):
    lines = drawn(a_step(place=a_place(minutes_left=minutes)), columns=100)

    assert lines[1].endswith(expected)


def test_the_time_left_goes_where_a_page_has_no_room_for_it():
    step = a_step(**LONGEST, place=a_place(minutes_left=12, section="section " * 4))

    roomy, low = drawn(step, columns=60, rows=40), drawn(step, columns=60, rows=16)

    assert "about 12 min left" in as_words(roomy)
    assert "min left" not in as_words(low)


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


def test_a_section_of_its_own_has_one_count_and_no_bar():
    place = a_place(
        section="About your team", done=0, total=16, is_apart=True, minutes_left=12
    )

    line = "About your team: question 3 of 9 · saved · about 12 min left"
    assert drawn(a_step(place=place))[1] == line


def test_a_note_of_several_lines_shows_where_they_end():
    step = a_step(note="one\n\n  two \nthree")

    assert "Note: one / two / three" in drawn(step)
    assert "Note: one / two / three" in drawn(step, Look(option=None, explained=True))


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
