"""Asks on pages, one application for each question, menu and text."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from shutil import get_terminal_size
from typing import TypeVar

from readiness.interview.editor import edit
from readiness.interview.page.field import Ending, FieldPage
from readiness.interview.page.keys import Deed, View, names, possible
from readiness.interview.page.menu import MenuPage
from readiness.interview.page.question import QuestionPage
from readiness.interview.page.sheet import Glyphs, Look
from readiness.interview.steps import (
    Action,
    Command,
    Menu,
    Step,
    TextField,
    UserInterface,
)
from readiness.interview.window import (
    LEAST_COLUMNS,
    LEAST_ROWS,
    WindowGrownError,
    WindowShrunkError,
    raising_when_grown,
)
from readiness.interview.wrapping import MEASURE, cut, wrap

Shown = TypeVar("Shown")

_TOO_SMALL = (
    f"The window is too small for a page ({LEAST_COLUMNS} by {LEAST_ROWS}): lines from"
    " here on. Type help to hear what can be typed; a larger window brings the page"
    " back."
)

# After these the person may come back to the same page.
_ASIDES = frozenset(
    {
        Command.NOTE,
        Command.NOT_APPLICABLE,
        Command.EVIDENCE,
        Command.GO_TO,
        Command.REVIEW,
    }
)


@dataclass(slots=True)
class _Draft:
    """A text between field, editor and plain lines."""

    field: TextField
    remark: str = ""  #: what the editor has left to say


class PageInterface:
    """Asks on pages, and in plain lines while the window is too small for one.

    When the window changes while a question, a menu or a text is open, the same one
    is asked again at once in the way that fits.
    """

    def __init__(
        self, plain: UserInterface, glyphs: Glyphs, is_small: Callable[[], bool]
    ) -> None:
        self._plain = plain
        self._glyphs = glyphs
        self._is_small = is_small
        self._looked: tuple[str, int | None] = "", None  # at a step's text and option
        self._shows_all: bool | None = None  # where there is room
        self._has_explained_lines = False
        self._page: QuestionPage | None = None  # opened when it is needed

    def ask(self, step: Step) -> Action:
        """Show the step until the person acts."""
        text, option = self._looked
        looked = option if text == step.text and option is not None else step.chosen
        look = Look(option=looked, warning=step.notice, shows_all=self._shows_all)
        action = self._show(
            lambda: self._ask_on_page(step, look), lambda: self._plain.ask(step)
        )
        self._looked = step.text, look.option if action in _ASIDES else None
        self._shows_all = look.shows_all
        return action

    def ask_text(self, field: TextField) -> str | None:
        """Ask for a text under the question; ``None`` after Esc, Ctrl-C or Ctrl-D.

        What was typed is neither lost in an editor that fails nor in a window that
        gets too small.
        """
        draft = _Draft(field)
        return self._show(
            lambda: self._ask_in_field(draft),
            lambda: self._plain.ask_text(draft.field),
            comes_back=False,
        )

    def pick(self, menu: Menu) -> int | None:
        """Show a menu; ``None`` after Ctrl-C, Ctrl-D, Esc or q."""
        return self._show(
            lambda: MenuPage(menu, self._glyphs, self._is_small).run(),
            lambda: self._plain.pick(menu),
        )

    def record(self, line: str) -> None:
        """Leave what was answered above the next page."""
        told = f"{self._glyphs.tick} {line}"
        self.say(cut(told, _line_width(), self._glyphs.ellipsis))

    def say(self, line: str) -> None:
        """Leave a line above the next page."""
        lines = wrap(line, _line_width())
        print("\n".join(lines), flush=True)  # noqa: T201 - this is the interface

    def _show(
        self,
        on_page: Callable[[], Shown],
        in_lines: Callable[[], Shown],
        *,
        comes_back: bool = True,
    ) -> Shown:
        """Show something in the way that fits the window, again if that changes.

        What is read in lines ends when there is room for a page, if it ``comes_back``.
        """
        while True:
            if not self._is_small():
                with suppress(WindowShrunkError):
                    return on_page()
                continue
            self._explain_lines()
            if not comes_back:
                return in_lines()
            try:
                with raising_when_grown(self._is_small):
                    return in_lines()
            except WindowGrownError:
                self.say("")  # the page must not begin behind a prompt

    def _explain_lines(self) -> None:
        """Say once why there are lines where a page was, or was to be."""
        if not self._has_explained_lines:
            self._plain.say(_TOO_SMALL)
        self._has_explained_lines = True

    def _ask_on_page(self, step: Step, look: Look) -> Action:
        page = self._page_of(step, look)
        while True:
            deed: Action | View | None = page.run()
            if deed is View.MENU:
                deed = self._pick_deed(step)
            if isinstance(deed, View):
                page.toggle(deed)
            elif deed is not None:
                return deed

    def _page_of(self, step: Step, look: Look) -> QuestionPage:
        if self._page is None:
            self._page = QuestionPage(step, look, self._glyphs, self._is_small)
        self._page.turn_to(step, look)
        return self._page

    def _pick_deed(self, step: Step) -> Deed | None:
        keys = [key for key in possible(step) if key.is_in_menu]
        labels = tuple(f"{key.words} ({names(key, step)})" for key in keys)
        picked = self.pick(Menu(title="What would you like to do?", labels=labels))
        return None if picked is None else keys[picked].deed

    def _ask_in_field(self, draft: _Draft) -> str | None:
        while True:
            page = FieldPage(draft.field, draft.remark, self._glyphs, self._is_small)
            try:
                ending = page.run()
            finally:
                draft.field = replace(draft.field, current=page.text, excess=0)
            if ending is not Ending.EDITOR:
                return page.text if ending is Ending.KEPT else None
            text, draft.remark = edit(page.text)
            draft.field = replace(draft.field, current=text)


def _line_width() -> int:
    """Return how many columns a line above the page may have."""
    return min(get_terminal_size().columns - 2, MEASURE)
