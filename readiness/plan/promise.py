"""What the actions of a kept plan were to gain."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import fsum

from readiness.plan.record import PlannedAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """How many ``actions`` there are and what they were to gain together, in points."""

    actions: int
    gain: float


def overall(actions: Collection[PlannedAction]) -> Promise:
    """Return what actions were to gain in the overall score."""
    return Promise(actions=len(actions), gain=fsum(a.gain for a in actions))


def by_trend(actions: Collection[PlannedAction]) -> Mapping[str, Promise]:
    """Return what actions were to gain in each trend that they are of, by its id."""
    gains: dict[str, list[float]] = {}
    for action in actions:
        gains.setdefault(action.trend, []).append(action.trend_gain)
    return {
        trend: Promise(actions=len(own), gain=fsum(own)) for trend, own in gains.items()
    }
