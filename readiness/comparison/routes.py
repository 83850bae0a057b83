"""Who is compared with whom: people with themselves, or one group with another.

Each person who rated enough of a node enters it with one figure: at least 60 % of the
weight that their own two forms could ask, or of groups, those of the two quarters. The
route is chosen before the levels of any answer are looked at, by the standard error
that is to be expected (measurement.md, section 3.4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, inf
from statistics import fmean
from typing import NamedTuple

from readiness.comparison.matching import Forms, Item, Items, share_of
from readiness.comparison.results import Quarter, Route
from readiness.pack.model import Noise
from readiness.responses import Form, Rated, Response
from readiness.scoring.score import POINTS
from readiness.scoring.weights import DIGITS, is_enough
from readiness.uncertainty.moderated import (
    Expected,
    Tested,
    compare_other_people,
    compare_same_people,
    effective_items,
    expect_other_people,
    expect_same_people,
    variance_of_change,
    variance_of_score,
)

Ratings = Mapping[str, float]  #: levels, or differences of levels, by question id


class Given(NamedTuple):
    """What one person rated in a quarter, and in which form."""

    form: Form
    ratings: Ratings


class Rater(NamedTuple):
    """What one person brings to a panel; ``forms`` are what they could be asked."""

    forms: Forms
    ratings: Ratings


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The ratings of one group (how each person's changed) or of two (before, after).

    ``rated`` are the questions that somebody of every group rated.
    """

    route: Route
    groups: tuple[tuple[Rater, ...], ...]
    rated: frozenset[str]

    @property
    def forms(self) -> frozenset[Forms]:
        """The forms that there are among them."""
        return frozenset(rater.forms for group in self.groups for rater in group)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """Questions with what they come to; most people rate all, so that it is shared."""

    items: Sequence[Item]
    weight: float
    share: float  #: of what could be asked of the node, the smaller of both quarters
    effective: float


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one person rated of a node, and what that comes to."""

    weighed: _Weighed
    ratings: Ratings

    @property
    def share(self) -> float:
        """The share 0..1 of what their forms could ask of the node."""
        return self.weighed.share

    @property
    def points(self) -> float:
        """Their change, or their score of 0 to 100, in points (of a share above 0)."""
        items = self.weighed.items
        reached = fsum([item.new * self.ratings[item.id] for item in items])
        return POINTS * reached / self.weighed.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Entering:
    """Those who rated enough of a node, in the groups of a `Panel`."""

    route: Route
    groups: tuple[tuple[View, ...], ...]
    nearest: tuple[View, ...]  #: the same, or if a group has none, who came nearest
    others: tuple[int, ...]  #: per group, who rated some of it, but not enough

    @property
    def people(self) -> int:
        """How many there are; of two groups, in the smaller one."""
        return min(map(len, self.groups))

    @property
    def items(self) -> float:
        """How many equal items their figures rest on, on average (of at least one)."""
        return fmean(v.weighed.effective for group in self.groups for v in group)

    @property
    def common(self) -> float:
        """The share 0..1 that the `nearest` rated, on average."""
        shares = [view.share for view in self.nearest]
        return round(fmean(shares), DIGITS) if shares else 0.0

    @property
    def questions(self) -> int:
        """How many questions at least one of the `nearest` rated."""
        return len({item.id for view in self.nearest for item in view.weighed.items})


def given(quarter: Quarter) -> Mapping[str, Given]:
    """Return the form and the levels 0..4 of each respondent, by respondent."""
    return {r.respondent: Given(r.form, _rated(r)) for r in quarter.responses}


def same_people(old: Mapping[str, Given], new: Mapping[str, Given]) -> Panel:
    """Return how the ratings of those who returned have changed."""
    returned = [(old[who], after) for who, after in new.items() if who in old]
    changes = tuple(
        Rater(Forms(before.form, after.form), _change(before.ratings, after.ratings))
        for before, after in returned
    )
    return _panel(Route.SAME_PEOPLE, changes)


def other_people(
    old: Mapping[str, Given], new: Mapping[str, Given], forms: Forms
) -> Panel:
    """Return the ratings of all who answered before, and of all who do now.

    ``forms`` are those of the quarters: groups are compared on the same questions.
    """
    groups = (
        tuple(Rater(forms, each.ratings) for each in group.values())
        for group in (old, new)
    )
    return _panel(Route.OTHER_PEOPLE, *groups)


def choose(same: Panel, other: Panel, items: Items, noise: Noise) -> Panel:
    """Return the panel with the smaller expected error in what ``items`` add up to.

    Without a returning person that is always the other people.
    """
    has_returned = any(same.groups)
    own, others = (_error(enter(panel, items), noise) for panel in (same, other))
    return same if has_returned and own <= others else other


def enter(panel: Panel, items: Items) -> Entering:
    """Return those of a panel who rated enough of the node that has these items."""
    asked = {
        forms: _weighed([i for i in items.get(forms, ()) if i.id in panel.rated])
        for forms in panel.forms
    }
    views = [
        [_view(asked[rater.forms], rater.ratings) for rater in group]
        for group in panel.groups
    ]
    groups = tuple(
        tuple(view for view in group if is_enough(view.share)) for group in views
    )
    pairs = zip(views, groups, strict=True)
    return Entering(
        route=panel.route,
        groups=groups,
        nearest=tuple(chain(*groups)) if all(groups) else _nearest(views),
        others=tuple(sum(v.share > 0 for v in g) - len(e) for g, e in pairs),
    )


def expect(entering: Entering, noise: Noise) -> Expected:
    """Return how exact the test of those who enter will be (at least 1 per group)."""
    if entering.route is Route.SAME_PEOPLE:
        return expect_same_people(entering.items, entering.people, noise)
    before, after = map(len, entering.groups)
    return expect_other_people(entering.items, before, after, noise)


def examine(entering: Entering, noise: Noise) -> Tested:
    """Test whether the figures of those who enter differ (at least 1 per group)."""
    points = [[view.points for view in group] for group in entering.groups]
    if entering.route is Route.SAME_PEOPLE:
        (changes,) = points
        variance = variance_of_change(entering.items, noise)
        return compare_same_people(changes, variance, noise)
    before, after = points
    variance = variance_of_score(entering.items, noise)
    return compare_other_people(before, after, variance, noise)


def _rated(response: Response) -> Ratings:
    answers = response.answers.items()
    return {id_: answer.level for id_, answer in answers if isinstance(answer, Rated)}


def _change(old: Ratings, new: Ratings) -> Ratings:
    return {id_: level - old[id_] for id_, level in new.items() if id_ in old}


def _panel(route: Route, *groups: tuple[Rater, ...]) -> Panel:
    rated = (
        frozenset[str]().union(*(rater.ratings for rater in group)) for group in groups
    )
    return Panel(route=route, groups=groups, rated=frozenset.intersection(*rated))


def _error(entering: Entering, noise: Noise) -> float:
    return expect(entering, noise).error if entering.people else inf


def _view(asked: _Weighed, ratings: Ratings) -> View:
    rated = [item for item in asked.items if item.id in ratings]
    own = asked if len(rated) == len(asked.items) else _weighed(rated)
    return View(weighed=own, ratings=ratings)


def _nearest(groups: Sequence[Sequence[View]]) -> tuple[View, ...]:
    """Return who rated most, of the group in which that is least."""
    most = [max(group, key=lambda view: view.share) for group in groups if group]
    return (min(most, key=lambda view: view.share),) if most else ()


def _weighed(items: Sequence[Item]) -> _Weighed:
    weights = [item.new for item in items]
    return _Weighed(
        items=items,
        weight=fsum(weights),
        share=share_of(items),
        effective=effective_items(weights) if weights else 0.0,
    )
