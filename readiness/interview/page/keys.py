"""The keys of the question page, in one table: bindings, legend, menu and help."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from readiness.interview.steps import Command, Step


class View(StrEnum):
    """What a key does to the page and not to the answers."""

    LOOK = "look"  #: at the option with this digit
    UP = "up"
    DOWN = "down"
    CHOOSE = "choose"  #: the option that is looked at
    ALL = "all"  #: show every option in full, or only the one that is looked at
    ON = "on"  #: to the next part of a page that is too long
    OFF = "off"  #: to the part before
    HELP = "help"
    CLOSE = "close"  #: the help, or else the texts of all options
    MENU = "menu"
    SUSPEND = "suspend"


Deed = Command | View


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do.

    ``presses`` are as prompt_toolkit calls them, ``names`` as people do. ``short`` is
    for the legend, empty if the key is not on it.
    """

    deed: Deed
    presses: tuple[str, ...]
    names: str
    words: str
    short: str = ""

    @property
    def is_in_menu(self) -> bool:
        """Whether the menu offers it: what only moves about would be lost there."""
        return self.deed in _IN_MENU


# The order is that of the legend. The digits depend on the step and have no presses.
KEYS = (
    Key(
        View.LOOK,
        (),
        "{first}-{last}",
        "Look at this answer; the same digit again chooses it",
        "look",
    ),
    Key(
        View.CHOOSE,
        ("enter", "c-j"),
        "Enter",
        "Choose the answer that is looked at",
        "choose",
    ),
    Key(View.UP, ("up", "k"), "Up or k", "Look at the answer above"),
    Key(View.DOWN, ("down", "j"), "Down or j", "Look at the answer below"),
    Key(
        Command.CONFIRM, ("y",), "y", "The previous answer is still true", "still true"
    ),
    Key(
        Command.BACK, ("b", "left"), "b or Left", "Back to the question before", "back"
    ),
    Key(
        Command.SKIP,
        ("s", "right"),
        "s or Right",
        "Skip: leave it as it is and go on",
        "skip",
    ),
    Key(Command.UNKNOWN, ("d",), "d", "I don't know", "don't know"),
    Key(
        Command.NOT_APPLICABLE,
        ("x",),
        "x",
        "It does not apply to us (asks why)",
        "not applicable",
    ),
    Key(Command.NOTE, ("n",), "n", "Write a note, or change it", "note"),
    Key(
        Command.EVIDENCE,
        ("e",),
        "e",
        "Say what evidence there is, with a link or path",
        "evidence",
    ),
    Key(Command.GO_TO, ("g",), "g", "Go to another question"),
    Key(Command.REVIEW, ("r",), "r", "Review all answers"),
    Key(View.ALL, ("a",), "a", "Show all answers in full, or only one"),
    Key(View.ON, (" ", "pagedown"), "Space or PgDn", "More of a page that is too long"),
    Key(View.OFF, ("pageup",), "PgUp", "The part before of such a page"),
    Key(View.HELP, ("?",), "?", "Show or hide terms, rules and all keys", "help"),
    Key(View.CLOSE, ("escape",), "Esc", "Close this help, or all answers in full"),
    Key(View.MENU, ("tab",), "Tab", "Choose from a menu of all this", "all keys"),
    Key(View.SUSPEND, ("c-z",), "Ctrl-Z", "Suspend; fg in the shell comes back"),
    Key(Command.QUIT, ("q", "c-d"), "q or Ctrl-D", "Save and leave", "save+quit"),
    Key(
        Command.INTERRUPT,
        ("c-c", "<sigint>"),
        "Ctrl-C",
        "Save and leave, as interrupted (exit code 130)",
    ),
)

_IN_MENU = frozenset({*Command, View.ALL, View.HELP} - {Command.INTERRUPT})


def possible(step: Step) -> Iterator[Key]:
    """Yield the keys that do something at this step."""
    for key in KEYS:
        is_idle = key.deed is View.ALL and step.has_words
        if not is_idle and (isinstance(key.deed, View) or key.deed in step.commands):
            yield key


def legend(step: Step, *, is_explained: bool) -> list[str]:
    """Return the frequent keys, each with a word, such as ``b back``."""
    items = []
    for key in possible(step):
        if key.short:
            closes = "close " if is_explained and key.deed is View.HELP else ""
            name = names(key, step).partition(" ")[0]
            items.append(f"{name} {closes}{key.short}")
    return items


def names(key: Key, step: Step) -> str:
    """Return what people call the keys, such as ``b or Left``, or ``0-4``."""
    return key.names.format(first=step.first, last=step.last_digit)
