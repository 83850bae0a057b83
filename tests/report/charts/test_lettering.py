import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.lettering import ELLIPSIS, short, width_of, wrap

SIZE = 14
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


def test_words_are_put_into_lines_of_the_width():
    lines = wrap("Service-to-service identity of workloads", 130, SIZE, 3)

    assert lines == ("Service-to-service", "identity of", "workloads")


def test_what_does_not_fit_is_cut_with_an_ellipsis():
    lines = wrap("Service-to-service identity of workloads", 130, SIZE, 2)

    assert lines == ("Service-to-service", f"identity of{ELLIPSIS}")


def test_a_word_wider_than_a_line_is_broken_into_lines():
    lines = wrap("x" * 30, 100, SIZE, 5)

    assert len(lines) > 1
    assert "".join(lines) == "x" * 30


def test_the_last_line_gives_way_to_the_ellipsis():
    width = width_of("aaaa", SIZE)

    assert wrap("aaaa bbbb", width, SIZE, 1) == (f"aa{ELLIPSIS}",)


def test_no_text_has_no_lines():
    assert wrap(" ", 100, SIZE, 2) == ()


@given(st.text(max_size=200), st.floats(30, 300), st.integers(1, 4))
def test_no_line_is_wider_than_there_is_room(text, width, lines):
    broken = wrap(text, width, SIZE, lines)

    assert len(broken) <= lines
    assert all(width_of(line, SIZE) <= width + 1e-9 for line in broken)


@given(st.text("abc de", max_size=60), st.floats(60, 300))
def test_nothing_is_lost_where_there_are_lines_enough(text, width):
    broken = wrap(text, width, SIZE, 100)

    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


def test_joined_emoji_and_accents_are_not_torn_apart():
    letters = f"{FAMILY}e\N{COMBINING DOT BELOW}\N{COMBINING TILDE}" * 20

    lines = wrap(letters, 60, SIZE, 30)

    joined = ("\N{ZERO WIDTH JOINER}", "\N{COMBINING DOT BELOW}", "\N{COMBINING TILDE}")
    assert not any(line.startswith(joined) for line in lines)
    assert not any(line.endswith("\N{ZERO WIDTH JOINER}") for line in lines)


@pytest.mark.parametrize("wide", ["組", "한", "\N{GRINNING FACE}"])
def test_wide_letters_count_double(wide):
    assert width_of(wide, SIZE) >= 1.9 * width_of("n", SIZE)


def test_accents_take_no_room():
    assert width_of("x\N{COMBINING TILDE}", SIZE) == width_of("x", SIZE)


def test_a_long_text_in_a_sentence_is_cut():
    assert short("word " * 100, 12) == f"word word w{ELLIPSIS}"
    assert short("a few words") == "a few words"
