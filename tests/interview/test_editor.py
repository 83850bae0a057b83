import os
import signal
import stat
import sys

import pytest

from readiness.interview.editor import edit, split_command


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Set an editor that runs these lines of Python on ``path``."""
    monkeypatch.delenv("VISUAL", raising=False)

    def be(code, variable="EDITOR"):
        script = tmp_path / "my editor.py"
        head = "import os, sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n"
        script.write_text(head + code, encoding="utf-8")
        monkeypatch.setenv(variable, f"'{sys.executable}' '{script}' --wait")
        return tmp_path

    return be


def test_the_text_comes_back_as_the_editor_left_it(editor):
    editor("path.write_text(path.read_text().upper() + 'two\\n')")

    assert edit("one") == ("ONE\ntwo", "")


def test_what_a_terminal_would_obey_does_not_come_back(editor):
    editor(r"path.write_bytes(b'\x1b[31mred\xff \xe2\x80\xaeright')")

    assert edit("") == ("[31mred\ufffd right", "")


def test_visual_comes_before_editor(editor, monkeypatch):
    editor("path.write_text('visual')", "VISUAL")
    monkeypatch.setenv("EDITOR", "false")

    assert edit("") == ("visual", "")


def test_the_file_is_private_and_gone_afterwards(editor):
    folder = editor(
        "seen = pathlib.Path(sys.argv[0]).with_name('seen')\n"
        "seen.write_text(f'{path} {os.stat(path).st_mode} {path.read_text()!r}')\n"
    )

    edit("one")

    path, mode, text = (folder / "seen").read_text().split()
    assert path.endswith(".md")
    assert stat.S_IMODE(int(mode)) == 0o600
    assert text == r"'one\n'"
    assert not os.path.lexists(os.path.dirname(path))  # noqa: PTH120 - a string


def test_an_editor_that_fails_changes_nothing(editor):
    editor("path.write_text('half'); sys.exit(3)")

    text, problem = edit("one")

    assert text == "one"
    assert "ended with code 3" in problem


def test_an_editor_that_takes_the_file_away_changes_nothing(editor):
    editor("path.unlink()")

    text, problem = edit("one")

    assert text == "one"
    assert "cannot be read" in problem


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("", "No editor is set"),
        ("   ", "No editor is set"),
        ("no-such-editor -w", "no-such-editor cannot be started"),
        ("'unbalanced", "is not understood"),
    ],
)
def test_without_an_editor_the_text_stays_and_the_reason_is_said(
    monkeypatch, command, reason
):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)

    text, problem = edit("one")

    assert text == "one"
    assert reason in problem


def test_ctrl_c_in_the_editor_is_the_editors(editor):
    before = signal.getsignal(signal.SIGINT)
    editor(
        "import signal\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
        "os.kill(os.getppid(), signal.SIGINT)\n"
        "path.write_text('still here')"
    )

    assert edit("one") == ("still here", "")
    assert signal.getsignal(signal.SIGINT) is before


def test_a_command_of_windows_keeps_its_backslashes():
    command = r'"C:\Program Files\edit.exe" -w'

    words = split_command(command, is_windows=True)

    assert words == [r"C:\Program Files\edit.exe", "-w"]
