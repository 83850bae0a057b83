"""The text field: one application, below the question that the text is about."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Dimension, HSplit, Window
from prompt_toolkit.layout.processors import TabsProcessor

from readiness.interview.page import screen
from readiness.interview.page.screen import Handler, ring
from readiness.interview.page.sheet import WARNING, Glyphs, Line, styled
from readiness.interview.steps import TextField
from readiness.interview.wrapping import MEASURE, join, wrap
from readiness.plaintext import clean
from readiness.responses import NOTE_LIMIT

_LEAST_ROOM = 3  # rows for the text itself
_TABS = TabsProcessor(char1=" ", char2=" ")
_KEYS = ("Enter keeps it", "Esc goes back", "Ctrl-E opens your editor")


class Ending(StrEnum):
    """How a text field was left."""

    KEPT = "kept"
    LEFT = "left"  #: nothing is to be changed
    EDITOR = "editor"  #: the text goes on in the person's editor


class FieldPage:
    """What a text field shows, and what its keys do.

    A text has several lines if it was pasted or written so; they are shown and kept.
    ``remark`` is what there is to say about the text, until it is changed.
    """

    def __init__(
        self,
        field: TextField,
        remark: str,
        glyphs: Glyphs,
        is_small: Callable[[], bool],
    ) -> None:
        self.field = field
        self.remark = remark
        lead = f" {glyphs.pointer} "
        self.buffer = Buffer(multiline=True)
        self.buffer.text = field.current
        self.buffer.cursor_position = len(field.current)
        self.buffer.on_text_changed += lambda _buffer: self._say("")
        text = Window(
            BufferControl(self.buffer, input_processors=[_TABS]),
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=lambda line, row: "   " if line or row else lead,
        )
        about = screen.draw_with(self.lines)
        about.height = lambda: Dimension.exact(len(self.lines()))
        self.app = screen.open_app(HSplit([about, text]), self._keys(), is_small)
        self.app.layout.focus(text)

    @property
    def text(self) -> str:
        """The text as it is by now."""
        return self.buffer.text

    def run(self) -> Ending:
        """Return how the person left the field. Raises `WindowShrunkError`."""
        try:
            ending: Ending = screen.run(self.app)
        except EOFError:  # the terminal is gone
            return Ending.LEFT
        return ending

    def lines(self) -> list[Line]:
        """Return what stands above the text; in a low window the end of that."""
        size = screen.size_of(self.app)  # each time: windows change
        width = min(size.columns - 2, MEASURE)
        about = [*wrap(self.field.about, width), ""] if self.field.about else []
        lines = [
            *styled("class:question", about),
            *styled("", wrap(self.field.prompt, width)),
            *styled(WARNING, self._warnings(width)),
            *styled("class:keys", join(_KEYS, width, "  ")),
        ]
        return lines[-(size.rows - _LEAST_ROOM) :]

    def _warnings(self, width: int) -> list[str]:
        excess = len(self.text) - NOTE_LIMIT
        if excess > 0 and not self.remark:
            return wrap(f"{excess} characters too long, please shorten it.", width)
        return wrap(self.remark, width) if self.remark else []

    def _say(self, remark: str) -> None:
        self.remark = remark

    def _keys(self) -> KeyBindings:
        handlers: dict[str, Handler] = {
            **dict.fromkeys(("enter", "c-j"), partial(_end, Ending.KEPT)),
            **dict.fromkeys(
                ("escape", "c-c", "<sigint>", "c-d"), partial(_end, Ending.LEFT)
            ),
            "c-e": partial(_end, Ending.EDITOR),
            "c-z": screen.suspend,
            "c-q": ring,  # would take the next key as it is, be it ESC
            Keys.BracketedPaste.value: self._paste,
        }
        return screen.bind_only(handlers)

    def _paste(self, event: KeyPressEvent) -> None:
        """Insert what may be kept of a pasted text, as far as there is room."""
        text = clean(event.data)
        room = max(0, NOTE_LIMIT - len(self.text))
        self.buffer.insert_text(text[:room])
        lost = len(text) - room
        if lost > 0:
            self._say(f"{lost} characters were cut: {NOTE_LIMIT:,} are allowed.")
            ring(event)


def _end(ending: Ending, event: KeyPressEvent) -> None:
    event.app.exit(result=ending)
