"""Which step of each capability is next, and in what order the steps come.

Design: measurement.md 4.1, and D.6 of the content: critical rules, caps, high rules,
then points per person-week. A step whose prerequisite is two levels behind is never
proposed; the prerequisite is, in its place in line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, sqrt

from readiness.pack.model import Action
from readiness.pack.rule import Severity
from readiness.plan.steps import TARGET, Gain, Step, Urgency
from readiness.scoring.results import Results
from readiness.scoring.score import POINTS, CapabilityScore, ItemScore, TrendScore

ITEM_NOISE = 0.42  #: levels, SD of one answer on another day (measurement.md 3.3)
UNLOCKED = 0.5  #: share of a waiting step's value that counts for what it waits for
TOO_FAR_BEHIND = 2  #: levels
UNSTATED = 2.0  #: importance of a trend nobody rated, if others were rated


def rank(results: Results) -> tuple[Step, ...]:
    """Return the next step of every capability below the target, first one first."""
    steps = {step.capability.id: step for step in _candidates(results)}
    levels = {part.capability.id: _level(part) for part in results.card.capabilities()}
    waits = [
        (step.capability.id, needed)
        for step in steps.values()
        for needed in step.capability.prerequisites
        if needed in steps and step.rests_on(steps[needed])
    ]
    for waiting, needed in waits:
        steps[needed] = _with_unlocked(steps[needed], steps[waiting])
    _pass_on_urgency(steps, waits)
    blocked = {
        waiting
        for waiting, needed in waits
        if _is_far_behind(levels[needed], steps[waiting].action)
    }
    proposed = (step for id_, step in steps.items() if id_ not in blocked)
    best_first = sorted(proposed, key=lambda s: (s.urgency, -s.priority))
    in_line = {s.capability.id: s for s in _prerequisites_first(best_first)}
    return tuple(in_line.values())


def next_action(part: CapabilityScore) -> Action | None:
    """Return the lowest action up to the target that lifts a known answer."""
    known = {item.question.id: item.value for item in part.items if item.applicable}
    for action in sorted(part.capability.actions, key=lambda a: a.to):
        values = [known.get(id_) for id_ in action.lifts]
        if action.to <= TARGET and any(v is not None and v < action.to for v in values):
            return action
    return None


def _prerequisites_first(steps: Sequence[Step]) -> Iterator[Step]:
    def with_its_own(step: Step) -> Iterator[Step]:
        for other in steps:
            if step.rests_on(other):
                yield from with_its_own(other)
        yield step

    for step in steps:
        yield from with_its_own(step)


def _candidates(results: Results) -> Iterator[Step]:
    weigh = _Weighing.of(results)
    for trend in results.card.trends:
        for part in trend.capabilities:
            if action := next_action(part):
                yield weigh.step(trend, part, action)


def _level(part: CapabilityScore) -> float | None:
    if part.score is None or part.score.point is None:
        return None
    return part.score.point / POINTS


def _is_far_behind(level: float | None, action: Action) -> bool:
    return level is not None and action.to - level >= TOO_FAR_BEHIND


def _with_unlocked(first: Step, waiting: Step) -> Step:
    unlocked = UNLOCKED * waiting.worth / first.action.person_weeks
    return replace(
        first,
        priority=first.priority + unlocked,
        opens=(*first.opens, waiting.capability),
    )


def _pass_on_urgency(steps: dict[str, Step], waits: list[tuple[str, str]]) -> None:
    """Give each step the urgency of what waits for it, along whole chains."""
    pending = list(waits)
    while pending:
        waiting, needed = pending.pop()
        source, first = steps[waiting], steps[needed]
        if source.urgency < first.urgency:
            steps[needed] = replace(
                first,
                urgency=source.urgency,
                because=source.because,
                is_needed_first=True,
            )
            pending += [(w, n) for w, n in waits if w == needed]


@dataclass(frozen=True, slots=True)
class _Weighing:
    """What is the same for every step: influence, importance, urgency."""

    influence: Mapping[str, float]  #: share of each question in the overall score
    trends: int  #: trends with a score
    importance: Mapping[str, float]
    urgent: Mapping[str, tuple[Urgency, tuple[str, ...]]]

    @classmethod
    def of(cls, results: Results) -> "_Weighing":
        stated = results.importance
        unstated = UNSTATED if any(stated.values()) else 1.0
        return cls(
            influence=results.card.influence(),
            trends=sum(trend.score is not None for trend in results.card.trends),
            importance={id_: value or unstated for id_, value in stated.items()},
            urgent=_urgent(results),
        )

    def step(self, trend: TrendScore, part: CapabilityScore, action: Action) -> Step:
        lifts = tuple(item for item in part.items if _is_lifted(item, action))
        shares = {i.question.id: self.influence[i.question.id] for i in lifts}
        urgency, because = self.urgent.get(part.capability.id, (Urgency.VALUE, ()))
        gain = expected_gain(lifts, shares, action.to)
        worth = gain.points * self.importance[trend.trend.id]
        return Step(
            action=action,
            capability=part.capability,
            trend=trend.trend,
            lifts=lifts,
            gain=gain,
            trend_gain=expected_gain(
                lifts, {k: v * self.trends for k, v in shares.items()}, action.to
            ),
            worth=worth,
            priority=worth / action.person_weeks,
            urgency=urgency,
            because=because,
            is_needed_first=False,
            opens=(),
        )


def _is_lifted(item: ItemScore, action: Action) -> bool:
    below = item.value is None or item.value < action.to
    return item.applicable and below and item.question.id in action.lifts


def expected_gain(
    lifts: Sequence[ItemScore], shares: Mapping[str, float], to: int
) -> Gain:
    """Return the points gained when ``lifts`` reach level ``to``.

    ``shares`` is each question's share of the score in question. Known answers give
    the points, and a range of one SD of their noise; an unknown one gains between
    nothing and all of ``to`` levels.
    """
    known = [(shares[i.question.id], i.value) for i in lifts if i.value is not None]
    unknown = fsum(shares[i.question.id] for i in lifts if i.value is None)
    points = POINTS * fsum(share * (to - value) for share, value in known)
    noise = POINTS * ITEM_NOISE * sqrt(fsum(share**2 for share, _ in known))
    most = POINTS * to * fsum(share for share, _ in known)
    return Gain(
        points=points,
        low=max(0.0, points - noise),
        high=min(most, points + noise) + POINTS * to * unknown,
    )


def _urgent(results: Results) -> dict[str, tuple[Urgency, tuple[str, ...]]]:
    """Return urgency and its reasons (rule and trend ids) by capability id."""
    reasons: dict[tuple[str, Urgency], list[str]] = {}
    for capability_id, urgency, reason in _reasons(results):
        reasons.setdefault((capability_id, urgency), []).append(reason)
    first: dict[str, tuple[Urgency, tuple[str, ...]]] = {}
    for capability_id, urgency in sorted(reasons, key=lambda key: key[1]):
        because = tuple(dict.fromkeys(reasons[capability_id, urgency]))
        first.setdefault(capability_id, (urgency, because))
    return first


def _reasons(results: Results) -> Iterator[tuple[str, Urgency, str]]:
    by_severity = {Severity.CRITICAL: Urgency.CRITICAL, Severity.HIGH: Urgency.HIGH}
    for finding in results.fired():
        urgency = by_severity.get(finding.rule.severity)
        if urgency is not None:
            yield from (
                (id_, urgency, finding.rule.id) for id_ in finding.rule.remedies
            )
    for trend_id, attained in results.levels.trends.items():
        for hold in attained.held_by:
            if not hold.is_rule:
                yield hold.id, Urgency.CAP, trend_id
