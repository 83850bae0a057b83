"""Whether a rule's condition holds: true, false or unknown, and because of what.

Don't know and an unanswered question make a comparison unknown. What is not applicable
makes it false: a practice that is not there cannot be at risk.

If some answers of a single respondent are missing and a condition holds nevertheless,
or nevertheless does not, no answer to the missing questions changes that. This is
promised for conditions on levels, questions and profile answers. It cannot be for the
functions that count or leave out what is unknown: `trend_mean`, `or_else` and the
figures and shares of the assessment.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Final, assert_never

from readiness.pack.condition_tree import (
    And,
    Comparison,
    Condition,
    Count,
    Flag,
    Name,
    Not,
    Or,
    Relation,
)
from readiness.scoring.operands import Fact, Reason, Subject, once, read, worst_missing
from readiness.scoring.readings import Gap, Missing, Readings

_RELATIONS: Final[Mapping[Relation, Callable[[float, float], bool]]] = MappingProxyType(
    {
        Relation.AT_LEAST: operator.ge,
        Relation.AT_MOST: operator.le,
        Relation.ABOVE: operator.gt,
        Relation.BELOW: operator.lt,
        Relation.EQUAL: operator.eq,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Whether a condition holds (``None``: unknown), and the facts that decide it."""

    holds: bool | None
    because: tuple[Reason, ...]


def evaluate(condition: Condition, readings: Readings) -> Truth:
    """Return whether ``condition`` holds, and the facts without which it might not.

    If it is unknown, the facts are those that would have to be found out.
    """
    match condition:
        case Flag(name):
            return _flag(name, readings)
        case Comparison():
            return _compared(condition, readings)
        case Count(parts):
            return _counted(condition, [evaluate(part, readings) for part in parts])
        case Not(part):
            truth = evaluate(part, readings)
            holds = None if truth.holds is None else not truth.holds
            return Truth(holds=holds, because=truth.because)
        case And(parts) | Or(parts):
            decisive = isinstance(condition, Or)
            truths = [evaluate(part, readings) for part in parts]
            return _joined(truths, decisive=decisive)
        case _:
            assert_never(condition)


def _flag(name: Name, readings: Readings) -> Truth:
    value = readings.flags.get(name.id)
    said = Missing.UNKNOWN if value is None else value
    return Truth(holds=value, because=(Fact(Subject.FLAG, name.id, said),))


def _joined(parts: Sequence[Truth], *, decisive: bool) -> Truth:
    """Join by the part that decides alone: a false one of ``and``, a true of ``or``."""
    found = {part.holds for part in parts}
    holds = decisive if decisive in found else None if None in found else not decisive
    deciding = (part.because for part in parts if part.holds is holds)
    return Truth(holds=holds, because=once(chain.from_iterable(deciding)))


def _counted(count: Count, parts: Sequence[Truth]) -> Truth:
    """Compare every number of true parts that the unknown ones leave possible."""
    sure = sum(part.holds is True for part in parts)
    unsure = sum(part.holds is None for part in parts)
    possible = {
        _is_related(number, count.relation, count.number)
        for number in range(sure, sure + unsure + 1)
    }
    holds = possible.pop() if len(possible) == 1 else None
    deciding = (p.because for p in parts if (p.holds is None) == (holds is None))
    return Truth(holds=holds, because=once(chain.from_iterable(deciding)))


def _compared(comparison: Comparison, readings: Readings) -> Truth:
    left, left_reasons = read(comparison.left, readings)
    right, right_reasons = read(comparison.right, readings)
    reasons = once((*left_reasons, *right_reasons))
    if isinstance(left, Missing) or isinstance(right, Missing):
        return _not_compared(worst_missing((left, right)), reasons)
    return Truth(
        holds=_is_related(left, comparison.relation, right),
        because=_without_gaps_below(min(left, right), reasons),
    )


def _not_compared(missing: Missing | None, reasons: tuple[Reason, ...]) -> Truth:
    holds = False if missing is Missing.NOT_APPLICABLE else None
    because = (r for r in reasons if isinstance(r, Fact) and r.value is missing)
    return Truth(holds=holds, because=tuple(because))


def _is_related(left: float, relation: Relation, right: float) -> bool:
    """Compare to 9 decimals: means of thirds are not exact."""
    return _RELATIONS[relation](round(left - right, 9), 0.0)


def _without_gaps_below(
    levels: float, reasons: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    """Keep of all gaps those that reach what the largest is compared with."""
    return tuple(
        reason
        for reason in reasons
        if not isinstance(reason, Gap) or round(reason.levels - levels, 9) >= 0
    )
