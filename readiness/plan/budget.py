"""What to do with the time there is: what is critical first, then the best of the rest.

Steps are whole ladders here, and each further rung is worth what it adds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.plan.capacity import NODES, Candidate, choose
from readiness.plan.ranking import Lineup
from readiness.plan.steps import Budget, Step, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The chosen steps by index; those in ``urgent`` were taken beforehand."""

    chosen: frozenset[int]
    urgent: frozenset[int]
    is_best: bool


def spend(lineup: Lineup, weeks: float) -> tuple[tuple[Step, ...], Budget]:
    """Return the steps for ``weeks`` (person-weeks, >= 0) in line, and the account."""
    worth = [step.worth for step in lineup.steps]
    effort = [step.action.person_weeks for step in lineup.steps]
    spent = divide(lineup, worth, effort, weeks)
    steps = tuple(lineup.steps[i] for i in lineup.order if i in spent.chosen)
    return steps, Budget(
        weeks=weeks,
        used=sum(step.action.person_weeks for step in steps),
        urgent=len(spent.urgent),
        left_out=len(set(_critical(lineup)) - spent.chosen),
        is_best=spent.is_best,
        smallest=None if steps else _smallest(lineup),
    )


def divide(
    lineup: Lineup,
    worth: Sequence[float],
    effort: Sequence[float],
    weeks: float,
    *,
    nodes: int = NODES,
) -> Spent:
    """Choose steps of these worths and efforts (one each per step of ``lineup``).

    What cures a critical finding, and what it rests on, is taken in the order of the
    line as far as it fits; then comes the best choice for the time that is left.
    """
    urgent: set[int] = set()
    left = weeks
    for i in _critical(lineup):
        if effort[i] <= left and lineup.needs[i] <= urgent:
            urgent.add(i)
            left -= effort[i]
    open_ = [i for i in range(len(lineup.steps)) if i not in urgent]
    choice = choose(_candidates(lineup, open_, worth, effort), left, nodes=nodes)
    return Spent(
        chosen=frozenset(urgent | {open_[place] for place in choice.chosen}),
        urgent=frozenset(urgent),
        is_best=choice.is_best,
    )


def _critical(lineup: Lineup) -> list[int]:
    steps = lineup.steps
    return [i for i in lineup.order if steps[i].urgency is Urgency.CRITICAL]


def _candidates(
    lineup: Lineup,
    open_: Sequence[int],
    worth: Sequence[float],
    effort: Sequence[float],
) -> list[Candidate]:
    place = {i: n for n, i in enumerate(open_)}
    return [
        Candidate(
            value=worth[i],
            effort=effort[i],
            needs=frozenset(place[n] for n in lineup.needs[i] if n in place),
        )
        for i in open_
    ]


def _smallest(lineup: Lineup) -> Step | None:
    """Return the step of least work among those that rest on no other."""
    first = [lineup.steps[i] for i in lineup.order if not lineup.needs[i]]
    return min(first, key=lambda step: step.action.person_weeks, default=None)
