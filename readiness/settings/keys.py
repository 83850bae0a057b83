"""Which settings there are, and what they may be. Each of them does something."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from readiness.plaintext import one_line, refuse_controls
from readiness.suggestions import closest

TEXT_LIMIT = 1_000  #: characters of a text; more specific limits are checked in use

_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One setting.

    Files set it through the first of ``variables``, unless one of them is set
    already. ``read`` turns what a file says into the variable's value; it raises
    `ValueError` with what is allowed.
    """

    name: str
    variables: tuple[str, ...]
    read: Callable[[object, Path], str]
    is_personal: bool = False  #: no project may decide it for a person
    may_be_empty: bool = False  #: an empty variable says something: nothing
    default: str  #: what holds if nobody says anything, in words

    def said_by(self, environ: Mapping[str, str]) -> str | None:
        """Return the first variable that says something; ``None`` if none does."""
        if self.may_be_empty and self.variables[0] in environ:
            return self.variables[0]
        return next((name for name in self.variables if environ.get(name)), None)


def _text(value: object, _folder: Path, *, example: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f'should be text in quotes, such as "{example}"{_not(value)}')  # noqa: TRY004 - one kind of error for the caller
    if not one_line(value) or len(value) > TEXT_LIMIT:
        raise ValueError(
            f"has {len(value):,} characters; it should have 1 to {TEXT_LIMIT:,}"
        )
    return refuse_controls(value)


def _folder(value: object, folder: Path) -> str:
    text = _text(value, folder, example=".readiness")
    return text if text.startswith("~") else str(folder / text)


def _flag(value: object, _folder: Path) -> str:
    if not isinstance(value, bool):
        raise ValueError(f"should be true or false, without quotes{_not(value)}")  # noqa: TRY004 - as above
    return str(int(value))


def _choice(value: object, _folder: Path, *, words: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in words:
        return value
    hint = closest(value, words) if isinstance(value, str) else None
    meant = f'; did you mean "{hint}"?' if hint else ""
    raise ValueError(
        f"should be one of {', '.join(map(quoted, words))}{_not(value)}{meant}"
    )


def quoted(text: str) -> str:
    """Return the text in the quotes of TOML, on one line, cut if it is long."""
    line = one_line(text)
    return f'"{line[:60]}..."' if len(line) > 60 else f'"{line}"'  # noqa: PLR2004 - as suggestions.quoted cuts


def _not(value: object) -> str:
    if isinstance(value, str):
        return f", not {quoted(value)}"
    return f", not {_KINDS.get(type(value), 'a date or time')}"


_ALL = (
    Key(
        name="team",
        variables=("READINESS_TEAM",),
        read=partial(_text, example="Payments"),
        default="the only team there is, else this folder's name",
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
        read=_folder,
        default=".readiness here or above, else your user data folder",
    ),
    Key(
        name="respondent",
        variables=("READINESS_RESPONDENT",),
        read=partial(_text, example="ana"),
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
        variables=("READINESS_COLOR", "NO_COLOR", "FORCE_COLOR"),
        read=partial(_choice, words=("auto", "always", "never")),
        is_personal=True,
        default="auto",
    ),
    Key(
        name="ui",
        variables=("READINESS_UI",),
        read=partial(_choice, words=("auto", "page", "plain")),
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
