import pytest
from prompt_toolkit.data_structures import Size

from readiness.interview.page.drawing import lay_out
from readiness.interview.page.sheet import UNICODE, Look
from readiness.interview.steps import Option
from tests.interview.page.sheets import (
    LONGEST,
    SIZES,
    a_step,
    as_words,
    drawn,
    read_whole,
)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_all_options_in_full_can_be_read_to_the_end(columns, rows):
    step = a_step(**LONGEST)

    words = read_whole(step, Look(option=None, shows_all=True), columns, rows)

    for option in step.options:
        assert f"{option.label} {option.text}" in words
    assert "Press 0 to 4" in words


@pytest.mark.parametrize("level", range(5))
def test_of_all_options_the_one_that_is_looked_at_is_seen_in_full(level):
    step = a_step(**LONGEST)

    words = as_words(drawn(step, Look(option=level, shows_all=True), 50, 16))

    option = step.options[level]
    assert f"» {level} {option.label} {option.text}" in words


def test_a_warning_is_seen_from_the_top_of_all_options_too():
    look = Look(option=None, shows_all=True, warning="Nothing is chosen.")
    step = a_step(**LONGEST)

    low, roomy = drawn(step, look, 60, 24), drawn(a_step(), look, rows=40)

    assert step.text in as_words(low)
    assert "      Nothing is chosen." in low
    assert as_words(roomy).count("Nothing is chosen.") == 1
    assert "Press 0 to 4" not in as_words(roomy)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_all_options_begin_with_the_question_when_none_is_looked_at(columns, rows):
    step = a_step(**LONGEST)

    words = as_words(drawn(step, Look(option=None, shows_all=True), columns, rows))

    assert step.text in words


def test_each_part_of_a_long_page_has_its_number_and_the_last_says_so():
    look = Look(option=None, explained=True, top=0)
    sheet = lay_out(a_step(**LONGEST), look, Size(16, 50), UNICODE)

    tops = [0]
    while (following := sheet.turned(tops[-1], 1)) != 0:
        tops.append(following)
    hints = [as_words(text for _, text in sheet.lines(top)) for top in tops]

    for part, words in enumerate(hints[:-1], 1):
        assert f"Space: more of this page ({part} of {len(tops)})" in words
    assert f"Space: back to the top ({len(tops)} of {len(tops)})" in hints[-1]


def test_between_two_parts_there_is_more_to_come():
    sheet = lay_out(
        a_step(**LONGEST), Look(option=None, explained=True), Size(16, 50), UNICODE
    )
    before_the_last = len(sheet.body) - sheet.room - 1

    words = as_words(text for _, text in sheet.lines(before_the_last))

    assert "more of this page" in words


def test_options_of_mere_words_are_the_same_in_full():
    step = a_step(options=(Option("Yes"), Option("No")), first=1)

    lines = drawn(step, Look(option=0, shows_all=True))

    assert [line for line in lines if "Yes" in line or "No" in line] == [
        " » 1  Yes ",
        "   2  No ",
    ]
