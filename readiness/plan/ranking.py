"""Which step of each capability is next, and in what order the steps come.

Design: measurement.md 4.1, and D.6 of the content: critical rules, caps, high rules,
then points per person-week. A step whose prerequisite is two levels behind is never
proposed; the prerequisite is, in its place in line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, sqrt

from readiness.pack.model import Action
from readiness.plan.steps import TARGET, Gain, Step, Urgency
from readiness.plan.urgency import Reason, find_reasons, is_settled, remedies
from readiness.scoring.results import Results
from readiness.scoring.score import POINTS, CapabilityScore, ItemScore, TrendScore

ITEM_NOISE = 0.42  #: levels, SD of one answer on another day (measurement.md 3.3)
UNLOCKED = 0.5  #: share of a waiting step's value that counts for what it waits for
TOO_FAR_BEHIND = 2  #: levels


def rank(results: Results) -> tuple[Step, ...]:
    """Return the next steps of every capability below the target, first one first.

    A capability has one, or as many as it takes to cure a critical finding.
    """
    steps = {step.action.id: step for step in _candidates(results)}
    waits = [
        (waiting.action.id, needed.action.id)
        for waiting in steps.values()
        for needed in steps.values()
        if waiting.rests_on(needed)
    ]
    for waiting, needed in waits:
        steps[needed] = _with_unlocked(steps[needed], steps[waiting])
    _pass_on_urgency(steps, waits)
    blocked = _blocked(results, steps, waits)
    proposed = (step for id_, step in steps.items() if id_ not in blocked)
    best_first = sorted(proposed, key=lambda s: (s.urgency, -s.priority))
    in_line = {step.action.id: step for step in _prerequisites_first(best_first)}
    return tuple(in_line.values())


def next_action(part: CapabilityScore, reached: int = 0) -> Action | None:
    """Return the lowest action up to the target that lifts a known answer.

    Answers below ``reached`` count as if they were there.
    """
    known = {item.question.id: item.value for item in part.items if item.applicable}
    for action in sorted(part.capability.actions, key=lambda a: a.to):
        values = [known.get(id_) for id_ in action.lifts]
        lifted = any(v is not None and v < action.to for v in values)
        if reached < action.to <= TARGET and lifted:
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
    weigh, reasons = _Weighing.of(results), find_reasons(results)
    for trend in results.card.trends:
        for part in trend.capabilities:
            reason, reached = reasons.get(part.capability.id), 0
            while action := next_action(part, reached):
                yield weigh.step(trend, part, action, reached, reason)
                reached = action.to
                if reason is None or _is_enough(results, part, reason, reached):
                    break


def _is_enough(
    results: Results, part: CapabilityScore, reason: Reason, level: int
) -> bool:
    """Return whether no further step of this capability would help the reason."""
    if reason.urgency is not Urgency.CRITICAL:  # others leave room for more
        return True
    together = dict.fromkeys((part.capability.id, *remedies(results, reason)))
    return is_settled(results, reason, tuple(together), level)


def _blocked(
    results: Results, steps: Mapping[str, Step], waits: Sequence[tuple[str, str]]
) -> set[str]:
    """Return the steps too far ahead of what they rest on, and what rests on them."""
    blocked = {w for w, n in waits if _is_far_ahead(results, steps[w], steps[n])}
    while more := {w for w, n in waits if n in blocked} - blocked:
        blocked |= more
    return blocked


def _is_far_ahead(results: Results, waiting: Step, needed: Step) -> bool:
    if waiting.capability.id == needed.capability.id:
        return False
    score = results.card.capability(needed.capability.id).score
    point = (score and score.point) or 0.0  # known, or it would have no step
    return waiting.action.to - point / POINTS >= TOO_FAR_BEHIND


def _with_unlocked(first: Step, waiting: Step) -> Step:
    if first.capability.id == waiting.capability.id:
        return first
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
                settles=False,
            )
            pending += [(w, n) for w, n in waits if w == needed]


@dataclass(frozen=True, slots=True)
class _Weighing:
    """What is the same for every step: influence, importance."""

    results: Results
    influence: Mapping[str, float]  #: share of each question in the overall score
    trends: int  #: trends with a score
    importance: Mapping[str, float]

    @classmethod
    def of(cls, results: Results) -> "_Weighing":
        return cls(
            results=results,
            influence=results.card.influence(),
            trends=sum(trend.score is not None for trend in results.card.trends),
            importance=results.weights_by_importance(),
        )

    def step(
        self,
        trend: TrendScore,
        part: CapabilityScore,
        action: Action,
        reached: int,
        reason: Reason | None,
    ) -> Step:
        lifts = tuple(i for i in _risen(part, reached) if _is_lifted(i, action))
        shares = {i.question.id: self.influence[i.question.id] for i in lifts}
        of_trend = {id_: share * self.trends for id_, share in shares.items()}
        gain = expected_gain(lifts, shares, action.to)
        worth = gain.points * self.importance[trend.trend.id]
        ids = (part.capability.id,)
        settles = reason and is_settled(self.results, reason, ids, action.to)
        return Step(
            action=action,
            capability=part.capability,
            trend=trend.trend,
            lifts=lifts,
            gain=gain,
            trend_gain=expected_gain(lifts, of_trend, action.to),
            worth=worth,
            priority=worth / action.person_weeks,
            urgency=reason.urgency if reason else Urgency.VALUE,
            because=reason.because if reason else (),
            is_needed_first=False,
            settles=bool(settles),
            opens=(),
        )


def _risen(part: CapabilityScore, reached: int) -> Iterator[ItemScore]:
    """Yield the items as they are once level ``reached`` is."""
    for item in part.items:
        is_below = reached and (item.value is None or item.value < reached)
        yield replace(item, value=float(reached)) if is_below else item


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
