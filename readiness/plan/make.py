"""The plan: what to do when, what to find out first, what to hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from readiness.plan.budget import spend
from readiness.plan.horizons import ROOM, schedule
from readiness.plan.ladders import reached
from readiness.plan.ranking import Lineup, line_up
from readiness.plan.record import Status
from readiness.plan.robust import Dice, weigh_order, weigh_plan
from readiness.plan.steps import TARGET, Inquiry, Plan, Scheduled, Step
from readiness.scoring.results import Results
from readiness.scoring.rules import flags, is_foundation
from readiness.scoring.score import CapabilityScore, what_if


def make_plan(
    results: Results,
    *,
    focus: str | None = None,
    capacity: float | None = None,
    dice: Dice | None = None,
    settled: Mapping[str, Status] | None = None,
) -> Plan:
    """Return the plan for ``results``: six steps in three horizons, or all begun ones.

    Steps of the trend ``focus`` (its id) come first within the same urgency. With a
    ``capacity`` in person-weeks (>= 0), as many steps are scheduled as fit, chosen for
    the points they gain. With ``dice`` the plan says how solid it is.

    ``settled`` are statuses by action id. What is begun comes first, so that nobody's
    work leaves the plan because something else gains more: without a capacity all of
    it stays. What is settled is not
    proposed: what rests on something done goes on, what rests on something dropped or
    accepted waits.
    """
    lineup = line_up(results, focus=focus, whole=capacity is not None, settled=settled)
    if capacity is None:
        plan = _in_line(results, lineup, dice)
    else:
        plan = _within(results, lineup, capacity, dice)
    return replace(plan, focus=focus, aside=lineup.aside, waiting=lineup.waiting)


def find_inquiries(results: Results) -> tuple[Inquiry, ...]:
    """Return the unknown answers: foundations first, then those that tell most."""
    found = _unknowns(results)
    return tuple(sorted(found, key=lambda i: (not i.is_foundation, -i.narrows)))


def _in_line(results: Results, lineup: Lineup, dice: Dice | None) -> Plan:
    scheduled, rest = schedule(lineup.in_line(), room=ROOM)
    plan = _plan(results, scheduled, rest)
    if dice is None:
        return plan
    return replace(plan, robustness=weigh_order(results, lineup, dice))


def _within(
    results: Results, lineup: Lineup, capacity: float, dice: Dice | None
) -> Plan:
    steps, budget = spend(lineup, capacity)
    scheduled, _ = schedule(steps, room=None)
    plan = _plan(results, scheduled, tuple(_next_after(lineup, steps)))
    plan = replace(plan, budget=budget)
    if dice is None:
        return plan
    robustness = weigh_plan(results, lineup, capacity, steps, dice)
    return replace(plan, robustness=robustness)


def _plan(
    results: Results, scheduled: tuple[Scheduled, ...], rest: tuple[Step, ...]
) -> Plan:
    return Plan(
        scheduled=scheduled,
        rest=rest,
        inquiries=find_inquiries(results),
        holds=tuple(p.capability for p in results.card.capabilities() if _is_held(p)),
        before=results.card,
        after=what_if(results.card, reached(p.step for p in scheduled)),
    )


def _next_after(lineup: Lineup, chosen: Sequence[Step]) -> Iterator[Step]:
    """Yield the next step of every capability once the chosen ones are done.

    What rests on a step that is neither chosen nor yielded is too far ahead.
    """
    there = {step.action.id for step in chosen}
    climbed: set[str] = set()
    for i in lineup.order:
        step = lineup.steps[i]
        needs = {lineup.steps[n].action.id for n in lineup.needs[i]}
        is_next = step.capability.id not in climbed and needs <= there
        if step.action.id not in there and is_next:
            climbed.add(step.capability.id)
            there.add(step.action.id)
            yield step


def _unknowns(results: Results) -> Iterator[Inquiry]:
    influence = results.card.influence()
    trends = sum(trend.score is not None for trend in results.card.trends)
    known_flags = flags(results.pack, results.responses)
    for trend in results.card.trends:
        for part in trend.capabilities:
            for item in part.items:
                if item.applicable and item.value is None:
                    share = 100 * influence[item.question.id]
                    yield Inquiry(
                        question=item.question,
                        capability=part.capability,
                        trend=trend.trend,
                        is_foundation=is_foundation(part.capability, known_flags),
                        said_unknown=item.dont_know > 0,
                        narrows=share,
                        trend_narrows=share * trends,
                    )


def _is_held(part: CapabilityScore) -> bool:
    applicable = [item.value for item in part.items if item.applicable]
    known = [value for value in applicable if value is not None]
    return bool(known) and len(known) == len(applicable) and min(known) >= TARGET
