"""What question, menu and text field have in common on a screen."""

import signal
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import (
    KeyBindings,
    KeyBindingsBase,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.styles import Style

from readiness.interview.page.sheet import Line
from readiness.interview.window import WindowShrunkError

Handler = Callable[[KeyPressEvent], None]

ANY = Keys.Any.value  #: a letter that has no handler of its own

_ESCAPE_WAIT = 0.05  # seconds until a lone Esc is told from the start of an arrow key
# Values in angle brackets are no keys but what a terminal says by itself.
_ALL_KEYS = [key.value for key in Keys if not key.value.startswith("<")]
# A handler of these must not come before those of more specific keys.
_PATIENT = frozenset({"escape", ANY})

# No colours: bold and reverse show on every background, and to everybody.
_STYLE = Style.from_dict(
    {
        "question": "bold",
        "pointed": "bold reverse",
        "warning": "bold",
        "status": "italic",
    }
)


def open_app(
    content: AnyContainer, keys: KeyBindingsBase, is_small: Callable[[], bool]
) -> Application[Any]:
    """Return an application that ends as soon as the window is too small for it."""
    app: Application[Any] = Application(
        layout=Layout(content),
        key_bindings=keys,
        style=_STYLE,
        include_default_pygments_style=False,
        erase_when_done=True,
    )
    app.ttimeoutlen = app.timeoutlen = _ESCAPE_WAIT

    def leave_if_small(app: Application[Any]) -> None:
        if is_small() and app.is_running and not app.is_done:
            app.exit(exception=WindowShrunkError())

    app.before_render += leave_if_small
    return app


def run(app: Application[Any]) -> Any:  # noqa: ANN401 - each page has its own results
    """Return what the application ends with.

    Raises `WindowShrunkError` when the window gets too small, `EOFError` when the
    terminal is gone.
    """
    return questionary.Question(app).unsafe_ask()


def draw_with(draw: Callable[[], list[Line]]) -> Window:
    """Return a part of the screen that shows the lines of ``draw``."""

    def text() -> StyleAndTextTuples:
        parts: StyleAndTextTuples = []
        for style, line in draw():
            parts += [(style, line), ("", "\n")]
        return parts[:-1]

    control = FormattedTextControl(text, focusable=True, show_cursor=False)
    return Window(control, dont_extend_height=True)


def size_of(app: Application[Any]) -> Size:
    """Return the size of the window as it is now."""
    return app.output.get_size()


def bind(handlers: Mapping[str, Handler]) -> KeyBindingsBase:
    """Return these keys; every other one and a paste ring the bell."""
    return merge_key_bindings([_bells(), bind_only(handlers)])


def bind_only(handlers: Mapping[str, Handler]) -> KeyBindings:
    """Return these keys and nothing else."""
    keys = KeyBindings()
    for key, handler in handlers.items():
        keys.add(key, eager=key not in _PATIENT)(handler)
    return keys


def ring(event: KeyPressEvent) -> None:
    """Ring the bell: this key does nothing here."""
    event.app.output.bell()


def suspend(event: KeyPressEvent) -> None:
    """Go to the background; the page is drawn again when the shell brings it back."""
    if hasattr(signal, "SIGTSTP"):
        event.app.suspend_to_background()
    else:
        ring(event)


@cache
def _bells() -> KeyBindings:
    keys = KeyBindings()
    for key in (*_ALL_KEYS, Keys.BracketedPaste, Keys.Any):
        keys.add(key)(ring)
    keys.add("escape", Keys.Any)(ring)  # Alt and a letter is not that letter
    return keys
