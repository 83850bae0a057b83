import os
import re
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from readiness.interview.editor import SIZE_LIMIT, edit
from tests.terminal import ROOT

END_ME = """
import os, signal, sys
from readiness.interview.editor import edit
from readiness.interview.terminal import leave_on_signals
signal.signal(signal.SIGHUP, signal.SIG_DFL)
leave_on_signals()
edit("one")
"""


@pytest.fixture(autouse=True)
def drafts(tmp_path, monkeypatch):
    """Return the folder where texts are while an editor has them."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


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
    editor(r"path.write_bytes(b'\xef\xbb\xbf\x1b[31mred \xe2\x80\xaeright')")

    assert edit("") == ("[31mred right", "")


def test_what_a_terminal_typed_and_no_file_can_hold_reaches_the_editor_cleaned(editor):
    editor("path.write_text(path.read_text() + 'two')")

    assert edit("one \udcff") == ("one\ntwo", "")


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


def test_what_was_saved_counts_even_if_the_editor_failed_afterwards(editor, drafts):
    editor("path.write_text('saved'); sys.exit(3)")

    text, problem = edit("one")

    assert text == "saved"
    assert problem.endswith("ended with code 3.")
    assert not list(drafts.iterdir())


@pytest.mark.parametrize("before", ["one \udcff ", ""])
def test_an_editor_that_fails_and_saves_nothing_changes_nothing(editor, before):
    editor("sys.exit(3)")

    text, problem = edit(before)

    assert text == before
    assert problem.endswith("ended with code 3.")


def test_an_editor_that_takes_the_file_away_changes_nothing(editor, drafts):
    editor("path.unlink()")

    text, problem = edit("one")

    assert text == "one"
    assert problem == "What was saved cannot be read: No such file or directory."
    assert not list(drafts.iterdir())


def test_a_link_in_the_place_of_the_file_is_read_and_its_target_stays(editor):
    folder = editor(
        "target = pathlib.Path(sys.argv[0]).with_name('target')\n"
        "target.write_text('linked'); path.unlink(); path.symlink_to(target)"
    )

    assert edit("one") == ("linked", "")
    assert (folder / "target").read_text() == "linked"


@pytest.mark.parametrize(
    ("code", "text", "reason", "kept"),
    [
        (
            r"path.write_bytes(b'gr\xfc\xdfe')",
            "gr\ufffd\ufffde",
            "UTF-8",
            b"gr\xfc\xdfe",
        ),
        ("path.write_text('x' * 10_000_000)", "one", "too long", b"x" * 10_000_000),
        ("path.unlink(); path.mkdir()", "one", "cannot be read", None),
    ],
    ids=["bytes", "10 MB", "folder"],
)
def test_what_cannot_be_taken_back_whole_stays_where_it_is_and_that_is_said(
    editor, code, text, reason, kept
):
    editor(code)

    after, problem = edit("one")

    assert after == text
    assert reason in problem
    path = Path(problem.partition(" in ")[2])
    assert path.is_dir() if kept is None else path.read_bytes() == kept


def test_a_text_of_the_greatest_size_comes_back(editor):
    editor(f"path.write_text('x' * {SIZE_LIMIT})")

    assert edit("one") == ("x" * SIZE_LIMIT, "")


def test_without_room_for_a_file_the_text_stays(editor, drafts):
    editor("path.write_text('never')")
    drafts.rmdir()

    text, problem = edit("one")

    assert text == "one"
    assert "cannot be given the text: No such file" in problem


@pytest.mark.parametrize(
    ("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)], ids=["SIGTERM", "SIGHUP"]
)
@pytest.mark.parametrize(
    "meanwhile",
    [
        "sys.exit()",
        "signal.pause()",  # until it is asked to end
        """signal.signal(signal.SIGTERM, signal.SIG_IGN)
while os.getppid() == parent: time.sleep(0.01)""",
    ],
    ids=["ends", "waits", "stays"],
)
def test_what_was_saved_outlives_a_program_that_is_ended(editor, name, code, meanwhile):
    editor(
        "import signal, time\n"
        "path.write_text(path.read_text() + 'saved')\n"
        "parent = os.getppid()\n"
        f"os.kill(parent, signal.{name})\n{meanwhile}"
    )

    ended = subprocess.run(
        [sys.executable, "-c", END_ME],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    assert ended.returncode == code
    (path,) = re.findall(r"^Your text stays in (.+)$", ended.stderr, re.MULTILINE)
    assert Path(path).read_text(encoding="utf-8") == "one\nsaved"


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
