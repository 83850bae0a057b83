"""Leaders and practitioners side by side: two views, neither of them the truth.

No group is shown that is so small that its members could be made out, nor one whose
figures would give away those of a smaller rest (measurement.md, sections 2.5 and 5).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from statistics import fmean

from readiness.pack.model import Noise, Question, Trend
from readiness.responses import Rated, Response
from readiness.scoring.groups import NAMED, Group, Groups, Suppressed
from readiness.scoring.panel import Panel, weights_of
from readiness.scoring.people import Views, own_views
from readiness.scoring.results import Results
from readiness.scoring.score import TOP, TrendScore
from readiness.uncertainty.moderated import (
    Tested,
    compare_other_people,
    variance_of_score,
)
from readiness.uncertainty.verdicts import Judged, Verdict, judge

COMMON = 0.60  #: least share of a trend's weight that both groups must have rated
ONE_SIDED = 2 / 3  #: share of those with a role from which a panel is one group's view
ENOUGH_ROLES = 3  #: people with a role before a panel is called one-sided
APART = 1.0  #: levels between the groups from which a question is worth a look
MOST_APART = 3  #: questions named as those the groups differ most on


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendGap:
    """One trend as leaders and as practitioners see it, in points.

    ``gap`` is leaders minus practitioners. All are ``None`` where one of the groups
    is too small in this trend, or they have too little in common.
    """

    trend: Trend
    leaders: float | None = None
    practitioners: float | None = None
    gap: float | None = None
    judged: Judged | None = None

    @property
    def seen_higher_by(self) -> Group | None:
        """Who sees the trend higher, beyond what chance explains."""
        match self.judged.verdict if self.judged else None:
            case Verdict.IMPROVED:
                return Group.LEADERS
            case Verdict.DECLINED:
                return Group.PRACTITIONERS
            case _:
                return None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGap:
    """One question as leaders and as practitioners see it: mean levels 0..4."""

    question: Question
    leaders: float
    practitioners: float

    @property
    def gap(self) -> float:
        """Leaders minus practitioners, in levels."""
        return self.leaders - self.practitioners

    @property
    def tells_all(self) -> bool:
        """Whether a mean says what everybody of a group said: all 0, or all 4."""
        return not {self.leaders, self.practitioners}.isdisjoint({0, TOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The groups, their sizes, and how they see things where both may be shown.

    ``least`` is how many people a group needs. Without figures there is a reason.
    """

    leaders: int
    practitioners: int
    without: int
    least: int
    suppressed: Suppressed | None
    trends: tuple[TrendGap, ...]
    questions: tuple[QuestionGap, ...]  #: those furthest apart, at most three
    alone: Mapping[str, Group]  #: by question id, the only group that rated it

    @property
    def mostly(self) -> Group | None:
        """The group that more than two thirds of those with a role belong to.

        ``None`` if fewer than three gave a role, or as many gave none.
        """
        given = self.leaders + self.practitioners
        if given < ENOUGH_ROLES or given <= self.without:
            return None
        if self.leaders > ONE_SIDED * given:
            return Group.LEADERS
        return Group.PRACTITIONERS if self.practitioners > ONE_SIDED * given else None


def compare_roles(results: Results, panel: Panel, *, least: int = NAMED) -> Roles:
    """Set leaders and practitioners of ``panel`` side by side.

    A group with fewer than ``least`` people is not shown, nor is any if the rest
    without a role is smaller than that: it could be worked out from the others. The
    verdicts of the trends share one error budget.
    """
    groups = Groups.of(panel.people, least)
    why = groups.suppressed()
    trends = () if why else results.card.trends
    shown = [_set_side_by_side(groups, trend, results, panel) for trend in trends]
    judged = judge([test for _, test in shown])
    return Roles(
        leaders=len(groups.leaders),
        practitioners=len(groups.practitioners),
        without=len(groups.rest),
        least=least,
        suppressed=why,
        trends=tuple(
            replace(gap, judged=j) for (gap, _), j in zip(shown, judged, strict=True)
        ),
        questions=() if why else _furthest_apart(groups, panel),
        alone={} if why else _rated_alone(groups, panel),
    )


def _set_side_by_side(
    groups: Groups, trend: TrendScore, results: Results, panel: Panel
) -> tuple[TrendGap, Tested | None]:
    """Return what both groups make of the questions that both have rated."""
    weights = weights_of(trend, panel.influence)
    common = {id_: w for id_, w in weights.items() if _is_common(groups, id_)}
    leaders, practitioners, rest = (own_views(common, g) for g in groups.all())
    sizes = [views.people if views else 0 for views in (leaders, practitioners, rest)]
    enough = fsum(common.values()) >= COMMON * fsum(weights.values())
    if not (leaders and practitioners and enough and groups.may_show(sizes)):
        return TrendGap(trend=trend.trend), None
    test = _test(leaders, practitioners, results.pack.noise)
    return (
        TrendGap(
            trend=trend.trend,
            leaders=fmean(leaders.scores),
            practitioners=fmean(practitioners.scores),
            gap=test.delta,
        ),
        test,
    )


def _test(leaders: Views, practitioners: Views, noise: Noise) -> Tested:
    both = (leaders, practitioners)
    people = sum(views.people for views in both)
    items = fsum(views.items * views.people for views in both) / people
    variance = variance_of_score(items, noise)
    return compare_other_people(practitioners.scores, leaders.scores, variance, noise)


def _is_common(groups: Groups, question_id: str) -> bool:
    return all(_levels(g, question_id) for g in (groups.leaders, groups.practitioners))


def _furthest_apart(groups: Groups, panel: Panel) -> tuple[QuestionGap, ...]:
    found = []
    for one in panel.applicable():
        levels = [_levels(group, one.item.question.id) for group in groups.all()]
        if groups.may_show([len(rated) for rated in levels]):
            leaders, practitioners, _ = levels
            gap = QuestionGap(
                question=one.item.question,
                leaders=fmean(leaders),
                practitioners=fmean(practitioners),
            )
            found.append(gap)
    apart = [gap for gap in found if round(abs(gap.gap), 9) >= APART]
    apart.sort(key=lambda one: _rank(one, panel.influence))
    return tuple(apart[:MOST_APART])


def _rated_alone(groups: Groups, panel: Panel) -> dict[str, Group]:
    """Return the group of those questions that nobody outside of it rated."""
    found = {}
    for one in panel.applicable():
        id_ = one.item.question.id
        leaders, practitioners, rest = (bool(_levels(g, id_)) for g in groups.all())
        if leaders is not practitioners and not rest:
            found[id_] = Group.LEADERS if leaders else Group.PRACTITIONERS
    return found


def _rank(one: QuestionGap, influence: Mapping[str, float]) -> tuple[float, float]:
    return -round(abs(one.gap), 9), -influence[one.question.id]


def _levels(people: Sequence[Response], question_id: str) -> list[int]:
    answers = (one.answers.get(question_id) for one in people)
    return [answer.level for answer in answers if isinstance(answer, Rated)]
