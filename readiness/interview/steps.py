"""What passes between the engine and a user interface: steps out, actions in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Command(StrEnum):
    """What a person can do beside choosing one of the options."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "na"
    CONFIRM = "confirm"  #: the previous answer is still true
    NOTE = "note"
    EVIDENCE = "evidence"
    BACK = "back"
    SKIP = "skip"
    GO_TO = "goto"  #: choose the question to go to
    REVIEW = "review"
    QUIT = "quit"  #: save and leave
    INTERRUPT = "interrupt"  #: Ctrl-C: save and leave, with another exit code


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose the option at this index, counting from 0."""

    index: int


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to the question with this number, as `Place` counts them."""

    number: int


Action = Choose | GoTo | Command


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer; ``text`` is shown while the option is looked at."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the interview a step is.

    It is question ``number`` (from 1) of ``count`` in ``section``; ``done`` of
    ``total`` questions have an answer. ``fate`` says what becomes of the answers.
    ``minutes_left`` is ``None`` until the pace of the person is known; below one
    minute it is 0. With ``is_apart`` the section is none of those questions, such as
    what is asked about the team: its count and theirs are not told in one breath.
    """

    number: int
    count: int
    section: str
    done: int
    total: int
    fate: str
    minutes_left: int | None = None
    is_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question with all that is shown about it.

    The options are numbered from ``first``; ``chosen`` is the index of the present
    answer, ``answer`` the present answer in words. ``previous`` is the answer of an
    earlier period in words, with its date, and ``was_chosen`` its index; ``evidence``
    is in words too. ``commands`` are those that make sense here; ``notice`` is what
    became of the last one, if that must be said.
    """

    place: Place
    text: str
    help: str
    more: str = ""
    rules: tuple[str, ...] = ()
    options: tuple[Option, ...]
    first: int
    chosen: int | None = None
    answer: str = ""
    previous: str = ""
    was_chosen: int | None = None
    note: str = ""
    evidence: tuple[str, ...] = ()
    notice: str = ""
    commands: frozenset[Command]

    @property
    def explanation(self) -> tuple[str, ...]:
        """What there is to read beside the help: terms, then the general rules."""
        return (self.more, *self.rules) if self.more else self.rules

    @property
    def has_words(self) -> bool:
        """Whether the options are nothing but words, such as yes and no."""
        return not any(option.text for option in self.options)

    @property
    def last(self) -> int:
        """The number of the last option."""
        return self.first + len(self.options) - 1

    @property
    def last_digit(self) -> int:
        """The number of the last option that one key can name."""
        return min(self.last, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many questions of a trend have which answer."""

    name: str
    rated: int
    unknown: int
    not_applicable: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """Things to pick one of, numbered from 1, under what there is to read first.

    With more labels than there are digits a person can search in them. ``leaving``
    says what becomes of somebody who picks nothing.
    """

    title: str
    labels: tuple[str, ...]
    leaving: str = "go back"
    tallies: tuple[Tally, ...] = ()
    remarks_title: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A text to ask for; ``about`` is the question it belongs to, or nothing.

    With ``excess`` above 0 the text was given just now and is that many characters too
    long: an interface that cannot let the person shorten it cuts it, and says so.
    """

    prompt: str
    about: str = ""
    current: str = ""
    excess: int = 0


class Only(StrEnum):
    """Which questions alone are asked."""

    OPEN = "open"
    UNKNOWN = "unknown"
    STALE = "stale"


class Style(StrEnum):
    """How to ask; ``auto`` is the page where it can be shown, else plain lines."""

    AUTO = "auto"
    PAGE = "page"
    PLAIN = "plain"


class UserInterface(Protocol):
    """Anything that can show a step and bring back an action."""

    def ask(self, step: Step) -> Action:
        """Show the step until the person acts; bring back one of its commands."""

    def ask_text(self, field: TextField) -> str | None:
        """Ask for a text; ``None`` if the person changed their mind."""

    def pick(self, menu: Menu) -> int | None:
        """Return the index of the label that was picked, ``None`` to leave."""

    def record(self, line: str) -> None:
        """Leave a line about an answer that was saved."""

    def say(self, line: str) -> None:
        """Say something that needs no answer."""
