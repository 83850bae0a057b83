import shlex
import signal
import sys

import pytest

from readiness.cli import pager
from readiness.errors import ExitCode
from readiness.topics.catalog import find_topic
from tests.terminal import Terminal

LAST_WORDS = " ".join(find_topic("keys").split()[-6:])
PAGER = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
text = sys.stdin.read()
print("PAGED", len(text.splitlines()), sys.argv[1:])
with open("/dev/tty") as keys:
    print("KEY", keys.readline())
"""


@pytest.fixture(autouse=True)
def _no_pager_of_the_developer(monkeypatch):
    for name in ("READINESS_PAGER", "PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(name="own")
def _own(tmp_path):
    """Write a pager that waits for a line; return its command."""
    script = tmp_path / "a pager.py"
    script.write_text(PAGER, encoding="utf-8")
    return shlex.join([sys.executable, str(script), "with an argument"])


@pytest.fixture
def _interruptible():
    """Have programs that are started hear Ctrl-C, which those in a background do not.

    Where it is ignored, programs inherit that; a handler they do not inherit.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(name="start")
def _start():
    """Start `readiness` with these words and variables on a terminal of 24 rows."""

    def start(*words, **env):
        return Terminal(*words, env=env)

    return start


@pytest.mark.parametrize("name", ["READINESS_PAGER", "PAGER"])
@pytest.mark.parametrize("words", [["help", "keys"], ["report", "--demo", "--full"]])
def test_a_long_text_goes_through_the_pager_of_the_user(start, own, name, words):
    terminal = start(*words, **{name: own})

    terminal.wait("PAGED", "['with an argument']").send("\r")

    assert terminal.leave() == ExitCode.OK
    assert "KEY" in terminal.words()
    assert "Overall" not in terminal.words()
    assert LAST_WORDS not in terminal.words()


def test_the_pager_of_readiness_is_preferred_to_that_of_other_programs(start, own):
    terminal = start("help", "keys", READINESS_PAGER="cat", PAGER=own)

    assert terminal.leave() == ExitCode.OK
    assert LAST_WORDS in terminal.words()


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (["help", "keys", "--no-pager"], {}),
        (["help", "keys"], {"READINESS_PAGER": ""}),
        (["help", "keys"], {"READINESS_PAGER": "cat"}),
        (["help", "keys"], {"READINESS_PAGER": "'not closed"}),
        (["help", "keys"], {"READINESS_PAGER": "/nowhere/at-all"}),
        (["help", "keys"], {"READINESS_PAGER": "false"}),
        (["help", "keys"], {"READINESS_ACCESSIBLE": "1"}),
        (["help", "keys"], {"TERM": "dumb"}),
    ],
)
def test_without_a_pager_that_works_the_text_is_printed(start, own, words, env):
    terminal = start(*words, **{"PAGER": own, **env})

    assert terminal.leave() == ExitCode.OK
    assert LAST_WORDS in terminal.words()
    assert "PAGED" not in terminal.words()


@pytest.mark.parametrize(
    "words",
    [
        ["help"],
        ["help", "report"],
        ["report", "--demo"],
        ["report", "--demo", "--full", "--no-pager"],
        ["report", "--demo", "--full", "--plain"],
        ["report", "--demo", "--format", "markdown"],
    ],
)
def test_what_is_short_or_no_text_to_read_goes_through_no_pager(start, own, words):
    terminal = start(*words, PAGER=own)

    assert terminal.leave() == ExitCode.OK
    assert "PAGED" not in terminal.words()


def test_a_text_that_fits_the_window_goes_through_no_pager(own):
    terminal = Terminal("help", "exit-codes", rows=40, env={"PAGER": own})

    assert terminal.leave() == ExitCode.OK
    assert "PAGED" not in terminal.words()


def test_a_full_report_that_was_not_paged_ends_with_what_matters_most(start):
    terminal = start("report", "--demo", "--full", PAGER="")

    assert terminal.leave() == ExitCode.OK
    assert "Do first" in terminal.words()


def test_leaving_the_pager_early_is_no_failure(start):
    terminal = start("report", "--demo", "--full", PAGER="true")

    assert terminal.leave() == ExitCode.OK
    assert terminal.words() == ""


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_belongs_to_the_pager_while_it_runs(start, own):
    terminal = start("help", "keys", PAGER=own)

    terminal.wait("PAGED").send("\x03").send("\r")

    assert terminal.leave() == ExitCode.OK
    assert "KEY" in terminal.words()
    assert LAST_WORDS not in terminal.words()


def test_into_a_pipe_nothing_is_paged(run, monkeypatch, own):
    monkeypatch.setenv("PAGER", own)

    result = run("help", "keys")

    assert result.stdout == find_topic("keys")


def test_without_a_choice_of_the_user_it_is_less():
    assert pager.find_command() == ["less", "-FIRX"]


@pytest.mark.parametrize("chosen", ["", " ", "cat", "'not closed"])
def test_nothing_or_cat_means_no_pager(monkeypatch, chosen):
    monkeypatch.setenv("READINESS_PAGER", chosen)
    monkeypatch.setenv("PAGER", "less")

    assert pager.find_command() == []


def test_a_choice_may_have_arguments(monkeypatch):
    monkeypatch.setenv("PAGER", "less -S --prompt='a b'")

    assert pager.find_command() == ["less", "-S", "--prompt=a b"]


def test_less_is_told_to_leave_colours_and_short_texts_alone(start, tmp_path):
    script = tmp_path / "less.py"
    script.write_text("import os; print('LESS', os.environ['LESS'], '.')")
    command = shlex.join([sys.executable, str(script)])

    for env, shown in (({}, "LESS FIRX ."), ({"LESS": "-S"}, "LESS -S .")):
        terminal = start("help", "keys", PAGER=command, **env)
        assert terminal.leave() == ExitCode.OK
        assert terminal.words() == shown
