"""How solid a plan is: the same question asked of many slightly different teams.

Stochastic multicriteria acceptability analysis (SMAA-2, Lahdelma & Salminen 2001) as
in measurement.md, section 4.2. The dice come from outside, so that the same seed gives
the same plan.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp, fsum, sqrt
from typing import Final, Protocol, Self

from readiness.plan.budget import counted, divide
from readiness.plan.ranking import (
    UNLOCKED,
    Lineup,
    precedence,
    prerequisites_first,
)
from readiness.plan.steps import Chance, Robustness, Standing, Step, Urgency
from readiness.responses import Rated
from readiness.scoring.results import Results
from readiness.scoring.score import POINTS, TOP

DRAWS = 1_000  #: of the order of the steps
PLANS = 200  #: draws of a whole plan for the time there is
FIRST = 3  #: an order is solid if its first three stay the first three
SOLID = 0.80  #: share of draws from which a place is solid
LIKELY = 0.50
NEAR = 0.10  #: share from which a step is also in the race
_WEIGHT_SPREAD: Final = 0.30  # SD of the logarithm
_EFFORT_SPREAD: Final = 0.35
_NODES: Final = 500  # per drawn plan: one that is nearly the best tells as much


class Dice(Protocol):
    """What `random.Random` offers of randomness."""

    def gauss(self, mu: float, sigma: float) -> float:
        """Return a number of the normal distribution."""

    def uniform(self, a: float, b: float) -> float:
        """Return a number between ``a`` and ``b``."""


def weigh_order(results: Results, lineup: Lineup, dice: Dice) -> Robustness:
    """Return how often each step is among the first three."""
    world = _World.of(results, lineup)
    fixed = [precedence(step) for step in lineup.steps]

    def first_three() -> Iterable[int]:
        priority = world.draw(dice).priorities(lineup)
        best_first = sorted(lineup.order, key=lambda i: (*fixed[i], -priority[i], i))
        return islice(prerequisites_first(best_first, lineup.needs), FIRST)

    shares = _shares(first_three, DRAWS)
    chances = _chances(lineup, lineup.order, shares, lineup.order[:FIRST], _of_order)
    return Robustness(draws=DRAWS, chances=chances)


def weigh_plan(
    results: Results,
    lineup: Lineup,
    weeks: float,
    chosen: Collection[Step],
    dice: Dice,
) -> Robustness:
    """Return how often each step belongs to the best plan for ``weeks``.

    Of what is critical nothing is said: nobody swaps it for something that gains more.
    """
    world = _World.of(results, lineup)

    def drawn_plan() -> Iterable[int]:
        drawn = world.draw(dice)
        worth = [counted(*pair) for pair in zip(lineup.steps, drawn.worth, strict=True)]
        return divide(lineup, worth, drawn.effort, weeks, nodes=_NODES).chosen

    shares = _shares(drawn_plan, PLANS)
    ids = {step.action.id for step in chosen}
    own = [i for i, step in enumerate(lineup.steps) if step.action.id in ids]
    open_ = [i for i in lineup.order if lineup.steps[i].urgency > Urgency.CRITICAL]
    return Robustness(
        draws=PLANS, chances=_chances(lineup, open_, shares, own, _of_inclusion)
    )


def _shares(draw: Callable[[], Iterable[int]], draws: int) -> Mapping[int, float]:
    counts = Counter(i for _ in range(draws) for i in draw())
    return {i: count / draws for i, count in counts.items()}


def _chances(
    lineup: Lineup,
    about: Iterable[int],
    shares: Mapping[int, float],
    own: Collection[int],
    word: Callable[[float], Standing],
) -> Mapping[str, Chance]:
    chances: dict[str, Chance] = {}
    for i in about:
        share = shares.get(i, 0.0)
        if i in own or share >= NEAR:
            standing = word(share) if i in own else Standing.RACE
            chances[lineup.steps[i].action.id] = Chance(share=share, standing=standing)
    return chances


def _of_order(share: float) -> Standing:
    if share >= SOLID:
        return Standing.SOLID
    return Standing.LIKELY if share >= LIKELY else Standing.OPEN


def _of_inclusion(share: float) -> Standing:
    return Standing.CORE if share >= SOLID else Standing.SWAP


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Worth and effort of every step, as they might be."""

    worth: Sequence[float]
    effort: Sequence[float]

    def priorities(self, lineup: Lineup) -> list[float]:
        return [
            (self.worth[i] + UNLOCKED * sum(self.worth[w] for w in unlocked))
            / self.effort[i]
            for i, unlocked in enumerate(lineup.unlocks)
        ]


@dataclass(frozen=True, slots=True)
class _Lift:
    """One question that a step lifts: from ``start``, if earlier steps got so far."""

    question: str
    weight: float  #: points per level, times how much the trend matters
    start: float


@dataclass(frozen=True, slots=True)
class _World:
    """What is drawn: levels by question, weights by capability, efforts by step."""

    levels: Mapping[str, tuple[float | None, float]]  #: level, SD of its noise
    lifts: Sequence[Sequence[_Lift]]  #: by step
    steps: Sequence[Step]

    @classmethod
    def of(cls, results: Results, lineup: Lineup) -> Self:
        influence, matters = results.card.influence(), results.weights_by_importance()
        now = {item.question.id: item.value for item in results.card.items()}
        noise = results.pack.noise.item
        raters = Counter(
            id_
            for response in results.responses
            for id_, answer in response.answers.items()
            if isinstance(answer, Rated)
        )
        ids = {i.question.id: None for step in lineup.steps for i in step.lifts}
        return cls(
            levels={id_: (now[id_], noise / sqrt(max(raters[id_], 1))) for id_ in ids},
            lifts=[
                [
                    _Lift(
                        question=(id_ := item.question.id),
                        weight=POINTS * influence[id_] * matters[step.trend.id],
                        start=0.0 if item.value == now[id_] else item.value or 0.0,
                    )
                    for item in step.lifts
                ]
                for step in lineup.steps
            ],
            steps=lineup.steps,
        )

    def draw(self, dice: Dice) -> _Drawn:
        levels = {id_: _level(dice, *known) for id_, known in self.levels.items()}
        weights: dict[str, float] = {}
        worth, effort = [], []
        for step, lifts in zip(self.steps, self.lifts, strict=True):
            id_ = step.capability.id
            if id_ not in weights:
                weights[id_] = exp(dice.gauss(0.0, _WEIGHT_SPREAD))
            to = step.action.to
            gain = fsum(
                lift.weight * max(0.0, to - max(levels[lift.question], lift.start))
                for lift in lifts
            )
            worth.append(weights[id_] * gain)
            effort.append(
                step.action.person_weeks * exp(dice.gauss(0.0, _EFFORT_SPREAD))
            )
        return _Drawn(worth, effort)


def _level(dice: Dice, known: float | None, noise: float) -> float:
    if known is None:
        return dice.uniform(0.0, TOP)
    return min(max(dice.gauss(known, noise), 0.0), float(TOP))
