"""Text fields and menus of questionary, with a way out of each."""

from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style

_ESCAPE_WAIT = 0.05  # seconds until a lone Esc is told from the start of an arrow key

# No colours: bold and reverse show on every background, and to everybody.
STYLE = Style.from_dict(
    {
        "question": "bold",
        "pointed": "bold reverse",
        "warning": "bold",
        "status": "italic",
        "qmark": "noinherit",
        "answer": "noinherit",
        "pointer": "bold",
        "highlighted": "bold reverse",
    }
)


def ask_text(above: str, prompt: str, current: str) -> str | None:
    """Ask for a text under the lines ``above``; ``None`` after Esc, Ctrl-C, Ctrl-D."""
    keys = KeyBindings()
    for key in ("escape", "c-d"):
        keys.add(key, eager=True)(_give_up)
    question = questionary.text(
        f"{above}\n\n{prompt}".replace("\n", "\n "),  # the first line it indents
        default=current,
        qmark="",
        instruction="(Enter keeps it, Esc goes back)\n >",
        style=STYLE,
        key_bindings=keys,
        erase_when_done=True,
    )
    answer = _answer(question)
    return answer if isinstance(answer, str) else None


def pick(title: str, labels: tuple[str, ...], pointer: str) -> int | None:
    """Return the index of the label that was picked; ``None`` after Ctrl-C, Ctrl-D.

    Title and labels must be short: questionary cuts what a window has no room for.
    """
    keys = KeyBindings()
    keys.add("c-d", eager=True)(_give_up)
    keys.add(Keys.BracketedPaste, eager=True)(ring)
    question = questionary.select(
        title,
        [questionary.Choice(label, value=n) for n, label in enumerate(labels)],
        qmark="",
        pointer=pointer,
        instruction="(arrows, Enter)",
        style=STYLE,
        erase_when_done=True,
    )
    app = question.application
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), keys])
    answer = _answer(question)
    return answer if isinstance(answer, int) else None


def ring(event: KeyPressEvent) -> None:
    """Ring the bell: this key does nothing here."""
    event.app.output.bell()


def wait_briefly_for_escape(app: Application[Any]) -> None:
    """Tell a lone Esc from the start of an arrow key in 50 ms instead of a second."""
    app.ttimeoutlen = _ESCAPE_WAIT
    app.timeoutlen = _ESCAPE_WAIT


def _answer(question: questionary.Question) -> object:
    wait_briefly_for_escape(question.application)
    try:
        return question.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        return None


def _give_up(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt)
