import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from readiness.interview.wrapping import cut, join, wrap

WIDE = "変更のあとサービスが健全かどうか"


@given(text=st.text(alphabet="ab é変\u0301 ", max_size=80), width=st.integers(2, 30))
def test_wrapping_loses_nothing_and_keeps_the_width(text, width):
    lines = wrap(text, width)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(get_cwidth(line) <= width for line in lines)


@given(words=st.lists(st.text(alphabet="abc", min_size=1, max_size=8), max_size=20))
def test_words_that_fit_are_never_broken(words):
    assert " ".join(wrap(" ".join(words), 8)).split() == words


def test_a_wide_sentence_without_spaces_is_broken_by_columns():
    assert wrap(WIDE, 20) == [WIDE[:10], WIDE[10:]]


def test_a_combining_mark_stays_with_its_letter():
    assert wrap("e\u0301" * 3, 2) == ["e\u0301" * 2, "e\u0301"]


def test_items_stay_in_one_piece():
    assert join(["b back", "s skip", "q save"], 14, "  ") == [
        "b back  s skip",
        "q save",
    ]


def test_an_item_wider_than_the_line_is_wrapped():
    assert join(["one two three", "x"], 7, ", ") == ["one two", "three", "x"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("one\ntwo", "one two"),
        ("rather long", "rather..."),
        (WIDE, "変更の..."),
    ],
)
def test_cutting_marks_what_is_missing(text, expected):
    assert cut(text, 10, "...") == expected
