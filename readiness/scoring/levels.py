"""Levels: the nearest anchor of a score, and what holds a trend's level down.

Design: measurement.md, "Decided" and section 1.6. Caps touch levels, never scores.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

from readiness.pack.fields import LEVELS
from readiness.pack.rule import CountsAs, LevelCap, Rule
from readiness.scoring.rules import is_foundation
from readiness.scoring.score import Score, Scorecard, TrendScore

LEVEL_NAMES: Final = (
    "Not started",
    "Exploring",
    "Established in part",
    "Ready to scale",
    "Adaptive",
)
CUTS: Final = tuple(
    (a + b) / 2 for a, b in pairwise(100 * n / (LEVELS - 1) for n in range(LEVELS))
)
UNKNOWN_COUNTS_AS = 1  #: level of an unknown foundation when it caps its trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Something that caps a level: a foundation or a firing rule, by id."""

    id: str
    at_most: int  #: 0 to 4
    is_rule: bool
    counts_as: int | None = None  #: the level a foundation counts as; None for a rule
    is_unknown: bool = False  #: whether the foundation is not known well enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Attained:
    """A node's levels after caps: at its point, at its low and at its high.

    ``level`` is ``None`` where too little is known for one; then nothing is said to
    hold it. ``held_by`` are the caps that lower it; without them it would be ``free``.
    """

    level: int | None
    low: int
    high: int
    free: int | None
    held_by: tuple[Hold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The levels of every trend and capability that has a score, by id."""

    trends: Mapping[str, Attained]
    capabilities: Mapping[str, Attained]


def level_of(points: float) -> int:
    """Return the level 0..4 whose anchor is nearest to ``points`` of 0 to 100."""
    return sum(round(points, 9) >= cut for cut in CUTS)


def attain(
    card: Scorecard, fired: Sequence[Rule], flags: Mapping[str, bool | None]
) -> Levels:
    """Return the levels of ``card``, capped by foundations and ``fired`` rules."""
    caps = _Caps({rule.id: rule.effect for rule in fired}, flags)
    return Levels(
        trends={
            trend.trend.id: _attained(trend.score, partial(caps.of, trend))
            for trend in card.trends
            if trend.score
        },
        capabilities={
            part.capability.id: _attained(part.score, lambda _: ())
            for part in card.capabilities()
            if part.score
        },
    )


def _attained(
    score: Score, caps: Callable[[Callable[[Score], float]], tuple[Hold, ...]]
) -> Attained:
    low, _ = _held(score.low, caps(lambda part: part.low))
    high, _ = _held(score.high, caps(lambda part: part.high))
    if not score.is_enough or score.point is None:
        return Attained(level=None, low=low, high=high, free=None)
    level, held_by = _held(score.point, caps(lambda part: part.point or 0.0))
    free = level_of(score.point)
    return Attained(level=level, low=low, high=high, free=free, held_by=held_by)


def _held(points: float, caps: tuple[Hold, ...]) -> tuple[int, tuple[Hold, ...]]:
    free = level_of(points)
    level = min([free, *(cap.at_most for cap in caps)])
    return level, tuple(cap for cap in caps if cap.at_most == level < free)


@dataclass(frozen=True, slots=True)
class _Caps:
    """What may cap a trend: the effects of fired rules, and its foundations."""

    effects: Mapping[str, LevelCap | CountsAs | None]
    flags: Mapping[str, bool | None]

    def of(
        self, trend: TrendScore, reading: Callable[[Score], float]
    ) -> tuple[Hold, ...]:
        """Return the caps of ``trend``, foundations read at point, low or high."""
        return (*self._of_foundations(trend, reading), *self._of_rules(trend))

    def _of_foundations(
        self, trend: TrendScore, reading: Callable[[Score], float]
    ) -> Iterator[Hold]:
        for part in trend.capabilities:
            if part.is_asked and is_foundation(part.capability, self.flags):
                level = self._counted(part.capability.id, part.score, reading)
                yield Hold(
                    id=part.capability.id,
                    at_most=min(level + 1, LEVELS - 1),
                    is_rule=False,
                    counts_as=level,
                    is_unknown=not (part.score and part.score.is_enough),
                )

    def _counted(
        self,
        capability_id: str,
        score: Score | None,
        reading: Callable[[Score], float],
    ) -> int:
        """Return the level 0..4 that a foundation counts as.

        One that is not known counts as 1, or as what is certain of it if that is
        more; one that is said not to apply while the rest of its trend does, too.
        """
        if score is None:
            return UNKNOWN_COUNTS_AS
        if not score.is_enough:
            return max(UNKNOWN_COUNTS_AS, level_of(score.low))
        limits = [
            effect.counts_as_at_most
            for effect in self.effects.values()
            if isinstance(effect, CountsAs) and effect.capability == capability_id
        ]
        return min([level_of(reading(score)), *limits])

    def _of_rules(self, trend: TrendScore) -> Iterator[Hold]:
        for rule_id, effect in self.effects.items():
            if isinstance(effect, LevelCap) and effect.trend == trend.trend.id:
                yield Hold(id=rule_id, at_most=effect.level_at_most, is_rule=True)
