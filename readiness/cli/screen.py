"""What the user's terminal can show, and showing a report on it."""

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.environment import (
    can_show_unicode,
    is_dumb_terminal,
    wants_sentences,
)
from readiness.report.model import Report

if TYPE_CHECKING:
    from rich.console import RenderableType

UNWRAPPED = 10_000  #: columns of a pipe: one record a line, nothing cut or wrapped
PIPED = 100  #: columns that a layout into a pipe is made for


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The terminal, or the lack of one; sizes in cells."""

    width: int
    height: int
    is_terminal: bool
    is_ascii: bool
    is_plain: bool  #: sentences, for screen readers and dumb terminals
    may_page: bool = False  #: whether a long text may go through a pager


def find_screen(*, plain: bool = False, may_page: bool = False) -> Screen:
    """Return what standard output can show."""
    size = os.terminal_size((PIPED, 0))
    is_terminal = sys.stdout.isatty()
    if is_terminal:
        from shutil import get_terminal_size

        size = get_terminal_size()
    return Screen(
        width=max(20, size.columns),
        height=size.lines,
        is_terminal=is_terminal,
        is_ascii=not can_show_unicode(sys.stdout),
        is_plain=plain or wants_sentences() or (is_terminal and is_dumb_terminal()),
        may_page=may_page,
    )


def show(report: Report, screen: Screen, *, full: bool = False) -> None:
    """Print the report as this screen can show it.

    What a reader of ten seconds needs comes first, and again at the end if the
    beginning has left the window.
    """
    if screen.is_plain:
        from readiness.report import sentences

        sys.stdout.write(_spoken(sentences.render(report, full=full), screen))
        return
    from readiness.report import bars, terminal

    glyphs = bars.ASCII if screen.is_ascii else bars.UNICODE
    view = terminal.View(width=screen.width, glyphs=glyphs, full=full)
    show_drawn(terminal.render(report, view), screen, terminal.in_short(report))


def show_drawn(
    what: "RenderableType",
    screen: Screen,
    in_short: "RenderableType | None" = None,
) -> None:
    """Print what is laid out for this screen, through a pager if it is long and may.

    Without one, ``in_short`` follows what is longer than the window.
    """
    text = _drawn(what, screen)
    if screen.may_page:
        from readiness.cli.pager import paged

        if paged(text):
            return
    sys.stdout.write(text)
    is_long = screen.is_terminal and text.count("\n") >= screen.height
    if in_short is not None and is_long:
        sys.stdout.write(_drawn(in_short, screen))


def show_sentences(text: str, screen: Screen) -> None:
    """Print sentences, one fact a line, as this screen can show them."""
    sys.stdout.write(_spoken(text, screen))


def show_plan(report: Report, screen: Screen) -> None:
    """Print the action plan as this screen can show it."""
    if screen.is_plain:
        from readiness.report import sentences

        sys.stdout.write(_spoken(sentences.render_plan(report), screen))
    else:
        from readiness.report import terminal_plan

        sys.stdout.write(_drawn(terminal_plan.render(report), screen))


def show_headline(report: Report, screen: Screen) -> None:
    """Print the ten-second block only."""
    if screen.is_plain:
        from readiness.report import sentences

        sys.stdout.write(_spoken(sentences.headline(report), screen))
    else:
        from readiness.report import terminal

        sys.stdout.write(_drawn(terminal.headline(report), screen))


def _spoken(text: str, screen: Screen) -> str:
    """Break sentences between words on a terminal; a pipe gets one fact a line."""
    if not screen.is_terminal:
        return text
    from readiness.interview.wrapping import MEASURE, wrap

    width = min(screen.width, MEASURE)
    lines = [part for line in text.splitlines() for part in wrap(line, width)]
    return "".join(f"{line}\n" for line in lines)


def _drawn(what: "RenderableType", screen: Screen) -> str:
    from rich.console import Console

    wide = screen.width if screen.is_terminal else UNWRAPPED
    console = Console(width=wide, highlight=False)
    with console.capture() as captured:
        console.print(what)
    lines = captured.get().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
