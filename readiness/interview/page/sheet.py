"""A question page as lines that fit a window, scrolling if they must."""

from dataclasses import dataclass

from prompt_toolkit.data_structures import Size

Line = tuple[str, str]  # style and text, as prompt_toolkit has them

POINTED = "class:pointed"
ANCHOR = "class:anchor"
WARNING = "class:warning"

BLANK: Line = ("", "")

_FOCUS = frozenset({POINTED, ANCHOR, WARNING})


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that a terminal may not have."""

    pointer: str
    full: str
    empty: str
    dot: str
    tick: str
    ellipsis: str


UNICODE = Glyphs("»", "█", "░", "·", "✓", "…")
ASCII = Glyphs(">", "#", ".", "|", "+", "...")


@dataclass(slots=True)
class Look:
    """What the person looks at: an option, the help, a part of a long page.

    ``shows_all`` is whether every option has its text below it; with ``None`` they
    have it where there is room. ``top`` is the first line shown if the page is too
    long; with ``None`` it is where the option that is looked at can be seen.
    """

    option: int | None
    explained: bool = False
    shows_all: bool | None = False
    warning: str = ""
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid out: ``head`` and ``foot`` always show, ``body`` may scroll.

    ``turning`` is what people call the key that turns to the next part.
    """

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    room: int  #: rows for the body, at least 1
    turning: str

    @property
    def overflows(self) -> bool:
        """Whether the body has more lines than room."""
        return len(self.body) > self.room

    def top(self, wanted: int | None) -> int:
        """Return the first line of the body to show."""
        if wanted is None:
            focus = self._focus() or [0]
            wanted = min(focus[0], focus[-1] - self.room + 1)
        return max(0, min(wanted, len(self.body) - self.room))

    def turned(self, wanted: int | None, by: int) -> int:
        """Return the top of the next part, or with ``by=-1`` of the one before.

        One line stays; after the last part comes the first.
        """
        top = self.top(wanted)
        if by > 0 and self._is_last(top):
            return 0
        return self.top(max(0, top + by * self._stride))

    def shows_focus(self, wanted: int | None) -> bool:
        """Return whether as much can be seen of what is looked at as there is room."""
        top = self.top(wanted)
        is_whole = all(top <= line < top + self.room for line in self._focus())
        return is_whole or top == self.top(None)

    def lines(self, wanted: int | None) -> list[Line]:
        """Return what is on the screen."""
        top = self.top(wanted)
        hint = [("class:keys", self._hint(top))] if self.overflows else []
        return [*self.head, *self.body[top : top + self.room], *hint, *self.foot]

    @property
    def _stride(self) -> int:
        return max(1, self.room - 1)

    def _is_last(self, top: int) -> bool:
        return top + self.room >= len(self.body)

    def _hint(self, top: int) -> str:
        """Say which part this is, and where the key leads."""
        parts = 1 - (self.room - len(self.body)) // self._stride  # rounded up
        if self._is_last(top):
            return f"{self.turning}: back to the top ({parts} of {parts})"
        part = 1 + top // self._stride
        return f"{self.turning}: more of this page ({part} of {parts})"

    def _focus(self) -> list[int]:
        return [n for n, (style, _) in enumerate(self.body) if style in _FOCUS]


def arrange(
    head: list[Line],
    parts: list[list[Line]],
    foot: list[Line],
    size: Size,
    turning: str = "Space",
) -> Sheet:
    """Arrange lines: with room to breathe, else tight, else scrolling.

    ``turning`` is the key for that; it is named when it is needed.
    """
    roomy = [line for part in parts if part for line in (*part, BLANK)]
    if len(head) + len(roomy) + len(foot) < size.rows:
        return _sheet([BLANK, *head], roomy, foot, size.rows, turning)
    tight = [line for line in roomy if line != BLANK]
    is_too_long = len(head) + len(tight) + len(foot) > size.rows
    return _sheet(head, tight, foot, size.rows - is_too_long, turning)


def styled(style: str, lines: list[str]) -> list[Line]:
    """Return the lines in this style."""
    return [(style, line) for line in lines]


def _sheet(
    head: list[Line], body: list[Line], foot: list[Line], rows: int, turning: str
) -> Sheet:
    room = max(1, rows - len(head) - len(foot))
    return Sheet(tuple(head), tuple(body), tuple(foot), room, turning)
