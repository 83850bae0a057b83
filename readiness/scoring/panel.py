"""What several respondents add up to beyond their common score.

Where they disagree, what nobody knows, how much hangs on one person, and the range
that other people of the team could have given (measurement.md, sections 1.5 and 2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from readiness.pack.model import Noise, Pack, Trend
from readiness.responses import Response
from readiness.scoring.agreement import PANEL, Accord, Agreement, agreements
from readiness.scoring.people import own_views, who_answered
from readiness.scoring.results import Results
from readiness.scoring.score import Score, Scorecard, TrendScore, score
from readiness.uncertainty.bounds import widen
from readiness.uncertainty.moderated import error_of_mean, variance_of_score

MUCH = 5.0  #: points of the overall score that should not hang on one person


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRange:
    """Points 0..100 that the score might have had from other people of the team.

    With 90 % confidence; missing answers widen it. ``error`` is the standard error
    of the mean of the people, in points.
    """

    low: float
    high: float
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPanel:
    """A trend as several people see it.

    ``people`` rated something of it; ``distance`` is how far they typically are from
    the team's answer, in levels. ``None`` where too few answered.
    """

    trend: Trend
    people: int
    distance: float | None
    range: PeopleRange | None
    has_missing: bool  #: whether something of it is unknown to all


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Two or more people's answers, compared with each other."""

    people: tuple[Response, ...]
    questions: tuple[Agreement, ...]  #: every asked one, in the order of the pack
    trends: tuple[TrendPanel, ...]
    range: PeopleRange | None  #: of the overall score; takes three people
    swing: float | None  #: points: how far leaving one person out moves the overall
    influence: Mapping[str, float]  #: share of the overall score by question id

    @property
    def hangs_on_one(self) -> bool:
        """Whether one person moves the overall score by more than 5 points."""
        return self.swing is not None and round(self.swing, 9) > MUCH

    def disagreements(self) -> tuple[Agreement, ...]:
        """Return what people disagree about, what to talk about most first.

        Two camps come first, then those further apart, then those that count more.
        """
        found = [q for q in self.applicable() if q.accord and q.accord.is_dissent]
        return tuple(sorted(found, key=self._rank))

    def unknown(self) -> tuple[Agreement, ...]:
        """Return what most people do not know, that which counts more first."""
        found = [one for one in self.applicable() if one.is_unknown_to_most]
        return tuple(sorted(found, key=lambda one: -self._share(one)))

    def applicable(self) -> tuple[Agreement, ...]:
        """Return the questions that apply to the team."""
        return tuple(one for one in self.questions if one.item.applicable)

    def _rank(self, one: Agreement) -> tuple[bool, float, float]:
        spread = round(one.deviation or 0.0, 9)
        return one.accord is not Accord.SPLIT, -spread, -self._share(one)

    def _share(self, one: Agreement) -> float:
        return self.influence[one.item.question.id]


def view_panel(results: Results) -> Panel | None:
    """Return what the people behind ``results`` say beside each other.

    ``None`` unless two or more have answered something.
    """
    people = who_answered(results.responses)
    if len(people) < 2:  # noqa: PLR2004 - one person is no panel
        return None
    card, noise = results.card, results.pack.noise
    influence = card.influence()
    return Panel(
        people=people,
        questions=agreements(card.items(), people),
        trends=tuple(_trend(t, influence, people, noise) for t in card.trends),
        range=people_range(card.score, influence, people, noise),
        swing=_swing(results.pack, card, people),
        influence=influence,
    )


def people_range(
    score: Score | None,
    weights: Mapping[str, float],
    people: Sequence[Response],
    noise: Noise,
) -> PeopleRange | None:
    """Return what other people might have made of a node.

    ``weights`` are those of the node's questions, by id. ``None`` for fewer than three
    people, and where too little is known to show a score.
    """
    views = own_views(weights, people)
    if score is None or not score.is_enough or not views or views.people < PANEL:
        return None
    error = error_of_mean(views.scores, variance_of_score(views.items, noise), noise)
    low, high = widen(score.low, score.high, error)
    return PeopleRange(low=low, high=high, error=error)


def weights_of(trend: TrendScore, influence: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of a trend's applicable questions, by id."""
    ids = (item.question.id for part in trend.capabilities for item in part.items)
    return {id_: influence[id_] for id_ in ids if id_ in influence}


def _trend(
    trend: TrendScore,
    influence: Mapping[str, float],
    people: Sequence[Response],
    noise: Noise,
) -> TrendPanel:
    weights = weights_of(trend, influence)
    views = own_views(weights, people)
    items = (item for part in trend.capabilities for item in part.items)
    return TrendPanel(
        trend=trend.trend,
        people=views.people if views else 0,
        distance=_distance(agreements(items, people), weights),
        range=people_range(trend.score, weights, people, noise),
        has_missing=trend.score is not None and trend.score.coverage < 1,
    )


def _distance(
    questions: Sequence[Agreement], weights: Mapping[str, float]
) -> float | None:
    """Return the weighted mean of the average deviations, in levels."""
    spread = [
        (weights[one.item.question.id], one.deviation)
        for one in questions
        if one.item.applicable and one.deviation is not None
    ]
    whole = fsum(weight for weight, _ in spread)
    return fsum(weight * far for weight, far in spread) / whole if spread else None


def _swing(pack: Pack, card: Scorecard, people: Sequence[Response]) -> float | None:
    """Return the largest change of the overall point if one person is left out.

    ``None`` if the score is not shown, or nothing would be known without one.
    """
    if card.score is None or card.score.point is None or not card.score.is_enough:
        return None
    changes = []
    for one in people:
        rest = score(pack, [other for other in people if other is not one]).score
        if rest is None or rest.point is None:
            return None
        changes.append(abs(card.score.point - rest.point))
    return max(changes)
