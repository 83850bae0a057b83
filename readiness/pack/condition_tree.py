"""A rule's condition as a tree: what `readiness.pack.condition` makes of its text.

The nodes are two closed unions: a `Condition` is true, false or unknown, an `Operand`
a number, unknown or not applicable. `readiness.scoring.evaluation` finds out which.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import assert_never


class NameKind(StrEnum):
    """What a name in a condition is the id of."""

    CAPABILITY = "capability"
    TREND = "trend"
    QUESTION = "question"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Name:
    """An id that a condition uses, and its 0-based ``offset`` in the text.

    Two names are equal wherever they stand. A flag's id is without ``profile.``.
    """

    kind: NameKind
    id: str
    offset: int = field(compare=False)


class Relation(StrEnum):
    """How two numbers are compared."""

    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"
    EQUAL = "=="


class Share(StrEnum):
    """A share 0..1 that depends on a level: of answers, of those others can check."""

    LEVEL = "level_share"
    ARTEFACT = "artefact_share"


class Figure(StrEnum):
    """A number that describes the assessment as a whole."""

    RATED_ANSWERS = "rated_answers"
    MODAL_ANSWER_SHARE = "modal_answer_share"
    UNKNOWN_FOUNDATIONS = "unknown_foundations"
    MAX_PREREQUISITE_GAP = "max_prerequisite_gap"


@dataclass(frozen=True, slots=True)
class Number:
    """A literal number, at least 0."""

    value: float


@dataclass(frozen=True, slots=True)
class LevelOf:
    """The level 0..4 of a capability or of a question."""

    name: Name


@dataclass(frozen=True, slots=True)
class TrendMean:
    """The mean level 0..4 of a trend."""

    trend: Name


@dataclass(frozen=True, slots=True)
class OrElse:
    """The level of a capability, or ``default`` if that is unknown."""

    capability: Name
    default: float


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of two or more values."""

    values: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class AnsweredShare:
    """The share 0..1 of capabilities with a level: of ``trend``, or of all."""

    trend: Name | None


@dataclass(frozen=True, slots=True)
class ShareAt:
    """The share 0..1 at ``level`` or higher."""

    share: Share
    level: float


@dataclass(frozen=True, slots=True)
class Assessed:
    """A figure of the whole assessment."""

    figure: Figure


Value = (
    Number | LevelOf | TrendMean | OrElse | Mean | AnsweredShare | ShareAt | Assessed
)


@dataclass(frozen=True, slots=True)
class Difference:
    """``left`` minus ``right``."""

    left: Value
    right: Value


Operand = Value | Difference


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes/no answer of the profile."""

    name: Name


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two numbers and the relation they should be in."""

    left: Operand
    relation: Relation
    right: Operand


@dataclass(frozen=True, slots=True)
class Count:
    """How many of two or more conditions hold, compared with a number."""

    parts: tuple["Condition", ...]
    relation: Relation
    number: float


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """True if all of two or more parts are."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True if one of two or more parts is."""

    parts: tuple["Condition", ...]


Condition = Flag | Comparison | Count | Not | And | Or


def names(node: Condition | Operand) -> Iterator[Name]:
    """Yield every name ``node`` uses, in the order of the text, repeated ones too."""
    match node:
        case Flag(name) | LevelOf(name) | TrendMean(name) | OrElse(name):
            yield name
        case AnsweredShare(trend):
            yield from () if trend is None else (trend,)
        case Number() | ShareAt() | Assessed():
            return
        case Not(part):
            yield from names(part)
        case And(parts) | Or(parts) | Count(parts):
            yield from chain.from_iterable(map(names, parts))
        case Mean(values):
            yield from chain.from_iterable(map(names, values))
        case Comparison(left, _, right) | Difference(left, right):
            yield from names(left)
            yield from names(right)
        case _:
            assert_never(node)
