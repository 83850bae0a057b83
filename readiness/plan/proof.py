"""Whether the next quarter could prove what a plan promises.

What can be told from noise depends on how many people answer in both quarters and on
how much they rate (measurement.md, section 3.5), so it is known before anybody does.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from readiness.pack.model import Noise
from readiness.plan.steps import Horizon, Plan, Step
from readiness.responses import Form, Rated, Response
from readiness.scoring.results import Results
from readiness.scoring.score import OVERALL
from readiness.scoring.weights import is_enough, joined, rescaled, weigh
from readiness.uncertainty.moderated import effective_items, smallest_provable
from readiness.uncertainty.verdicts import LEAST, WIDEST, strictest

MOST_PEOPLE = 30  #: beyond so many, no more are proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Provable:
    """A node, overall or a trend: what a plan promises of it, and what can be proved.

    All in points of the node. ``smallest`` is ``None`` where nothing could be proved:
    nobody rated enough, or it would take more than a whole level. ``needed`` is how
    many people it takes to prove what is expected, ``None`` if nothing is or if it
    takes more than `MOST_PEOPLE`.
    """

    id: str  #: `OVERALL` for the overall score
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
    """What the next quarter could prove if the same people answered again.

    Of the plan that is what it has for the next three months.
    """

    people: int
    is_whole: bool  #: whether that is all of the plan
    overall: Provable
    trends: tuple[Provable, ...]  #: those with a score

    def nodes(self) -> tuple[Provable, ...]:
        """Return the overall score and the trends."""
        return (self.overall, *self.trends)


def find_proof(results: Results, plan: Plan) -> Proof:
    """Hold what ``plan`` expects against what the next quarter could prove.

    Whoever answered now is taken to answer again, and the same questions.
    """
    card = results.card
    applicable = {item.question.id for item in card.items() if item.applicable}
    shares = weigh(results.pack, {item.question.id for item in card.items()})
    trends = [trend for trend in card.trends if trend.score]
    page = _Page(
        responses=results.responses,
        asked={
            form: {q.id for q in results.pack.questions() if form.asks(q)}
            for form in Form
        },
        noise=results.pack.noise,
        tests=len(trends) + 1,
        has_focus=any(trend.trend.id == plan.focus for trend in trends),
    )
    steps = _until_next_quarter(plan)
    return Proof(
        people=len(results.responses),
        is_whole=len(steps) == len(plan.scheduled),
        overall=page.provable(
            OVERALL,
            "Overall",
            rescaled(joined(shares.values()), applicable),
            fsum(step.gain.points for step in steps),
        ),
        trends=tuple(
            page.provable(
                trend.trend.id,
                trend.trend.short,
                rescaled(shares[trend.trend.id], applicable),
                fsum(
                    s.trend_gain.points for s in steps if s.trend.id == trend.trend.id
                ),
                is_focus=trend.trend.id == plan.focus,
            )
            for trend in trends
        ),
    )


def _until_next_quarter(plan: Plan) -> Sequence[Step]:
    return [one.step for one in plan.scheduled if one.horizon is not Horizon.LATER]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all nodes share: who answers, the noise, and how the error is divided."""

    responses: Sequence[Response]
    asked: Mapping[Form, Collection[str]]  #: question ids
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
        budget = strictest(self.tests, has_focus=self.has_focus, is_focus=is_focus)
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
        """Yield the effective items of each person who rated enough of the node.

        That is 60 % of what their own form asks of it.
        """
        for response in self.responses:
            own = {i: s for i, s in shares.items() if i in self.asked[response.form]}
            rated = [
                share
                for id_, share in own.items()
                if isinstance(response.answers.get(id_), Rated)
            ]
            if rated and is_enough(fsum(rated) / fsum(own.values())):
                yield effective_items(rated)

    def _smallest(self, items: float, people: int, budget: float) -> float | None:
        design = smallest_provable(items, people, self.noise, strictest(self.tests))
        if design > WIDEST:
            return None
        return max(smallest_provable(items, people, self.noise, budget), LEAST)
