"""Which rules of a pack fire for the answers: the findings of a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from readiness.pack.condition import parse
from readiness.pack.model import Capability, Pack, ProfileQuestion
from readiness.pack.rule import Rule, Severity
from readiness.responses import Response
from readiness.scoring.evaluation import evaluate
from readiness.scoring.operands import Reason
from readiness.scoring.readings import Readings
from readiness.scoring.score import Scorecard


class Outcome(StrEnum):
    """What became of a rule; reports list the unknown ones as not evaluated."""

    FIRES = "fires"
    CLEAR = "does not fire"
    UNKNOWN = "not evaluated"


_OUTCOMES: Final[Mapping[bool | None, Outcome]] = MappingProxyType(
    {True: Outcome.FIRES, False: Outcome.CLEAR, None: Outcome.UNKNOWN}
)
_ANSWERS: Final[Mapping[str | int | None, bool]] = MappingProxyType(
    {"yes": True, "no": False}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule, its outcome, and the facts that decide it.

    Of an unknown rule, ``because`` are the facts that would have to be found out.
    """

    rule: Rule
    outcome: Outcome
    because: tuple[Reason, ...]


def find(
    pack: Pack, responses: Sequence[Response], card: Scorecard
) -> tuple[Finding, ...]:
    """Return one finding per rule of ``pack``, worst severity first, then by id.

    ``card`` holds the scores of the same responses. Raises `ConditionError` if a rule
    cannot be read, which does not happen with a pack that was loaded from files.
    """
    said = flags(pack, responses)
    foundations = (c.id for c in pack.capabilities() if is_foundation(c, said))
    readings = Readings(
        pack=pack,
        responses=responses,
        card=card,
        flags=said,
        foundations=frozenset(foundations),
    )
    worst_first = list(Severity)
    rules = sorted(pack.rules, key=lambda r: (worst_first.index(r.severity), r.id))
    return tuple(_judge(rule, readings) for rule in rules)


def flags(pack: Pack, responses: Sequence[Response]) -> Mapping[str, bool | None]:
    """Return the profile flags by name: what most who say yes or no say.

    A flag is unknown (``None``) if nobody says either, or as many say yes as no.
    """
    return {
        question.derives or question.id: _majority(
            [
                _said(question, response.profile.get(question.id))
                for response in responses
            ]
        )
        for question in pack.profile
    }


def is_foundation(capability: Capability, flags: Mapping[str, bool | None]) -> bool:
    """Return whether the capability caps its trend, always or for this profile."""
    if capability.foundation_if is None:
        return capability.foundation
    return capability.foundation or flags.get(capability.foundation_if) is True


def _judge(rule: Rule, readings: Readings) -> Finding:
    truth = evaluate(parse(rule.condition), readings)
    return Finding(rule=rule, outcome=_OUTCOMES[truth.holds], because=truth.because)


def _said(question: ProfileQuestion, value: str | int | None) -> bool | None:
    if question.derives is None:
        return _ANSWERS.get(value)
    chosen = (option for option in question.options if option.value == value)
    return next((option.high for option in chosen), None)


def _majority(said: Sequence[bool | None]) -> bool | None:
    yes = sum(view is True for view in said)
    no = sum(view is False for view in said)
    return None if yes == no else yes > no
