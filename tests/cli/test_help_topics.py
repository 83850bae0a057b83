import subprocess
import sys

import pytest

from readiness.cli.group import COMMANDS
from readiness.errors import ExitCode
from readiness.topics.catalog import TOPICS, find_topic, summary_of
from tests.terminal import Terminal


def test_help_lists_the_topics_and_says_how_to_get_the_help_of_a_command(run):
    result = run("help")

    assert result.exit_code == ExitCode.OK
    for name in TOPICS:
        assert f"  {name:13}  {summary_of(name)}\n" in result.stdout
    assert "readiness help report" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_goes_into_a_pipe_as_it_is_written(run, name):
    result = run("help", name)

    assert result.exit_code == ExitCode.OK
    assert result.stdout == find_topic(name)
    assert result.stderr == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_as_the_topic_shows_the_help_of_the_command(run, name):
    result = run("help", name)

    assert result.exit_code == ExitCode.OK
    assert result.stdout == run(name, "--help").stdout
    assert f"Usage: readiness {name}" in result.stdout


def test_a_command_of_a_command_has_its_help_too(run):
    result = run("help", "packs", "show")

    assert result.exit_code == ExitCode.OK
    assert "Usage: readiness packs show" in result.stdout


def test_an_unknown_topic_is_not_found_and_answered_with_a_suggestion(run):
    result = run("help", "acessibility")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stdout == ""
    assert "did you mean 'accessibility'?" in result.stderr
    assert "topics: keys, scoring," in result.stderr
    assert "try: readiness help" in result.stderr


def test_a_mistyped_command_is_suggested_like_a_topic(run):
    assert "did you mean 'report'?" in run("help", "reprt").stderr


def test_words_that_are_no_topic_are_repeated_without_control_characters(run):
    result = run("help", "exit", "\x1b[31mcodes")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "'exit [31mcodes'" in result.stderr
    assert "\x1b" not in result.stderr


def test_help_needs_no_terminal_no_home_and_no_answers(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "readiness", "help", "privacy"],
        capture_output=True,
        check=True,
        stdin=subprocess.DEVNULL,
        text=True,
    )

    assert ran.stdout == find_topic("privacy")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_topic_is_fit_to_the_window(columns):
    terminal = Terminal("help", "exit-codes", columns=columns, rows=50)

    assert terminal.leave() == 0

    lines = [line.rstrip() for line in terminal.screen.display]
    shown = "\n".join(lines).split()
    assert shown == find_topic("exit-codes").split()
    assert max(map(len, lines)) <= min(columns, 80)


def test_a_screen_reader_gets_the_same_text_without_a_pager():
    terminal = Terminal(
        "help", "keys", rows=150, env={"READINESS_ACCESSIBLE": "1", "TERM": "dumb"}
    )

    assert terminal.leave() == 0

    assert terminal.words() == " ".join(find_topic("keys").split())
    assert b"\x1b" not in terminal.raw
