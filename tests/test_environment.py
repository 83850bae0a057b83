import io
import locale
import os

import pytest

from readiness import environment


@pytest.mark.parametrize(
    ("value", "expected"), [(None, False), ("", False), ("0", False), ("1", True)]
)
def test_a_variable_says_yes_unless_it_is_empty_or_0(monkeypatch, value, expected):
    monkeypatch.delenv("READINESS_ASCII", raising=False)
    if value is not None:
        monkeypatch.setenv("READINESS_ASCII", value)

    assert environment.is_set("READINESS_ASCII") is expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [("", True), ("dumb", True), ("unknown", True), ("xterm-256color", False)],
)
def test_a_terminal_is_dumb_if_it_says_so(monkeypatch, term, expected):
    monkeypatch.setenv("TERM", term)

    assert environment.is_dumb_terminal() is expected


@pytest.mark.parametrize(
    ("name", "encoding", "expected"),
    [("de_DE.UTF-8", "utf-8", True), ("C", "utf-8", False), ("x", "latin-1", False)],
)
def test_signs_need_a_terminal_that_knows_them(monkeypatch, name, encoding, expected):
    monkeypatch.delenv("READINESS_ASCII", raising=False)
    monkeypatch.setattr(locale, "setlocale", lambda _: name)

    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)

    assert environment.can_show_unicode(stream) is expected


@pytest.mark.parametrize(
    ("system", "variable", "expected"),
    [
        ("nt", "NOTHING", True),
        ("nt", "WT_SESSION", False),
        ("nt", "TERM_PROGRAM", False),
        ("posix", "NOTHING", False),
    ],
)
def test_the_old_console_of_windows_is_told_by_what_newer_ones_say(
    monkeypatch, system, variable, expected
):
    for name in ("WT_SESSION", "TERM_PROGRAM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "1")
    monkeypatch.setattr(os, "name", system)

    assert environment.is_old_console() is expected


@pytest.mark.parametrize(
    ("own", "general", "expected"),
    [
        ("", "", False),
        ("1", "", True),
        ("", "1", True),
        ("0", "1", False),
        ("1", "0", True),
    ],
)
def test_our_own_variable_for_sentences_counts_first(
    monkeypatch, own, general, expected
):
    monkeypatch.setenv("READINESS_ACCESSIBLE", own)
    monkeypatch.setenv("ACCESSIBLE", general)

    assert environment.wants_sentences() is expected


@pytest.mark.parametrize(("value", "expected"), [("", True), ("0", True), ("1", False)])
def test_the_user_may_be_asked_unless_that_is_refused(monkeypatch, value, expected):
    monkeypatch.setenv("READINESS_NO_INPUT", value)

    assert environment.may_ask() is expected


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("always", {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}),
        ("never", {"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}),
        ("auto", {"NO_COLOR": "1"}, {"NO_COLOR": "1"}),
        ("", {"FORCE_COLOR": "1"}, {"FORCE_COLOR": "1"}),
    ],
)
def test_libraries_that_draw_are_told_of_colours(said, before, after):
    environ = {environment.COLOR: said, **before}

    environment.choose_colors(environ)

    assert environ == {environment.COLOR: said, **after}
