"""How sheets come out on paper: as few pages as can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.sheets.paper import LEAST, PAPER, PIXELS, breaks_of
from tests.documents import demo_document

MOST = 100 * PAPER / (LEAST * PIXELS)  # characters on a page
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def pages_of(widths, repeated):
    """Return the widths of the columns on each page."""
    ends = [*breaks_of(widths, repeated), len(widths)]
    starts = [0, *ends[:-1]]
    return [widths[start:end] for start, end in zip(starts, ends, strict=True)]


def test_what_can_be_read_on_one_page_is_on_one():
    assert breaks_of([MOST / 2, MOST / 2], 1) == []
    assert breaks_of([MOST, MOST], 0) == []


@given(st.lists(st.floats(min_value=6, max_value=40), min_size=2, max_size=30))
def test_no_column_is_lost_and_no_page_is_without_one(widths):
    pages = pages_of(widths, 1)

    assert [width for page in pages for width in page] == widths
    assert all(pages)


def test_pages_side_by_side_are_about_as_wide_as_each_other():
    pages = pages_of([20.0] * 20, 1)

    assert len(pages) == 3
    assert max(map(sum, pages)) - min(map(sum, pages)) <= 40


def test_every_sheet_is_printed_in_letters_that_can_be_read(workbook):
    sheets = workbook(demo_document()).trees(r"xl/worksheets/sheet\d+\.xml")

    about, _, *grids = sheets  # the second has pictures
    for sheet in (about, *grids):
        scale = int(sheet.find(f"{MAIN}pageSetup").get("scale", "100"))
        assert LEAST - 5 <= scale <= 100


def test_wide_sheets_repeat_what_their_rows_are_about(workbook):
    names = workbook(demo_document()).parts(r"xl/workbook\.xml")["xl/workbook.xml"]

    titles = re.findall(r"Print_Titles[^>]*>([^<]*)<", names.decode())

    assert any("Answers!$A:$A" in title for title in titles)
    assert any("Plan!$A:$B" in title for title in titles)


@pytest.mark.parametrize("sheet", ["Causes", "Changes", "Answers"])
def test_numbers_stand_apart_from_the_words_beside_them(workbook, sheet):
    made = workbook(demo_document())
    styles = made.parts(r"xl/styles\.xml")["xl/styles.xml"].decode()

    right = re.findall(r'<alignment horizontal="right"[^>]*indent="1"', styles)

    assert sheet in made.sheets
    assert len(right) >= 5
