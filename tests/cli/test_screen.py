"""Reports on a real terminal."""

import pytest

from tests.terminal import Terminal


def shown(*words, env=None, **size):
    terminal = Terminal(*words, env=env, **size)
    assert terminal.leave() == 0
    return terminal


def test_a_report_longer_than_the_window_ends_with_what_matters():
    terminal = shown("report", "--demo", columns=80, rows=24)

    text = terminal.text()
    assert "In short" in text
    assert "Do first" in text.partition("In short")[2]


def test_a_report_that_fits_is_not_repeated():
    terminal = shown("report", "--demo", columns=160, rows=300)

    assert "In short" not in terminal.text()
    assert terminal.text().startswith("DEMO DATA  Readiness report")


@pytest.mark.parametrize("columns", [60, 80, 120, 160])
def test_colours_are_blue_and_vermillion_and_never_green_or_red(columns):
    terminal = shown("report", "--demo", columns=columns, rows=200)

    raw = terminal.raw
    assert b"\x1b[38;5;31m" in raw
    assert b"\x1b[38;5;166m" in raw
    for green_or_red in (b"\x1b[31m", b"\x1b[32m", b"\x1b[91m", b"\x1b[92m"):
        assert green_or_red not in raw


def test_without_colours_every_word_is_still_there():
    plain = shown("report", "--demo", rows=200, env={"NO_COLOR": "1"})
    coloured = shown("report", "--demo", rows=200)

    assert b"[38;" not in plain.raw
    assert plain.text() == coloured.text()


def test_the_plan_on_a_terminal_is_for_reading():
    terminal = shown("plan", "--demo", rows=200)

    assert "DEMO DATA  Readiness plan" in terminal.text()
    assert "Done when:" in terminal.text()
    assert "<!--" not in terminal.text()


@pytest.mark.parametrize("words", [("report",), ("plan",)])
def test_a_dumb_terminal_gets_sentences_and_no_escape_code(words):
    terminal = shown(*words, "--demo", rows=300, columns=200, env={"TERM": "dumb"})

    assert b"\x1b" not in terminal.raw
    assert "Demo data. Readiness" in terminal.text()


def test_a_terminal_of_the_c_locale_gets_ascii():
    terminal = shown("report", "--demo", rows=200, env={"LC_ALL": "C"})

    assert terminal.raw.isascii()


@pytest.mark.parametrize(
    "words", [("report",), ("plan",), ("report", "--full", "--no-pager")]
)
def test_a_window_of_20_by_5_is_no_reason_to_fail(words):
    terminal = shown(*words, "--demo", columns=20, rows=5)

    assert b"Traceback" not in terminal.raw


def test_help_for_a_dumb_terminal_has_no_boxes():
    terminal = shown("--help", rows=60, env={"TERM": "dumb"})

    assert "╭" not in terminal.text()
    assert "assess" in terminal.text()


@pytest.mark.parametrize("words", [("report", "--full"), ("plan",)])
def test_sentences_on_a_terminal_are_broken_between_words(words, piped_words):
    lines = shown(*words, "--demo", "--plain", columns=60, rows=900).raw.decode()

    assert max(map(len, lines.splitlines())) <= 60
    assert lines.split() == piped_words(*words)


def test_sentences_on_a_very_wide_terminal_stay_readable():
    raw = shown("plan", "--demo", "--plain", columns=240, rows=300).raw.decode()

    assert 80 < max(map(len, raw.splitlines())) <= 100


def test_sentences_in_a_pipe_are_one_fact_a_line(run):
    lines = run("report", "--demo", "--plain").stdout.splitlines()

    assert all(not line[0].islower() and line.endswith(".") for line in lines)
    assert max(map(len, lines)) > 100


@pytest.fixture
def piped_words(run):
    """Return what the words of a command say into a pipe, word by word."""
    return lambda *words: run(*words, "--demo", "--plain").stdout.split()
