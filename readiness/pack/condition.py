"""Read the language of rule conditions: text to tree, never `eval`.

A recursive-descent parser, one method per line of the grammar. It knows the functions
but not which capabilities, trends, questions and profile answers a pack has; the
loader looks up those that `condition_tree.names` finds in the tree.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final, TypeVar

from readiness.pack import condition_tree as tree
from readiness.pack.condition_tokens import Token, TokenKind, tokens
from readiness.pack.condition_tree import Condition, Name, NameKind, Operand, Value

TEXT_LIMIT: Final = 500  #: characters of a condition
DEPTH_LIMIT: Final = 20  #: parentheses inside one another
NUMBER_LIMIT: Final = 1_000_000  #: the largest number

_JOINING: Final = frozenset({"and", "or"})
_HINTS: Final = MappingProxyType(
    {
        "%": "write a share as a number from 0 to 1, without %",
        "=": "equal is written ==",
        "-": "a minus needs a space on both sides",
    }
)

_Item = TypeVar("_Item")


class ConditionError(ValueError):
    """A condition cannot be read; ``offset`` is the 0-based place in its text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


@lru_cache(maxsize=256)  # the same rules are evaluated for every team
def parse(text: str) -> Condition:
    """Return the tree of ``text``; raise `ConditionError` if it is not a condition."""
    if len(text) > TEXT_LIMIT:
        message = f"a condition has at most {TEXT_LIMIT} characters"
        raise ConditionError(message, TEXT_LIMIT)
    return _Parser(tokens(text)).rule()


