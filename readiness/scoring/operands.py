"""The numbers that a condition compares, with the facts they are made of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from statistics import fmean
from typing import assert_never

from readiness.pack.condition_tree import (
    AnsweredShare,
    Assessed,
    Difference,
    Figure,
    LevelOf,
    Mean,
    Name,
    NameKind,
    Number,
    Operand,
    OrElse,
    ShareAt,
    TrendMean,
    Value,
)
from readiness.scoring.readings import Gap, Missing, Reading, Readings


class Subject(StrEnum):
    """What a fact is about."""

    CAPABILITY = "capability"
    QUESTION = "question"
    TREND = "trend"
    FLAG = "flag"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a condition looked at, and what it found.

    ``id`` is that of the capability, question, trend or profile flag; a figure's is its
    text in the condition, such as ``level_share(3)``. ``value`` is a level 0..4, a
    flag's true or false, or the figure.
    """

    subject: Subject
    id: str
    value: float | Missing


Reason = Fact | Gap
_Named = LevelOf | OrElse | TrendMean | AnsweredShare | ShareAt | Assessed


def once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons without repetition, in their first order."""
    return tuple(dict.fromkeys(reasons))


def read(operand: Operand, readings: Readings) -> tuple[Reading, tuple[Reason, ...]]:
    """Return the number of ``operand``, and the facts that it is made of."""
    match operand:
        case Number(value):
            return value, ()
        case Mean(values):
            return _combined(values, readings, fmean)
        case Difference(left, right):
            return _combined((left, right), readings, lambda both: both[0] - both[1])
        case OrElse(_, default):
            fact = _fact(operand, readings)
            is_unknown = fact.value is Missing.UNKNOWN
            return default if is_unknown else fact.value, (fact,)
        case _:
            fact = _fact(operand, readings)
            return fact.value, _spelled_out(operand, fact, readings)


def worst_missing(values: Sequence[Reading]) -> Missing | None:
    """Return why a computation with ``values`` has no number, ``None`` if it has.

    One that is not applicable settles it, whatever else is unknown.
    """
    missing = {value for value in values if isinstance(value, Missing)}
    if Missing.NOT_APPLICABLE in missing:
        return Missing.NOT_APPLICABLE
    return Missing.UNKNOWN if missing else None


def _combined(
    parts: Sequence[Value],
    readings: Readings,
    combine: Callable[[Sequence[float]], float],
) -> tuple[Reading, tuple[Reason, ...]]:
    found = [read(part, readings) for part in parts]
    values = [value for value, _ in found]
    reasons = once(chain.from_iterable(reasons for _, reasons in found))
    numbers = [value for value in values if not isinstance(value, Missing)]
    return worst_missing(values) or combine(numbers), reasons


def _fact(value: _Named, readings: Readings) -> Fact:
    match value:
        case LevelOf(Name(kind=NameKind.QUESTION, id=id_)):
            return Fact(Subject.QUESTION, id_, readings.question(id_))
        case LevelOf(name) | OrElse(name):
            return Fact(Subject.CAPABILITY, name.id, readings.capability(name.id))
        case TrendMean(trend):
            return Fact(Subject.TREND, trend.id, readings.trend_mean(trend.id))
        case AnsweredShare() | ShareAt() | Assessed():
            return _figure(value, readings)
        case _:
            assert_never(value)


def _figure(value: AnsweredShare | ShareAt | Assessed, readings: Readings) -> Fact:
    match value:
        case AnsweredShare(trend):
            id_ = trend.id if trend else ""
            share = readings.answered_share(id_ or None)
            return Fact(Subject.FIGURE, f"answered_share({id_})", share)
        case ShareAt(share, level):
            text = f"{share}({level:g})"
            return Fact(Subject.FIGURE, text, readings.share_at(share, level))
        case Assessed(figure):
            return Fact(Subject.FIGURE, f"{figure}()", readings.figure(figure))
        case _:
            assert_never(value)


def _spelled_out(value: _Named, fact: Fact, readings: Readings) -> tuple[Reason, ...]:
    """Return ``fact`` with, or as, the capabilities that it counts."""
    match value:
        case Assessed(Figure.MAX_PREREQUISITE_GAP):
            return readings.gaps() or (fact,)
        case Assessed(Figure.UNKNOWN_FOUNDATIONS):
            blind = readings.unknown_foundations()
            unknown = (Fact(Subject.CAPABILITY, c, Missing.UNKNOWN) for c in blind)
            return (fact, *unknown)
        case _:
            return (fact,)
