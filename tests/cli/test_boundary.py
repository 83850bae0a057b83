"""Failures become messages and exit codes, whatever they are."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from readiness.cli import group
from readiness.cli.boundary import print_failure
from readiness.errors import (
    CannotWriteError,
    CheckFailedError,
    ExitCode,
    IncompleteError,
    LockedError,
    NotFoundError,
    ReadinessError,
    UsageError,
)


@pytest.fixture(name="run_command")
def _run_command(monkeypatch):
    """Run a command, given as a function, behind the boundary of the program."""

    def run_command(function):
        app = typer.Typer(cls=group.LazyGroup)
        app.callback()(lambda: None)
        entry = group.Entry("report:fails", "Results", "Fail.")
        monkeypatch.setattr(group, "COMMANDS", {"fails": entry})
        monkeypatch.setattr("readiness.cli.report.fails", function, raising=False)
        return CliRunner().invoke(app, ["fails"], prog_name="readiness")

    return run_command


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CheckFailedError, 1),
        (UsageError, 2),
        (ReadinessError, 3),
        (NotFoundError, 4),
        (IncompleteError, 5),
        (LockedError, 6),
        (CannotWriteError, 7),
    ],
)
def test_a_failure_of_the_user_is_a_message_on_stderr_and_its_code(
    run_command, error, code
):
    def fails():
        raise error("it is gone", facts=("found: none",), tries=("one", "another"))

    result = run_command(fails)

    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr == (
        "error: it is gone\n  found: none\n  try: one\n       another\n"
    )


def test_a_message_with_control_characters_reaches_the_terminal_without_them(capsys):
    print_failure(NotFoundError("no \x1b[31mred\x1b[0m team"))

    assert capsys.readouterr().err == "error: no [31mred[0m team\n"


def test_a_bug_is_one_line_and_a_trace_in_a_private_file(run_command, tmp_path):
    def fails():
        raise ValueError("a secret detail")

    result = run_command(fails)

    (trace,) = (tmp_path / "home").rglob("bug-*.txt")
    assert result.exit_code == ExitCode.BUG
    assert result.stderr.count("\n") == 1
    assert "readiness has a bug (ValueError)" in result.stderr
    assert "a secret detail" in trace.read_text(encoding="utf-8")
    assert trace.stat().st_mode & 0o077 == 0


def test_a_trace_that_cannot_be_kept_is_shown(run_command, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")

    def fails():
        raise ValueError("the detail")

    result = run_command(fails)

    assert result.exit_code == ExitCode.BUG
    assert "could not be written" in result.stderr
    assert "ValueError: the detail" in result.stderr


def test_a_bug_is_raised_for_its_developer(run_command, monkeypatch):
    monkeypatch.setenv("READINESS_DEBUG", "1")

    def fails():
        raise ValueError("here")

    assert isinstance(run_command(fails).exception, ValueError)


@pytest.mark.parametrize("interruption", [typer.Abort, KeyboardInterrupt])
def test_an_interruption_is_130(run_command, interruption):
    def fails():
        raise interruption

    assert run_command(fails).exit_code == ExitCode.INTERRUPTED


def test_a_command_that_gives_an_exit_code_leaves_with_it(run_command):
    def fails():
        raise typer.Exit(5)

    assert run_command(fails).exit_code == 5


def test_usage_is_explained_without_a_context(capsys):
    from readiness.cli.boundary import Boundary

    with pytest.raises(SystemExit) as left, Boundary():
        raise typer.BadParameter("Not so.")

    assert left.value.code == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "error: invalid value: Not so\n  try: readiness --help\n"
    )


def test_a_word_that_is_no_choice_is_explained_without_words_of_the_program(run):
    result = run("compare", "--fail-on", "bogus")

    assert result.exit_code == ExitCode.USAGE
    assert "'--fail-on': 'bogus' is not one of 'declined'" in result.stderr


def test_a_stream_that_cannot_be_made_safe_is_left_as_it_is(monkeypatch):
    from readiness.cli.boundary import Boundary

    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)

    with pytest.raises(SystemExit) as left, Boundary() as boundary:
        boundary.leave(None)

    assert left.value.code == ExitCode.OK
    assert stream.getvalue() == ""


def test_a_reader_that_has_gone_is_no_failed_check(run_command):
    def fails():
        raise BrokenPipeError(32, "Broken pipe")

    result = run_command(fails)

    assert result.exit_code == ExitCode.PIPE_CLOSED
    assert result.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipe")
@pytest.mark.parametrize("words", [["--help"], ["status", "--help"], ["help"]])
def test_help_that_nobody_reads_any_more_is_no_failed_check(words):
    here, there = os.pipe()
    os.close(here)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "readiness", *words],
            check=False,
            stdout=there,
            stderr=subprocess.PIPE,
        )
    finally:
        os.close(there)

    assert (ran.returncode, ran.stderr) == (ExitCode.PIPE_CLOSED, b"")


def test_what_the_system_refuses_is_no_bug(run_command):
    def fails():
        raise PermissionError(13, "Permission denied", "/secret/place")

    result = run_command(fails)

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert result.stderr == "error: cannot use /secret/place: Permission denied\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full one")
@pytest.mark.parametrize(
    "words", [["report", "--demo"], ["report", "--demo", "--json"]]
)
def test_a_full_disk_behind_standard_output_is_said(words):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "readiness", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert ran.returncode == ExitCode.CANNOT_WRITE
    assert ran.stderr == "error: cannot use the output: No space left on device\n"


def test_a_closed_pipe_ends_the_program_quietly():
    command = f"{sys.executable} -m readiness report --demo --full | true"

    ran = subprocess.run(
        ["bash", "-c", f"{command}; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout in {"141\n", "0\n"}  # 0 if all of it went into the pipe
    assert ran.stderr == ""
