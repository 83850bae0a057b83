"""What `readiness doctor` says of the terminal, and how it looks on one."""

import json

import pytest

from tests.terminal import Terminal


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch):
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def described(run, *words, **settings):
    """Return the finding about the terminal."""
    found = json.loads(run(*words, "doctor", "--json", **settings).stdout)["checks"]
    return next(check for check in found if check["text"].startswith("Terminal"))


@pytest.mark.parametrize(
    ("words", "fact"),
    [((), "readiness assess --ui plain"), (("--no-input",), "refused")],
)
def test_without_a_terminal_it_says_how_questions_are_asked(run, words, fact):
    found = described(run, *words)

    assert found["text"] == "Terminal: there is none for input and output"
    assert fact in found["facts"][0]


def shown(*words, env=None, **size):
    terminal = Terminal("doctor", *words, env=env, **size)
    terminal.leave()
    return terminal.words()


def test_a_terminal_is_described():
    text = shown(columns=200, env={"PROMPT_TOOLKIT_NO_CPR": ""})

    assert "Terminal: 200x24, colour, Unicode; input is a terminal" in text
    assert "questions are asked on pages" in text
    assert "set PROMPT_TOOLKIT_NO_CPR=1" in text


def test_a_terminal_that_can_do_little_is_described():
    text = shown(columns=200, env={"TERM": "dumb", "READINESS_ASCII": "1"})

    assert "Terminal: 200x24, no colour, ASCII only; input is a terminal" in text
    assert "Questions are asked in plain lines." in text
    assert "CPR" not in text


@pytest.mark.parametrize(
    ("env", "how"),
    [
        ({"READINESS_UI": "plain"}, "in plain lines"),
        ({"READINESS_UI": "page"}, "on pages"),
        ({"READINESS_UI": "page", "READINESS_ACCESSIBLE": "1"}, "on pages"),
        ({"READINESS_UI": "auto", "READINESS_ACCESSIBLE": "1"}, "in plain lines"),
        ({"READINESS_UI": "page", "TERM": "dumb"}, "in plain lines"),
    ],
)
def test_how_questions_are_asked_is_as_assess_does_it(env, how):
    assert f"uestions are asked {how}" in shown(columns=200, env=env)


def test_plain_lines_need_no_terminal_if_they_were_chosen(run):
    found = described(run, env={"READINESS_UI": "plain"})

    assert found["facts"] == ["questions are asked in plain lines"]


def test_a_window_too_small_for_pages_does_not_matter_to_plain_lines():
    text = shown(columns=200, rows=14, env={"READINESS_UI": "plain"})

    assert "too small" not in text


@pytest.mark.parametrize("words", [(), ("--plain",), ("--config",), ("--paths",)])
def test_a_terminal_breaks_no_line_inside_a_word(words):
    terminal = Terminal("doctor", *words, columns=60, rows=100)
    terminal.leave()
    lines = terminal.raw.decode().split("\r\n")

    short = [line for line in lines if not any(len(w) > 50 for w in line.split())]
    assert len(short) > 5
    assert max(map(len, short)) <= 60


def test_the_rest_of_a_line_stands_below_its_beginning():
    terminal = Terminal("doctor", columns=60, rows=100)
    terminal.leave()

    rest = terminal.text().partition("  ✓  Python")[2].splitlines()[1]
    assert rest[:5] == "     "
    assert rest[5] != " "


def test_a_window_too_small_for_pages_is_told():
    text = shown(columns=200, rows=14)

    assert "too small for question pages" in text
    assert "make the window 50x16 or larger" in text
