import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.exchange.trackers.cells import safe, write_table

FORMULA = tuple("=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
HOSTILE = st.text(alphabet="=+-@\t\r\n\0\uff1d,;|\"' a", max_size=12)


@pytest.mark.parametrize("sign", FORMULA)
def test_a_cell_that_a_spreadsheet_would_calculate_gets_an_apostrophe(sign):
    assert safe(f"{sign}1") == f"'{sign}1"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("  =1", "  '=1"),
        ("a;=1", "a;'=1"),
        ('a","=1', 'a","\'=1'),
        ("one\n=2", "one\n'=2"),
        ("\t=1", "'\t'=1"),
    ],
)
def test_a_formula_behind_what_some_spreadsheets_split_at_gets_one_too(cell, expected):
    assert safe(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "plain",
        "3 - 2",
        "a = b",
        "kim@x.example",
        "* item",
        "well, -5 points",
        "'=1",
    ],
)
def test_other_text_stays_as_it_is(cell):
    assert safe(cell) == cell


@given(st.lists(st.lists(HOSTILE, min_size=2, max_size=2), min_size=1))
def test_no_cell_begins_with_a_formula_however_the_file_is_split(rows):
    text = write_table(("One", "Two"), rows)

    pieces = re.split(r"[,;|\t\r\n]", text.replace("\r\n", "\n"))
    assert not [p for p in pieces if p.lstrip('"').startswith(("=", "+", "-", "@"))]
    assert not [p for p in pieces if p.lstrip('"').startswith(("\0", "\uff1d"))]


@given(st.lists(st.lists(HOSTILE, min_size=2, max_size=2), min_size=1))
def test_what_a_reader_of_csv_gets_is_what_was_written(rows):
    text = write_table(("One", "Two"), rows)

    read = list(csv.reader(StringIO(text, newline="")))
    assert read == [["One", "Two"], *([safe(cell) for cell in row] for row in rows)]


def test_the_file_is_as_rfc_4180_has_it():
    text = write_table(("One", "Two"), [['say "hi"', "a,b\nc"]])

    assert text == '"One","Two"\r\n"say ""hi""","a,b\nc"\r\n'
