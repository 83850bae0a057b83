"""Whether the next quarter could prove what a plan promises.

What can be told from noise depends on how many people answer in both quarters and on
how much they rate (measurement.md, section 3.5), so it is known before anybody does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from readiness.pack.model import Noise
from readiness.plan.steps import Plan
from readiness.responses import Rated, Response
from readiness.scoring.results import Results
from readiness.scoring.score import ENOUGH, POINTS, TrendScore
from readiness.uncertainty.moderated import (
    FAMILY_ERROR,
    effective_items,
    smallest_provable,
)
from readiness.uncertainty.verdicts import LEAST

MOST_PEOPLE = 30  #: beyond so many, no more are proposed
WIDEST: Final = POINTS  #: what only more than a whole level could show is not compared
_FOCUS_SHARE: Final = 0.5  # of the error budget
_DIGITS: Final = 9  # shares are compared with a limit after rounding, as scores are


@dataclass(frozen=True, slots=True, kw_only=True)
class Provable:
    """A node, overall or a trend: what a plan promises of it, and what can be proved.

    All in points of the node. ``smallest`` is ``None`` where nothing could be proved:
    nobody rated enough, or it would take more than a whole level. ``needed`` is how
    many people it takes to prove what is expected, ``None`` if nothing is or if it
    takes more than `MOST_PEOPLE`.
    """

    id: str  #: "" for the overall score
    name: str
    expected: float
    smallest: float | None
    needed: int | None
    is_focus: bool

    @property
    def is_proved(self) -> bool:
        """Whether the plan could be verified here."""
        return self.smallest is not None and self.expected >= self.smallest


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the next quarter could prove if the same people answered again."""

    people: int
    overall: Provable
    trends: tuple[Provable, ...]  #: those with a score

    def nodes(self) -> tuple[Provable, ...]:
        """Return the overall score and the trends."""
        return (self.overall, *self.trends)


def find_proof(results: Results, plan: Plan) -> Proof:
    """Hold what ``plan`` expects against what the next quarter could prove.

    Whoever answered now is taken to answer again, and the same questions.
    """
    influence = results.card.influence()
    trends = [trend for trend in results.card.trends if trend.score]
    page = _Page(
        responses=results.responses,
        noise=results.pack.noise,
        tests=len(trends) + 1,
        has_focus=any(trend.trend.id == plan.focus for trend in trends),
    )
    steps = plan.steps()
    return Proof(
        people=len(results.responses),
        overall=page.provable("", "Overall", influence, plan.expected()),
        trends=tuple(
            page.provable(
                trend.trend.id,
                trend.trend.short,
                _of_trend(influence, trend),
                fsum(
                    s.trend_gain.points for s in steps if s.trend.id == trend.trend.id
                ),
                is_focus=trend.trend.id == plan.focus,
            )
            for trend in trends
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all nodes share: who answers, the noise, and how the error is divided."""

    responses: Sequence[Response]
    noise: Noise
    tests: int  #: verdicts on the page
    has_focus: bool

    def provable(
        self,
        id_: str,
        name: str,
        shares: Mapping[str, float],
        expected: float,
        *,
        is_focus: bool = False,
    ) -> Provable:
        items = list(self._effective(shares))
        budget = self._budget(is_focus=is_focus)
        smallest, needed = None, None
        if items:
            mean = fsum(items) / len(items)
            smallest = self._smallest(mean, len(items), budget)
            needed = next(
                (
                    people
                    for people in range(1, MOST_PEOPLE + 1)
                    if (least := self._smallest(mean, people, budget)) is not None
                    and expected >= least
                ),
                None,
            )
        return Provable(
            id=id_,
            name=name,
            expected=expected,
            smallest=smallest,
            needed=needed,
            is_focus=is_focus,
        )

    def _effective(self, shares: Mapping[str, float]) -> Iterator[float]:
        """Yield the effective items of each person who rated enough of the node."""
        whole = fsum(shares.values())
        for response in self.responses:
            answers = response.answers
            rated = [
                share
                for id_, share in shares.items()
                if isinstance(answers.get(id_), Rated)
            ]
            if rated and round(fsum(rated) / whole, _DIGITS) >= ENOUGH:
                yield effective_items(rated)

    def _budget(self, *, is_focus: bool) -> float:
        """Return the error that the strictest test of a node gets, as Holm has it."""
        if not self.has_focus:
            return FAMILY_ERROR / self.tests
        if is_focus:
            return FAMILY_ERROR * _FOCUS_SHARE
        return FAMILY_ERROR * (1 - _FOCUS_SHARE) / (self.tests - 1)

    def _smallest(self, items: float, people: int, budget: float) -> float | None:
        design = smallest_provable(items, people, self.noise, FAMILY_ERROR / self.tests)
        if design > WIDEST:
            return None
        return max(smallest_provable(items, people, self.noise, budget), LEAST)


def _of_trend(influence: Mapping[str, float], trend: TrendScore) -> Mapping[str, float]:
    ids = (item.question.id for part in trend.capabilities for item in part.items)
    return {id_: influence[id_] for id_ in ids if id_ in influence}
