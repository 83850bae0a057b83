"""What to do with the time there is: what is critical first, then the best of the rest.

Steps are whole ladders here, and each further rung is worth what it adds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.plan.capacity import NODES, Candidate, choose, fits
from readiness.plan.ranking import Lineup
from readiness.plan.steps import Budget, Step, Urgency

FOCUS = 3  #: times that points of a declared trend count, as if it mattered greatly


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The chosen steps by index; those ``begun`` and ``urgent`` were taken before."""

    chosen: frozenset[int]
    begun: frozenset[int]
    urgent: frozenset[int]
    is_best: bool


def spend(lineup: Lineup, weeks: float) -> tuple[tuple[Step, ...], Budget]:
    """Return the steps for ``weeks`` (person-weeks, >= 0) in line, and the account."""
    worth = [counted(step, step.worth) for step in lineup.steps]
    effort = [step.action.person_weeks for step in lineup.steps]
    spent = divide(lineup, worth, effort, weeks)
    steps = tuple(lineup.steps[i] for i in lineup.order if i in spent.chosen)
    return steps, Budget(
        weeks=weeks,
        used=sum(step.action.person_weeks for step in steps),
        begun=len(spent.begun),
        urgent=len(spent.urgent),
        left_out=len(set(_with(lineup, Urgency.CRITICAL)) - spent.chosen),
        severe_left=len(set(_with(lineup, Urgency.HIGH)) - spent.chosen),
        is_best=spent.is_best,
        smallest=None if steps else _smallest(lineup),
    )


def counted(step: Step, worth: float) -> float:
    """Return what a step of this worth counts: more in a declared trend."""
    return worth * (FOCUS if step.is_focus else 1)


def divide(
    lineup: Lineup,
    worth: Sequence[float],
    effort: Sequence[float],
    weeks: float,
    *,
    nodes: int = NODES,
) -> Spent:
    """Choose steps of these worths and efforts (one each per step of ``lineup``).

    What is begun, then what cures a critical finding with what that rests on, is taken
    in the order of the line as far as it fits; then comes the best choice for the time
    that is left. What is begun waits only for what is begun: people are at it.
    """
    begun = [i for i in lineup.order if lineup.steps[i].is_begun]
    needs = {i: lineup.needs[i].intersection(begun) for i in begun}
    taken: set[int] = set()
    left = weeks
    for i in dict.fromkeys([*begun, *_with(lineup, Urgency.CRITICAL)]):
        if fits(effort[i], left) and needs.get(i, lineup.needs[i]) <= taken:
            taken.add(i)
            left = max(left - effort[i], 0.0)
    open_ = [i for i in range(len(lineup.steps)) if i not in taken]
    choice = choose(_candidates(lineup, open_, worth, effort), left, nodes=nodes)
    return Spent(
        chosen=frozenset(taken | {open_[place] for place in choice.chosen}),
        begun=frozenset(taken.intersection(begun)),
        urgent=frozenset(taken.difference(begun)),
        is_best=choice.is_best,
    )


def _with(lineup: Lineup, urgency: Urgency) -> list[int]:
    return [i for i in lineup.order if lineup.steps[i].urgency is urgency]


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
