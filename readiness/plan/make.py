"""The plan: what to do when, what to find out first, what to hold."""

from collections.abc import Iterator, Mapping

from readiness.plan.horizons import schedule
from readiness.plan.ranking import rank
from readiness.plan.steps import TARGET, Inquiry, Plan, Scheduled
from readiness.scoring.results import Results
from readiness.scoring.rules import flags, is_foundation
from readiness.scoring.score import CapabilityScore, what_if


def make_plan(results: Results) -> Plan:
    """Return the plan for ``results``: at most six steps in three horizons."""
    scheduled, rest = schedule(rank(results))
    return Plan(
        scheduled=scheduled,
        rest=rest,
        inquiries=find_inquiries(results),
        holds=tuple(p.capability for p in results.card.capabilities() if _is_held(p)),
        before=results.card,
        after=what_if(results.card, _reached(scheduled)),
    )


def find_inquiries(results: Results) -> tuple[Inquiry, ...]:
    """Return the unknown answers: foundations first, then those that tell most."""
    found = _unknowns(results)
    return tuple(sorted(found, key=lambda i: (not i.is_foundation, -i.narrows)))


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


def _reached(scheduled: tuple[Scheduled, ...]) -> Mapping[str, float]:
    return {
        item.question.id: float(max(item.value or 0.0, planned.step.action.to))
        for planned in scheduled
        for item in planned.step.lifts
    }
