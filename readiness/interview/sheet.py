"""A question page as lines that fit a window, scrolling if they must."""

from dataclasses import dataclass

Line = tuple[str, str]  # style and text, as prompt_toolkit has them

POINTED = "class:pointed"
ANCHOR = "class:anchor"
WARNING = "class:warning"

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

    ``top`` is the first line shown if the page is too long; with ``None`` it is
    where the option that is looked at can be seen.
    """

    option: int | None
    explained: bool = False
    warning: str = ""
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid out: ``head`` and ``foot`` always show, ``body`` may scroll."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    room: int  #: rows for the body, at least 1

    @property
    def overflows(self) -> bool:
        """Whether the body has more lines than room."""
        return len(self.body) > self.room

    def top(self, wanted: int | None) -> int:
        """Return the first line of the body to show."""
        if wanted is None:
            focus = self._focus() or range(1)
            wanted = min(focus[0], focus[-1] - self.room + 1)
        return max(0, min(wanted, len(self.body) - self.room))

    def turned(self, wanted: int | None, by: int) -> int:
        """Return the top of the next part, or with ``by=-1`` of the one before.

        One line stays; after the last part comes the first.
        """
        top = self.top(wanted)
        if by > 0 and top + self.room >= len(self.body):
            return 0
        return self.top(max(0, top + by * max(1, self.room - 1)))

    def shows_focus(self, wanted: int | None) -> bool:
        """Return whether the option that is looked at can be seen in full."""
        top = self.top(wanted)
        return all(top <= line < top + self.room for line in self._focus())

    def lines(self, wanted: int | None) -> list[Line]:
        """Return what is on the screen."""
        top = self.top(wanted)
        return [*self.head, *self.body[top : top + self.room], *self.foot]

    def _focus(self) -> list[int]:
        return [n for n, (style, _) in enumerate(self.body) if style in _FOCUS]
