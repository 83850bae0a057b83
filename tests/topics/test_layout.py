import pytest

from readiness.topics.catalog import TOPICS, find_topic
from readiness.topics.layout import MEASURE, fit

TEXT = """\
What a topic is about, in one line

Answering
  Enter           choose the answer that is looked at
  Space or PgDn   more of a page that is too long for the window; the same key
                  again goes on
  READINESS_A_VERY_LONG_NAME_OF_ALL
                  what it does

A paragraph that has two lines goes on here, and where it is broken depends on
the width of the window.

    readiness report --an-example --is --never-broken
"""


@pytest.mark.parametrize("columns", [80, 120])
def test_a_wide_window_gets_the_text_as_it_is_written(columns):
    assert fit(TEXT, columns) == TEXT


def test_a_narrow_window_keeps_paragraphs_rows_and_examples_apart():
    narrow = fit(TEXT, 44)

    assert (
        narrow
        == """\
What a topic is about, in one line

Answering
  Enter           choose the answer that is
                  looked at
  Space or PgDn   more of a page that is too
                  long for the window; the
                  same key again goes on
  READINESS_A_VERY_LONG_NAME_OF_ALL
    what it does

A paragraph that has two lines goes on here,
and where it is broken depends on the width
of the window.

    readiness report --an-example --is --never-broken
"""
    )


def test_a_meaning_without_room_beside_its_term_stands_below_it():
    narrow = fit("  READINESS_TEAM  the team that is meant\n", 24)

    assert narrow == "  READINESS_TEAM\n    the team that is\n    meant\n"


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("columns", [60, 61, 70, 79])
def test_no_line_of_a_topic_is_cut_and_no_word_lost_in_a_narrow_window(name, columns):
    text = find_topic(name)

    narrow = fit(text, columns)

    assert max(map(len, narrow.splitlines())) <= columns
    assert narrow.split() == text.split()


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_is_written_for_80_columns_in_plain_letters(name):
    lines = find_topic(name).splitlines()

    assert max(map(len, lines)) <= MEASURE
    assert all(line.isascii() and line.isprintable() for line in lines)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("name", TOPICS)
def test_every_row_of_a_topic_has_a_term_and_a_meaning(name):
    rows = [
        line
        for line in fit(find_topic(name), 79).splitlines()
        if line.startswith("  ") and not line.startswith("   ")
    ]

    assert all("  " in row.strip() for row in rows)
