import io
import locale

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
