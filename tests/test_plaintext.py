import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.plaintext import (
    clean,
    one_line,
    refuse_controls,
    slug,
    slug_without_mark,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("line one\r\nline two\rthree", "line one\nline two\nthree"),
        ("\x1b[31mred\x1b[0m \x07bell \x9bC1", "[31mred[0m bell C1"),
        ("left\u202eright\u2066x\u2069", "leftrightx"),
        ("e\u0301", "é"),
        ("e\x00\u0301", "é"),
        ("  around\t ", "around"),
        ("half \ud83d pair", "half  pair"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_is_done_once_and_for_all(text):
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert not any(
        unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" for c in cleaned
    )


def test_white_space_becomes_single_spaces_on_one_line():
    assert one_line(" a\n\n b\t c ") == "a b c"


def test_a_text_with_control_characters_is_refused_with_their_number():
    assert refuse_controls("fine\n") == "fine\n"
    with pytest.raises(ValueError, match=r"U\+001B"):
        refuse_controls("not \x1b[31m fine")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Payments", "payments"),
        ("  Team A_B - C ", "team-a-b-c"),
        ("Zürich", "zurich"),
    ],
)
def test_a_name_becomes_a_readable_slug(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize(
    "name", ["支付", "🚀", "", "packs", "CON", "x" * 10_000, "\x1b"]
)
def test_a_name_that_a_file_cannot_have_gets_a_mark(name):
    assert slug(name)[-6:].isalnum()
    assert "-" in slug(name)


@pytest.mark.parametrize("name", ["a b", "A-B", "A  B", "-a_b-", "a\tb"])
def test_case_and_what_parts_words_make_no_other_name(name):
    assert slug(name) == "a-b"


@pytest.mark.parametrize(
    ("plain", "others"),
    [
        ("a b", ["a/b", "a b.", "a.b", "(a b)", "a b!", "a b™"]),
        ("c", ["C++", "C#", "c."]),
        ("net", [".NET", "net/"]),
        ("etc", ["../../etc", "/etc"]),
        ("freight", ["Freight (sample)", "freight sample"]),
    ],
)
def test_names_that_differ_by_a_sign_are_kept_apart(plain, others):
    slugs = {slug(plain), *map(slug, others)}

    assert slug(plain) == plain.replace(" ", "-")
    assert len(slugs) == 1 + len(others)


@given(st.text())
def test_a_slug_is_always_safe_and_short(name):
    made = slug(name)

    assert made == slug(made) or made.count("-") >= 1
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(made) <= 50
    assert made not in {"con", "nul", "packs", ".", ".."}


@given(st.text(alphabet="支付結算算", min_size=1, max_size=4), st.data())
def test_names_in_other_scripts_are_kept_apart(name, data):
    other = data.draw(st.text(alphabet="支付結算算", min_size=1, max_size=4))

    assert (slug(name) == slug(other)) == (name == other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Payments", "payments"), ("Payments (core)", "payments-core"), ("C++", "c")],
)
def test_a_name_can_be_said_without_the_digits_that_keep_it_apart(name, expected):
    assert slug_without_mark(name) == expected


def test_a_name_of_which_nothing_can_be_said_keeps_its_digits():
    assert slug_without_mark("数字") == slug("数字")
