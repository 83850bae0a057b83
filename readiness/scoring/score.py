"""Turn answers into scores with ranges (design: measurement.md, section 1).

A score is a weighted mean on 0 to 100, item to capability to trend to overall. An
unknown answer is never guessed: it opens a range from "all unknowns are level 0" to
"all unknowns are level 4", and at every node high - low = 100 * (1 - coverage).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import fsum

from readiness.pack.fields import LEVELS
from readiness.pack.model import Capability, Pack, Question, Trend
from readiness.responses import (
    Answer,
    Form,
    NotApplicable,
    Rated,
    Response,
    Unknown,
)
from readiness.scoring.weights import is_enough

TOP = LEVELS - 1  #: the highest level
POINTS = 100 / TOP  #: points per level
OVERALL = "overall"  #: stands for the overall score where others have a trend's id


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A node's numbers: points of 0 to 100, and coverage of 0 to 1.

    ``point`` is the score of what is known, ``None`` if nothing is; ``low`` and
    ``high`` are the score with every unknown at level 0 and at level 4.
    """

    point: float | None
    low: float
    high: float
    coverage: float

    @property
    def is_enough(self) -> bool:
        """Whether so much is known that a point and a level may be shown."""
        return self.point is not None and is_enough(self.coverage)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    """One question: the mean level 0..4 of those who rated it, ``None`` if unknown.

    ``applicable`` is false if a strict majority of those with a view said so;
    ``dont_know`` counts the respondents who said that they do not know.
    """

    question: Question
    value: float | None
    applicable: bool
    dont_know: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityScore:
    """A capability and its asked items; no score if none of them applies."""

    capability: Capability
    items: tuple[ItemScore, ...]
    score: Score | None

    @property
    def is_asked(self) -> bool:
        """Whether the form has a question about it."""
        return bool(self.items)

    @property
    def level(self) -> float | None:
        """The unrounded mean level 0..4; ``None`` unless every item is known."""
        if self.score is None or self.score.point is None or self.score.coverage < 1:
            return None
        return self.score.point / POINTS


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendScore:
    """A trend and its capabilities; no score if none of them has one."""

    trend: Trend
    capabilities: tuple[CapabilityScore, ...]
    score: Score | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The scores of one assessment, relative to its form."""

    form: Form
    trends: tuple[TrendScore, ...]
    score: Score | None

    def capabilities(self) -> Iterator[CapabilityScore]:
        """Yield every capability, in the order of the pack."""
        return chain.from_iterable(trend.capabilities for trend in self.trends)

    def capability(self, capability_id: str) -> CapabilityScore:
        """Return the capability with this id."""
        return next(c for c in self.capabilities() if c.capability.id == capability_id)

    def items(self) -> Iterator[ItemScore]:
        """Yield every asked item, in the order of the pack."""
        return chain.from_iterable(c.items for c in self.capabilities())

    def influence(self) -> Mapping[str, float]:
        """Return omega per applicable question: its share of the overall score.

        The shares add up to 1; with everything known, one level on a question moves
        the overall score by 25 times its share.
        """
        trends = [trend for trend in self.trends if trend.score]
        shares: dict[str, float] = {}
        for trend in trends:
            of_trend = 1 / len(trends)
            parts = [part for part in trend.capabilities if part.score]
            total = fsum(part.capability.weight for part in parts)
            for part in parts:
                items = [item for item in part.items if item.applicable]
                share = of_trend * part.capability.weight / total / len(items)
                shares |= {item.question.id: share for item in items}
        return shares


def score(pack: Pack, responses: Sequence[Response]) -> Scorecard:
    """Score every node of ``pack``; see measurement.md, section 1.

    The form is quick only if every response is; without responses it is full.
    """
    quick = responses and all(r.form is Form.QUICK for r in responses)
    form = Form.QUICK if quick else Form.FULL
    trends = (
        _trend_of(
            trend, [_score_capability(c, form, responses) for c in trend.capabilities]
        )
        for trend in pack.trends
    )
    return _card_of(form, tuple(trends))


def what_if(card: Scorecard, levels: Mapping[str, float]) -> Scorecard:
    """Return the scorecard that ``levels`` (0..4, by question id) would give."""

    def changed(item: ItemScore) -> ItemScore:
        value = levels.get(item.question.id, item.value)
        return replace(item, value=value)

    trends = (
        _trend_of(
            trend.trend,
            [
                _capability_of(part.capability, tuple(map(changed, part.items)))
                for part in trend.capabilities
            ],
        )
        for trend in card.trends
    )
    return _card_of(card.form, tuple(trends))


def score_item(question: Question, answers: Sequence[Answer | None]) -> ItemScore:
    """Score one question from what each respondent answered, ``None`` for a blank."""
    levels = [answer.level for answer in answers if isinstance(answer, Rated)]
    not_applicable = sum(isinstance(answer, NotApplicable) for answer in answers)
    return ItemScore(
        question=question,
        value=fsum(levels) / len(levels) if levels else None,
        applicable=not_applicable <= len(levels),
        dont_know=sum(isinstance(answer, Unknown) for answer in answers),
    )


def mean_of_items(items: Sequence[tuple[float, float | None]]) -> Score | None:
    """Score applicable items of ``(weight > 0, level 0..4 or None if unknown)``.

    Returns ``None`` if there are none.
    """
    if not items:
        return None
    everything = fsum(weight for weight, _ in items)
    known = [(weight, value) for weight, value in items if value is not None]
    weight_known = fsum(weight for weight, _ in known)
    reached = fsum(weight * value for weight, value in known)
    missing = fsum(weight for weight, value in items if value is None)
    return Score(
        point=POINTS * reached / weight_known if known else None,
        low=POINTS * reached / everything,
        high=POINTS * (reached + TOP * missing) / everything,
        coverage=weight_known / everything,
    )


def mean_of_scores(parts: Sequence[tuple[float, Score]]) -> Score | None:
    """Score a node from its children, ``(weight > 0, score)`` each.

    Children without a point stand in for nothing: the point is the mean of the
    others. Returns ``None`` if there are no children.
    """
    if not parts:
        return None
    total = fsum(weight for weight, _ in parts)
    known = [(w, part.point) for w, part in parts if part.point is not None]
    weight_known = fsum(weight for weight, _ in known)
    return Score(
        point=fsum(w * p for w, p in known) / weight_known if known else None,
        low=fsum(w * part.low for w, part in parts) / total,
        high=fsum(w * part.high for w, part in parts) / total,
        coverage=fsum(w * part.coverage for w, part in parts) / total,
    )


def _card_of(form: Form, trends: tuple[TrendScore, ...]) -> Scorecard:
    scored = [(1.0, trend.score) for trend in trends if trend.score]
    return Scorecard(form=form, trends=trends, score=mean_of_scores(scored))


def _trend_of(trend: Trend, parts: Sequence[CapabilityScore]) -> TrendScore:
    scored = [(part.capability.weight, part.score) for part in parts if part.score]
    return TrendScore(
        trend=trend, capabilities=tuple(parts), score=mean_of_scores(scored)
    )


def _capability_of(
    capability: Capability, items: tuple[ItemScore, ...]
) -> CapabilityScore:
    applicable = [(1.0, item.value) for item in items if item.applicable]
    return CapabilityScore(
        capability=capability, items=items, score=mean_of_items(applicable)
    )


def _score_capability(
    capability: Capability, form: Form, responses: Sequence[Response]
) -> CapabilityScore:
    asked = [question for question in capability.questions if form.asks(question)]
    items = (
        score_item(question, [r.answers.get(question.id) for r in responses])
        for question in asked
    )
    return _capability_of(capability, tuple(items))