class _Parser:
    """Reads one condition; every method starts at the next token and moves past it."""

    def __init__(self, tokens_: Iterator[Token]) -> None:
        self._tokens = tuple(tokens_)
        self._at = 0
        self._depth = 0

    def rule(self) -> Condition:
        condition = self.condition()
        if not self._sees(TokenKind.END):
            raise self._expected("'and', 'or' or the end")
        return condition

    def condition(self) -> Condition:
        parts = [self.unit()]
        word = self._next.text
        if word not in _JOINING:
            return parts[0]
        while self._accept(word):
            parts.append(self.unit())
        if self._next.text in _JOINING:
            raise self._error("'and' and 'or' side by side need parentheses")
        return tree.And(tuple(parts)) if word == "and" else tree.Or(tuple(parts))

    def unit(self) -> Condition:
        return tree.Not(self.test()) if self._accept("not") else self.test()

    def test(self) -> Condition:
        if self._next.text == "(":
            return self._inside(self.condition)
        if self._sees(TokenKind.FLAG):
            return self.flag()
        if self._next.text == "count" and self._tokens[self._at + 1].text == "(":
            return self.count()
        return self.comparison()

    def flag(self) -> tree.Flag:
        token = self._take()
        if self._sees(TokenKind.RELATION):
            raise self._error("a profile answer is yes or no and not compared")
        id_ = token.text.removeprefix("profile.")
        return tree.Flag(Name(NameKind.FLAG, id_, token.offset))

    def count(self) -> tree.Count:
        self._take()
        parts = self._inside(partial(self._several, self.condition))
        return tree.Count(parts, self.relation(), self.number())

    def comparison(self) -> tree.Comparison:
        found = tree.Comparison(self.operand(), self.relation(), self.operand())
        if self._sees(TokenKind.RELATION):
            raise self._error("comparisons are not chained: join two with 'and'")
        return found

    def relation(self) -> tree.Relation:
        return tree.Relation(self._take(TokenKind.RELATION, "a comparison").text)

    def operand(self) -> Operand:
        left = self.value()
        if not self._sees(TokenKind.MINUS):
            return left
        self._take()
        found = tree.Difference(left, self.value())
        if self._sees(TokenKind.MINUS):
            raise self._error("one difference at most")
        return found

    def value(self) -> Value:
        if self._sees(TokenKind.NUMBER):
            return tree.Number(self.number())
        if not self._sees(TokenKind.NAME):
            raise self._expected("a number, a capability or a function")
        if self._tokens[self._at + 1].text == "(":
            return self.function()
        return tree.LevelOf(self.name(NameKind.CAPABILITY))

    def function(self) -> Value:
        name = self._next.text
        if name == "count":
            raise self._error("'count' stands to the left of a comparison")
        if name not in _FUNCTIONS:
            known = ", ".join(("count", *_FUNCTIONS))
            raise self._error(f"'{name}' is no function; these are: {known}")
        self._take()
        return self._inside(partial(_FUNCTIONS[name], self))

    def mean(self) -> tree.Mean:
        return tree.Mean(self._several(self.value))

    def or_else(self) -> tree.OrElse:
        capability = self.name(NameKind.CAPABILITY)
        self._expect(",")
        return tree.OrElse(capability, self.number())

    def answered_share(self) -> tree.AnsweredShare:
        bare = self._next.text == ")"
        return tree.AnsweredShare(None if bare else self.name(NameKind.TREND))

    def trend_mean(self) -> tree.TrendMean:
        return tree.TrendMean(self.name(NameKind.TREND))

    def question(self) -> tree.LevelOf:
        return tree.LevelOf(self.name(NameKind.QUESTION))

    def share_at(self, share: tree.Share) -> tree.ShareAt:
        return tree.ShareAt(share, self.number())

    def assessed(self, figure: tree.Figure) -> tree.Assessed:
        return tree.Assessed(figure)

    def name(self, kind: NameKind) -> Name:
        token = self._take(TokenKind.NAME, f"the id of a {kind}")
        return Name(kind, token.text, token.offset)

    def number(self) -> float:
        number = float(self._take(TokenKind.NUMBER, "a number").text)
        if number > NUMBER_LIMIT:
            raise self._error(f"a number is at most {NUMBER_LIMIT}", back=1)
        return number

    def _several(self, read: Callable[[], _Item]) -> tuple[_Item, ...]:
        items = [read()]
        self._expect(",")
        items.append(read())
        while self._accept(","):
            items.append(read())
        return tuple(items)

    def _inside(self, read: Callable[[], _Item]) -> _Item:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise self._error(f"more than {DEPTH_LIMIT} parentheses inside one another")
        self._expect("(")
        found = read()
        self._expect(")")
        self._depth -= 1
        return found

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _sees(self, kind: TokenKind) -> bool:
        return self._next.kind is kind

    def _take(self, kind: TokenKind | None = None, what: str = "") -> Token:
        if kind is not None and not self._sees(kind):
            raise self._expected(what)
        self._at += 1
        return self._tokens[self._at - 1]

    def _accept(self, text: str) -> bool:
        accepted = self._next.text == text
        self._at += accepted
        return accepted

    def _expect(self, text: str) -> None:
        if not self._accept(text):
            raise self._expected(f"'{text}'")

    def _expected(self, what: str) -> ConditionError:
        token = self._next
        if token.kind is TokenKind.STRANGER:
            return self._error(_about(token.text))
        after = f" after '{self._tokens[self._at - 1].text}'" if self._at else ""
        found = f", not '{token.text}'" if token.text else ""
        return self._error(f"expected {what}{after}{found}")

    def _error(self, message: str, *, back: int = 0) -> ConditionError:
        return ConditionError(message, self._tokens[self._at - back].offset)


def _about(stranger: str) -> str:
    if "A" <= stranger <= "Z":
        return "names and words are in lower case"
    return _HINTS.get(stranger, f"unexpected character {stranger!a}")


_FUNCTIONS: Final[Mapping[str, Callable[[_Parser], Value]]] = MappingProxyType(
    {
        "mean": _Parser.mean,
        "or_else": _Parser.or_else,
        "trend_mean": _Parser.trend_mean,
        "answered_share": _Parser.answered_share,
        "question": _Parser.question,
        **{share: partial(_Parser.share_at, share=share) for share in tree.Share},
        **{figure: partial(_Parser.assessed, figure=figure) for figure in tree.Figure},
    }
)
