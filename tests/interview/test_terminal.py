import gc
import io
import locale
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import prompt_toolkit.output
import pytest

from readiness.errors import UsageError
from readiness.interview.page.interface import PageInterface
from readiness.interview.page.sheet import ASCII, UNICODE
from readiness.interview.plain.interface import PlainInterface
from readiness.interview.steps import Command, Style
from readiness.interview.terminal import (
    choose_interface,
    find_glyphs,
    leave_on_signals,
    without_pauses,
)
from tests.interview.page.sheets import a_step
from tests.terminal import ROOT


class Stream(io.StringIO):
    """A stream that is a terminal."""

    encoding: Any = None

    def __init__(self, encoding="utf-8"):
        super().__init__()
        self.encoding = encoding

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def a_good_terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(locale, "setlocale", lambda _: "C.UTF-8")


@pytest.fixture
def a_pipe():
    read, write = os.pipe()
    with os.fdopen(read, encoding="utf-8") as reading, os.fdopen(write, "w"):
        yield reading


def chosen(style=Style.AUTO):
    return choose_interface(style, Stream(), Stream())


def test_a_terminal_gets_pages():
    assert isinstance(chosen(), PageInterface)
    assert isinstance(chosen(Style.PAGE), PageInterface)
    assert isinstance(chosen(Style.PLAIN), PlainInterface)


@pytest.mark.parametrize("name", ["READINESS_ACCESSIBLE", "ACCESSIBLE"])
def test_who_asks_for_accessible_programs_gets_plain_lines(monkeypatch, name):
    monkeypatch.setenv(name, "1")

    assert isinstance(chosen(), PlainInterface)
    assert isinstance(chosen(Style.PAGE), PageInterface)


@pytest.mark.parametrize("value", ["", "0"])
def test_accessible_can_be_switched_off(monkeypatch, value):
    monkeypatch.setenv("READINESS_ACCESSIBLE", value)

    assert isinstance(chosen(), PageInterface)


@pytest.mark.parametrize("name", ["dumb", "unknown", ""])
def test_a_dumb_terminal_never_gets_pages(monkeypatch, name):
    monkeypatch.setenv("TERM", name)

    assert isinstance(chosen(Style.PAGE), PlainInterface)


@pytest.mark.parametrize(("columns", "rows"), [("49", "24"), ("80", "15")])
def test_a_small_window_is_asked_in_lines_until_it_is_large(monkeypatch, columns, rows):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", rows)
    out = Stream()

    assert choose_interface(Style.AUTO, Stream(), out).ask(a_step()) is Command.QUIT
    assert "Answer 0 to 4" in out.getvalue()


def test_a_terminal_of_windows_without_a_console_gets_plain_lines(monkeypatch):
    class NoConsoleError(Exception):
        """What prompt_toolkit raises under Git Bash."""

    def fail(_stdout):
        raise NoConsoleError

    windows = SimpleNamespace(NoConsoleScreenBufferError=NoConsoleError)
    monkeypatch.setitem(sys.modules, "prompt_toolkit.output.win32", windows)
    monkeypatch.setattr(prompt_toolkit.output, "create_output", fail)
    out = Stream()

    ui = choose_interface(Style.PAGE, Stream(), out)

    assert isinstance(ui, PlainInterface)
    assert "Windows Terminal" in out.getvalue()
    assert "winpty" in out.getvalue()


def test_a_pipe_is_named_as_the_reason(a_pipe):
    with pytest.raises(UsageError, match=r"standard input is a pipe$") as failure:
        choose_interface(Style.AUTO, a_pipe, Stream())

    assert "readiness assess --ui plain" in failure.value.tries


@pytest.mark.parametrize("style", Style)
def test_who_refuses_questions_is_shown_the_ways_around_them(monkeypatch, style):
    monkeypatch.setenv("READINESS_NO_INPUT", "1")

    with pytest.raises(UsageError, match="refused by --no-input") as failure:
        chosen(style)

    assert "readiness import answers.yaml" in failure.value.tries


def test_lines_may_come_from_a_pipe(a_pipe):
    ui = choose_interface(Style.PLAIN, a_pipe, Stream())

    assert isinstance(ui, PlainInterface)
    assert a_pipe.errors == "replace"


def test_every_reason_is_named(tmp_path):
    with (tmp_path / "out").open("w") as file, Path(os.devnull).open() as nothing:
        with pytest.raises(
            UsageError, match=r"input is closed and .* output is a file"
        ):
            choose_interface(Style.PAGE, None, file)
        with pytest.raises(
            UsageError, match=r"input is no terminal and .* no terminal"
        ):
            choose_interface(Style.PAGE, nothing, io.StringIO())


def test_a_closed_input_has_no_answers():
    ui = choose_interface(Style.PLAIN, None, io.StringIO())

    assert ui.ask(a_step()) is Command.QUIT


@pytest.mark.parametrize(
    ("name", "encoding", "ascii_", "glyphs"),
    [
        ("de_DE.UTF-8", "utf-8", "", UNICODE),
        ("de_DE.UTF-8", "UTF-8", "0", UNICODE),
        ("de_DE.UTF-8", "utf-8", "1", ASCII),
        ("German_Germany.1252", "cp1252", "", ASCII),
        ("C", "utf-8", "", ASCII),
        ("C.UTF-8", None, "", ASCII),
    ],
)
def test_signs_are_those_that_the_terminal_has(
    monkeypatch, name, encoding, ascii_, glyphs
):
    monkeypatch.setattr(locale, "setlocale", lambda _: name)
    monkeypatch.setenv("READINESS_ASCII", ascii_)

    assert find_glyphs(Stream(encoding)) is glyphs


def test_no_garbage_is_collected_while_somebody_answers():
    with without_pauses():
        meanwhile = gc.isenabled()

    assert (meanwhile, gc.isenabled()) == (False, True)


@pytest.fixture
def own_signals():
    names = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    before = {name: signal.getsignal(name) for name in names}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_being_ended_from_outside_is_a_normal_exit(name, code):
    program = (
        "import signal; from readiness.interview import terminal; "
        f"signal.signal(signal.{name}, signal.SIG_DFL); "  # nohup would ignore it
        f"terminal.leave_on_signals(); signal.raise_signal(signal.{name})"
    )

    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)

    assert ended.returncode == code  # and not -15 or -1, which is no exit


@pytest.mark.usefixtures("own_signals")
def test_ctrl_c_is_heard_though_whoever_started_it_does_not_want_to():
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    leave_on_signals()

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("own_signals")
def test_a_system_without_hangups_is_fine(monkeypatch):
    monkeypatch.delattr(signal, "SIGHUP")
    before = signal.getsignal(1)

    leave_on_signals()

    assert signal.getsignal(1) is before
