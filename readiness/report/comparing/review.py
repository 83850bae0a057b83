"""Last quarter's plan, held against what was measured since."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.comparison.results import Comparison, NodeChange
from readiness.plan.promise import Promise, by_trend, overall
from readiness.plan.record import PlanRecord, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the actions done were to gain in one node, and how the node changed.

    ``expected`` is points of that node: of the overall score, or of the trend.
    """

    node: NodeChange
    done: int
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReview:
    """What became of a plan; ``counts`` has the statuses that occur."""

    period: str  #: the quarter it was made after
    counts: Mapping[Status, int]
    overall: Outcome
    trends: tuple[Outcome, ...]  #: those with actions done

    @property
    def total(self) -> int:
        """How many actions the plan has."""
        return sum(self.counts.values())


def review_plan(
    record: PlanRecord, statuses: Mapping[str, Status], comparison: Comparison
) -> PlanReview:
    """Hold the actions that were done against the change, like with like.

    ``statuses`` is by action id and wins over what ``record`` kept; ids that the
    record does not have are somebody's own actions, of which nothing was expected.
    """
    now = {id_: statuses.get(id_, a.status) for id_, a in record.actions.items()}
    done = [record.actions[id_] for id_, at in now.items() if at is Status.DONE]
    found, promises = list(now.values()), by_trend(done)
    return PlanReview(
        period=record.period,
        counts={status: found.count(status) for status in Status if status in found},
        overall=_outcome(comparison.overall, overall(done)),
        trends=tuple(
            _outcome(node, promised)
            for node in comparison.trends
            if (promised := promises.get(node.id))
        ),
    )


def _outcome(node: NodeChange, promised: Promise) -> Outcome:
    return Outcome(node=node, done=promised.actions, expected=promised.gain)
