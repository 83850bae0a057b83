"""Which settings there are, and what they may be. Each of them does something."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from readiness.environment import COLOR, CONFIG
from readiness.plaintext import one_line, refuse_controls
from readiness.suggestions import closest
from readiness.suggestions import quoted as _quoted

TEXT_LIMIT = 1_000  #: characters of a text
NAME_LIMIT = 100  #: characters of a team's or respondent's name

quoted = partial(_quoted, mark='"')  #: a word in the quotes of TOML

_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a table",
}


def _accept(_text: str) -> None:
    """Take whatever a variable says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """Something that options and variables say, in the first of ``variables``.

    ``check`` raises `ValueError` with what is allowed if nobody can use the text of
    that first variable.
    """

    name: str
    variables: tuple[str, ...]
    check: Callable[[str], None] = _accept
    may_be_empty: bool = False  #: an empty variable says something: nothing
    default: str  #: what holds if nobody says anything, in words

    def said_by(self, environ: Mapping[str, str]) -> str | None:
        """Return the first variable that says something; ``None`` if none does."""
        if self.may_be_empty and self.variables[0] in environ:
            return self.variables[0]
        return next((name for name in self.variables if environ.get(name)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key(Variable):
    """A setting that files say too.

    They set it through the first of ``variables``, unless one of them is set already.
    ``read`` turns what a file in a folder says into text for that variable; it raises
    `ValueError` with what is allowed.
    """

    read: Callable[[object, Path], str]
    is_personal: bool = False  #: no project may decide it for a person


def _text(
    value: object, _folder: Path, *, example: str, limit: int = TEXT_LIMIT
) -> str:
    if not isinstance(value, str):
        raise ValueError(f'should be text in quotes, such as "{example}"{_not(value)}')  # noqa: TRY004 - one kind of error for the caller
    _check_length(value, limit=limit)
    _check_letters(value)
    return refuse_controls(value)


def _folder(value: object, folder: Path) -> str:
    text = _text(value, folder, example=".readiness")
    _check_home(text)
    return text if text.startswith("~") else str(folder / text)


def _flag(value: object, _folder: Path) -> str:
    if not isinstance(value, bool):
        raise ValueError(f"should be true or false, without quotes{_not(value)}")  # noqa: TRY004 - as above
    return str(int(value))


def _choice(value: object, _folder: Path, *, words: tuple[str, ...]) -> str:
    if isinstance(value, str):
        _check_choice(value, words=words)
        return value
    raise ValueError(f"{_one_of(words)}{_not(value)}")


def _check_length(text: str, *, limit: int) -> None:
    """Raise `ValueError` for too long a text; as a name is used, it is one line."""
    length = len(text) if len(text) > TEXT_LIMIT else len(one_line(text))
    if not 1 <= length <= limit:
        raise ValueError(f"has {length:,} characters; it should have 1 to {limit:,}")


def _check_letters(text: str) -> None:
    """Raise `ValueError` for letters that the environment cannot carry."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError as wrong:
        raise ValueError(
            f"has letters that your locale ({wrong.encoding}) lacks; "
            "set LC_ALL=C.UTF-8 or PYTHONUTF8=1"
        ) from None


def _check_home(text: str) -> None:
    try:
        Path(text).expanduser()
    except RuntimeError:
        raise ValueError(
            f"names a home folder that is not there: {one_line(text)}"
        ) from None


def _check_choice(text: str, *, words: tuple[str, ...]) -> None:
    if text not in words:
        hint = closest(text, words)
        meant = f"; did you mean {quoted(hint)}?" if hint else ""
        raise ValueError(f"{_one_of(words)}{_not(text)}{meant}")


def _one_of(words: tuple[str, ...]) -> str:
    return f"should be one of {', '.join(map(quoted, words))}"


def _not(value: object) -> str:
    if isinstance(value, str):
        return f", not {quoted(value)}"
    return f", not {_KINDS.get(type(value), 'a date or time')}"


_COLORS = ("auto", "always", "never")
_STYLES = ("auto", "page", "plain")

_ALL = (
    Key(
        name="team",
        variables=("READINESS_TEAM",),
        check=partial(_check_length, limit=NAME_LIMIT),
        read=partial(_text, example="Payments", limit=NAME_LIMIT),
        default="the only team there is, else that of this folder",
    ),
    Key(
        name="pack",
        variables=("READINESS_PACK",),
        read=partial(_text, example="backend-2026"),
        default="that of the answers there are, else the one that ships",
    ),
    Key(
        name="data",
        variables=("READINESS_HOME",),
        check=_check_home,
        read=_folder,
        default=".readiness here or above, else your user data folder",
    ),
    Key(
        name="respondent",
        variables=("READINESS_RESPONDENT",),
        check=partial(_check_length, limit=NAME_LIMIT),
        read=partial(_text, example="ana", limit=NAME_LIMIT),
        is_personal=True,
        default="your login name",
    ),
    Key(
        name="accessible",
        variables=("READINESS_ACCESSIBLE", "ACCESSIBLE"),
        read=_flag,
        is_personal=True,
        default="no",
    ),
    Key(
        name="ascii",
        variables=("READINESS_ASCII",),
        read=_flag,
        is_personal=True,
        default="no, if the terminal can show more",
    ),
    Key(
        name="color",
        variables=(COLOR, "NO_COLOR", "FORCE_COLOR"),
        check=partial(_check_choice, words=_COLORS),
        read=partial(_choice, words=_COLORS),
        is_personal=True,
        default="auto",
    ),
    Key(
        name="ui",
        variables=("READINESS_UI",),
        check=partial(_check_choice, words=_STYLES),
        read=partial(_choice, words=_STYLES),
        is_personal=True,
        default="auto",
    ),
    Key(
        name="pager",
        variables=("READINESS_PAGER",),
        read=partial(_text, example="less -FIRX"),
        is_personal=True,
        may_be_empty=True,
        default="that of the variable PAGER, else less",
    ),
)
KEYS: Mapping[str, Key] = {key.name: key for key in _ALL}

#: What no file says: it is about one run, or names the file itself.
OF_A_RUN = (
    Variable(
        name="period",
        variables=("READINESS_PERIOD",),
        default="today's quarter; to read, the latest that has answers",
    ),
    Variable(name="no-input", variables=("READINESS_NO_INPUT",), default="no"),
    Variable(
        name="config",
        variables=(CONFIG,),
        default="readiness.toml here or above, else a table of pyproject.toml",
    ),
    Variable(name="debug", variables=("READINESS_DEBUG",), default="no"),
)
