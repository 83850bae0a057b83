"""The menu: one application, with a search if there are more labels than digits."""

from collections.abc import Callable
from functools import partial

from prompt_toolkit.key_binding import KeyPressEvent

from readiness.interview.page import screen
from readiness.interview.page.menu_drawing import Search, is_long, lay_out_menu
from readiness.interview.page.screen import Handler, ring
from readiness.interview.page.sheet import Glyphs, Line, Sheet
from readiness.interview.steps import Menu

_LONGEST_SEARCH = 40  # characters; more would only hide the list


class MenuPage:
    """What a menu shows, and what its keys do.

    A short menu begins at its first label. A long one begins at none; there a number
    goes to its label, and any other text leaves only the labels that have its words.
    """

    def __init__(
        self, menu: Menu, glyphs: Glyphs, is_small: Callable[[], bool]
    ) -> None:
        self.menu = menu
        self.glyphs = glyphs
        everything = tuple(range(len(menu.labels)))
        self.search = Search(everything, None if is_long(menu) else 0)
        keys = screen.bind(self._handlers())
        self.app = screen.open_app(screen.draw_with(self.lines), keys, is_small)

    def run(self) -> int | None:
        """Return the index of the label that was picked; ``None`` to leave.

        Raises `WindowShrunkError`.
        """
        try:
            picked: int | None = screen.run(self.app)
        except EOFError:  # the terminal is gone
            return None
        return picked

    def lines(self) -> list[Line]:
        """Return what the window shows."""
        return self._sheet().lines(self.search.top)

    def _sheet(self) -> Sheet:
        size = screen.size_of(self.app)  # each time: windows change
        return lay_out_menu(self.menu, self.search, size, self.glyphs)

    def _handlers(self) -> dict[str, Handler]:
        return {
            **dict.fromkeys(("up", "s-tab"), partial(self._move, -1)),
            **dict.fromkeys(("down", "tab"), partial(self._move, 1)),
            **dict.fromkeys(("enter", "c-j"), self._choose),
            **dict.fromkeys(("c-c", "<sigint>", "c-d"), _leave),
            "pagedown": partial(self._turn, 1),
            "pageup": partial(self._turn, -1),
            "c-z": screen.suspend,
            "escape": self._escape,
            **(self._search_keys() if is_long(self.menu) else self._short_keys()),
        }

    def _short_keys(self) -> dict[str, Handler]:
        digits: dict[str, Handler] = {
            str(index + 1): partial(self._press_digit, index)
            for index in self.search.shown
        }
        return {
            **digits,
            "k": partial(self._move, -1),
            "j": partial(self._move, 1),
            " ": partial(self._turn, 1),
            "q": _leave,
        }

    def _search_keys(self) -> dict[str, Handler]:
        return {screen.ANY: self._type, "backspace": self._widen}

    def _press_digit(self, index: int, event: KeyPressEvent) -> None:
        if event.is_repeat:
            event.app.exit(result=index)
        else:
            self._point(index)

    def _point(self, index: int | None) -> None:
        self.search.pointed, self.search.warning, self.search.top = index, "", None

    def _move(self, by: int, event: KeyPressEvent) -> None:
        shown = self.search.shown
        if not shown:
            ring(event)
        elif self.search.pointed is None:
            self._point(shown[0 if by > 0 else -1])
        else:
            place = shown.index(self.search.pointed)
            self._point(shown[(place + by) % len(shown)])

    def _choose(self, event: KeyPressEvent) -> None:
        """Pick what is looked at, if something is and it is in view."""
        if self.search.pointed is None:
            self.search.warning = "Nothing is chosen yet: use the arrows, or search."
        elif self._sheet().shows_focus(self.search.top):
            event.app.exit(result=self.search.pointed)
            return
        self.search.top = None
        ring(event)

    def _turn(self, by: int, event: KeyPressEvent) -> None:
        sheet = self._sheet()
        if sheet.overflows:
            self.search.top = sheet.turned(self.search.top, by)
        else:
            ring(event)

    def _escape(self, event: KeyPressEvent) -> None:
        if self.search.typed:
            self._look_for("")
        else:
            _leave(event)

    def _type(self, event: KeyPressEvent) -> None:
        typed = (self.search.typed + event.data).lstrip()
        if event.data.isprintable() and 0 < len(typed) <= _LONGEST_SEARCH:
            self._look_for(typed)
        else:
            ring(event)

    def _widen(self, event: KeyPressEvent) -> None:
        if self.search.typed:
            self._look_for(self.search.typed[:-1].rstrip())
        else:
            ring(event)

    def _look_for(self, typed: str) -> None:
        """Leave the labels that ``typed`` is about, and look at the first of them."""
        self.search.typed = typed
        self.search.shown = _found(self.menu.labels, typed)
        numbered = _numbered(self.menu.labels, typed)
        first = next(iter(self.search.shown), None) if typed else None
        self._point(first if numbered is None else numbered)
        if not self.search.shown:
            self.search.warning = "Nothing is found; Backspace widens the search."


def _leave(event: KeyPressEvent) -> None:
    event.app.exit(result=None)


def _found(labels: tuple[str, ...], typed: str) -> tuple[int, ...]:
    """Return the indexes of the labels with every word typed; a number leaves all."""
    if _numbered(labels, typed) is not None:
        return tuple(range(len(labels)))
    words = typed.casefold().split()
    return tuple(
        index
        for index, label in enumerate(labels)
        if all(word in label.casefold() for word in words)
    )


def _numbered(labels: tuple[str, ...], typed: str) -> int | None:
    """Return the index of the label with this number, if there is one."""
    is_number = typed.isdecimal() and 1 <= int(typed) <= len(labels)
    return int(typed) - 1 if is_number else None
