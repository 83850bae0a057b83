"""Who is compared with whom: people with themselves, or one group with another.

Each person who rated enough of a node, at least 60 % of its weight, enters it with one
figure. The route is chosen before the levels of any answer are looked at, by the
standard error that is to be expected (measurement.md, section 3.4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, inf

from readiness.comparison.matching import Item, share_of
from readiness.comparison.results import Quarter, Route
from readiness.pack.model import Noise
from readiness.responses import Rated
from readiness.scoring.score import ENOUGH, POINTS
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The ratings of one group (how each person's changed) or of two (before, after).

    ``rated`` are the questions that somebody of every group rated.
    """

    route: Route
    groups: tuple[tuple[Ratings, ...], ...]
    rated: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One person's figure for a node, in points, and how many equal items it rests on.

    The figure is a change, or a score of 0 to 100.
    """

    points: float
    items: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entering:
    """Those who rated enough of a node, in the groups of a `Panel`."""

    route: Route
    groups: tuple[tuple[View, ...], ...]

    @property
    def people(self) -> int:
        """How many there are; of two groups, in the smaller one."""
        return min(map(len, self.groups))

    @property
    def items(self) -> float:
        """How many equal items their figures rest on, on average (of at least one)."""
        views = [view.items for group in self.groups for view in group]
        return fsum(views) / len(views)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """Questions with what they come to; most people rate all, so that it is shared."""

    items: Sequence[Item]
    weight: float
    share: float  #: of the node's weight, the smaller of both quarters
    effective: float


def ratings(quarter: Quarter) -> Mapping[str, Ratings]:
    """Return the levels 0..4 that each respondent gave, by respondent."""
    return {
        response.respondent: {
            id_: answer.level
            for id_, answer in response.answers.items()
            if isinstance(answer, Rated)
        }
        for response in quarter.responses
    }


def same_people(old: Mapping[str, Ratings], new: Mapping[str, Ratings]) -> Panel:
    """Return how the ratings of those who returned have changed."""
    changes = tuple(
        {id_: level - old[who][id_] for id_, level in after.items() if id_ in old[who]}
        for who, after in new.items()
        if who in old
    )
    return _panel(Route.SAME_PEOPLE, changes)


def other_people(old: Mapping[str, Ratings], new: Mapping[str, Ratings]) -> Panel:
    """Return the ratings of all who answered before, and of all who do now."""
    return _panel(Route.OTHER_PEOPLE, tuple(old.values()), tuple(new.values()))


def choose(same: Panel, other: Panel, items: Sequence[Item], noise: Noise) -> Panel:
    """Return the panel with the smaller expected error in what ``items`` add up to.

    Without a returning person that is always the other people.
    """
    has_returned = any(same.groups)
    own, others = (_error(enter(panel, items), noise) for panel in (same, other))
    return same if has_returned and own <= others else other


def enter(panel: Panel, items: Sequence[Item]) -> Entering:
    """Return those of a panel who rated enough of the node that has these items."""
    asked = _weighed([item for item in items if item.id in panel.rated])
    groups = (
        tuple(view for given in group if (view := _view(asked, given)))
        for group in panel.groups
    )
    return Entering(route=panel.route, groups=tuple(groups))


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


def _panel(route: Route, *groups: tuple[Ratings, ...]) -> Panel:
    rated = (frozenset[str]().union(*group) for group in groups)
    return Panel(route=route, groups=groups, rated=frozenset.intersection(*rated))


def _error(entering: Entering, noise: Noise) -> float:
    return expect(entering, noise).error if entering.people else inf


def _view(asked: _Weighed, given: Ratings) -> View | None:
    rated = [item for item in asked.items if item.id in given]
    own = asked if len(rated) == len(asked.items) else _weighed(rated)
    if own.share < ENOUGH:
        return None
    reached = fsum([item.new * given[item.id] for item in rated])
    return View(points=POINTS * reached / own.weight, items=own.effective)


def _weighed(items: Sequence[Item]) -> _Weighed:
    weights = [item.new for item in items]
    return _Weighed(
        items=items,
        weight=fsum(weights),
        share=share_of(items),
        effective=effective_items(weights) if weights else 0.0,
    )
