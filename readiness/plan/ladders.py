"""Which steps each capability could take next, and what each would gain."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, sqrt
from typing import Self

from readiness.pack.model import Action, Capability
from readiness.plan.record import Status
from readiness.plan.steps import TARGET, Gain, Step, Urgency
from readiness.plan.urgency import Reason, find_reasons, is_settled, remedies
from readiness.scoring.results import Results
from readiness.scoring.rules import flags
from readiness.scoring.score import POINTS, CapabilityScore, ItemScore, TrendScore


def climb(
    results: Results,
    *,
    focus: str | None = None,
    whole: bool = False,
    statuses: Mapping[str, Status] | None = None,
) -> Iterator[Step]:
    """Yield the next step of every capability below the target, in pack order.

    A capability has one, or as many as it takes to cure a critical finding; if
    ``whole``, all up to the target. On one that rests on something unknown nothing is
    built beyond that. ``statuses`` are those of actions by id. One that is done makes
    no capability wait: the step after it comes as well, and gains only what it adds.
    One that is begun comes in any case, and nothing that lies below it and is open:
    its level takes that in.
    """
    weigh, reasons = _Weighing.of(results, focus), find_reasons(results)
    for trend in results.card.trends:
        for part in trend.capabilities:
            goes_on = whole and not _rests_on_unknown(results, weigh, part.capability)
            reason = reasons.get(part.capability.id)
            rungs = _Rungs(
                weigh=weigh, trend=trend, goes_on=goes_on, statuses=statuses or {}
            )
            yield from rungs.climb(part, reason)


def reached(steps: Iterable[Step]) -> Mapping[str, float]:
    """Return the level 0..4 of each question after ``steps``; the highest counts."""
    return {
        item.question.id: float(max(item.value or 0.0, step.action.to))
        for step in sorted(steps, key=lambda s: s.action.to)
        for item in step.lifts
    }


def next_action(part: CapabilityScore) -> Action | None:
    """Return the lowest action up to the target that lifts a known answer."""
    return next((a for a in _ascending(part) if _is_below(part, a)), None)


def expected_gain(
    lifts: Sequence[ItemScore], shares: Mapping[str, float], to: int, noise: float
) -> Gain:
    """Return the points gained when ``lifts`` reach level ``to``.

    ``shares`` is each question's share of the score in question. Known answers give
    the points, and a range of one SD of their ``noise`` (levels); an unknown one gains
    between nothing and all of ``to`` levels.
    """
    known = [(shares[i.question.id], i.value) for i in lifts if i.value is not None]
    unknown = fsum(shares[i.question.id] for i in lifts if i.value is None)
    points = POINTS * fsum(share * (to - value) for share, value in known)
    spread = POINTS * noise * sqrt(fsum(share**2 for share, _ in known))
    most = POINTS * to * fsum(share for share, _ in known)
    return Gain(
        points=points,
        low=max(0.0, points - spread),
        high=min(most, points + spread) + POINTS * to * unknown,
    )


@dataclass(frozen=True, slots=True)
class _Weighing:
    """What is the same for every step: influence, importance, what is there."""

    results: Results
    influence: Mapping[str, float]  #: share of each question in the overall score
    trends: int  #: trends with a score
    importance: Mapping[str, float]
    given: Collection[str]  #: capabilities that the profile says are there
    focus: str | None

    @classmethod
    def of(cls, results: Results, focus: str | None) -> Self:
        said = flags(results.pack, results.responses)
        return cls(
            results=results,
            influence=results.card.influence(),
            trends=sum(trend.score is not None for trend in results.card.trends),
            importance=results.weights_by_importance(),
            given={
                capability.id
                for capability in results.pack.capabilities()
                if capability.given_if and said.get(capability.given_if)
            },
            focus=focus,
        )

    def prerequisites(self, capability: Capability) -> tuple[str, ...]:
        return tuple(id_ for id_ in capability.prerequisites if id_ not in self.given)

    def step(
        self,
        trend: TrendScore,
        part: CapabilityScore,
        action: Action,
        reason: Reason | None,
    ) -> Step:
        lifts = tuple(i for i in part.items if _is_lifted(i, action))
        shares = {i.question.id: self.influence[i.question.id] for i in lifts}
        of_trend = {id_: share * self.trends for id_, share in shares.items()}
        noise = self.results.pack.noise.item
        gain = expected_gain(lifts, shares, action.to, noise)
        worth = gain.points * self.importance[trend.trend.id]
        ids = (part.capability.id,)
        settles = reason and is_settled(self.results, reason, ids, action.to)
        return Step(
            action=action,
            capability=part.capability,
            trend=trend.trend,
            lifts=lifts,
            gain=gain,
            trend_gain=expected_gain(lifts, of_trend, action.to, noise),
            worth=worth,
            priority=worth / action.person_weeks,
            urgency=reason.urgency if reason else Urgency.VALUE,
            because=reason.because if reason else (),
            is_needed_first=False,
            settles=bool(settles),
            opens=(),
            prerequisites=self.prerequisites(part.capability),
            is_focus=trend.trend.id == self.focus,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rungs:
    """The ladder of one capability."""

    weigh: _Weighing
    trend: TrendScore
    goes_on: bool  #: up to the target
    statuses: Mapping[str, Status]  #: by id of an action

    def climb(self, part: CapabilityScore, reason: Reason | None) -> Iterator[Step]:
        while action := self._next(part):
            yield self.weigh.step(self.trend, part, action, reason)
            part = _risen(part, action)
            is_critical = reason is not None and reason.urgency is Urgency.CRITICAL
            is_done = self.statuses.get(action.id) is Status.DONE
            goes_on = self.goes_on or is_done or bool(self._begun(part))
            if not (is_critical or goes_on):  # others leave room for more
                return
            if reason and _is_enough(self.weigh.results, part, reason, action.to):
                reason = None
                if not goes_on:
                    return

    def _next(self, part: CapabilityScore) -> Action | None:
        """Return the lowest action; with one begun, the lowest that is not open."""
        begun = self._begun(part)
        if not begun:
            return next_action(part)
        settled = {id_ for id_, status in self.statuses.items() if status.is_settled}
        return next(
            action
            for action in _ascending(part)
            if action in begun or (action.id in settled and _is_below(part, action))
        )

    def _begun(self, part: CapabilityScore) -> list[Action]:
        """Return what is begun and has something to lift, be it unknown."""
        return [
            action
            for action in _ascending(part)
            if self.statuses.get(action.id) is Status.STARTED
            and any(_is_lifted(item, action) for item in part.items)
        ]


def _ascending(part: CapabilityScore) -> list[Action]:
    """Return the actions of a capability up to the target, the lowest first."""
    actions = (action for action in part.capability.actions if action.to <= TARGET)
    return sorted(actions, key=lambda action: action.to)


def _is_below(part: CapabilityScore, action: Action) -> bool:
    """Return whether a known answer is below the level of ``action``."""
    return any(i.value is not None and _is_lifted(i, action) for i in part.items)


def _is_enough(
    results: Results, part: CapabilityScore, reason: Reason, level: int
) -> bool:
    """Return whether no further step of this capability would help the reason."""
    together = dict.fromkeys((part.capability.id, *remedies(results, reason)))
    return is_settled(results, reason, tuple(together), level)


def _risen(part: CapabilityScore, action: Action) -> CapabilityScore:
    """Return the capability as it is once ``action`` is done."""
    items = (
        replace(item, value=float(action.to)) if _is_lifted(item, action) else item
        for item in part.items
    )
    return replace(part, items=tuple(items))


def _is_lifted(item: ItemScore, action: Action) -> bool:
    below = item.value is None or item.value < action.to
    return item.applicable and below and item.question.id in action.lifts


def _rests_on_unknown(
    results: Results, weigh: _Weighing, capability: Capability
) -> bool:
    scores = (
        results.card.capability(id_).score for id_ in weigh.prerequisites(capability)
    )
    return any(score is not None and score.point is None for score in scores)
