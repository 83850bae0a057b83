"""The words and signs of a rule's condition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

_SPACE: Final = " \t\r\n"


class TokenKind(Enum):
    """What a token is; a stranger is a character that the language does not have."""

    NUMBER = auto()
    FLAG = auto()
    WORD = auto()  #: ``and``, ``or``, ``not``
    NAME = auto()
    RELATION = auto()
    MINUS = auto()
    MARK = auto()
    STRANGER = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a condition and its 0-based ``offset``; the end has no text."""

    kind: TokenKind
    text: str
    offset: int


_PATTERNS: Final = MappingProxyType(
    {
        TokenKind.NUMBER: re.compile(r"[0-9]+(?:\.[0-9]+)?"),
        TokenKind.FLAG: re.compile(r"profile\.[a-z][a-z0-9_]*"),
        TokenKind.WORD: re.compile(r"(?:and|or|not)(?![a-z0-9_]|-[a-z0-9_])"),
        TokenKind.NAME: re.compile(r"[a-z](?:[a-z0-9_]|-[a-z0-9_])*"),
        TokenKind.RELATION: re.compile(r"[<>]=?|=="),
        TokenKind.MINUS: re.compile(rf"(?<=[{_SPACE}])-(?=[{_SPACE}])"),
        TokenKind.MARK: re.compile(r"[(),]"),
        TokenKind.STRANGER: re.compile(r".", re.DOTALL),
    }
)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` and then the end; never fails."""
    offset = 0
    while rest := text[offset:].lstrip(_SPACE):
        offset = len(text) - len(rest)
        token = _token(text, offset)
        yield token
        offset += len(token.text)
    yield Token(TokenKind.END, "", len(text))


def _token(text: str, offset: int) -> Token:
    return next(
        Token(kind, found.group(), offset)
        for kind, pattern in _PATTERNS.items()
        if (found := pattern.match(text, offset))
    )
