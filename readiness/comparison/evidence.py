"""What there is to judge each node by, and why some nodes cannot be judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readiness.comparison.matching import Common, Items, Scored, find_common, share_of
from readiness.comparison.results import Quarter, Reason, Route
from readiness.comparison.routes import (
    Entering,
    Given,
    Panel,
    choose,
    enter,
    examine,
    expect,
    given,
    other_people,
    same_people,
)
from readiness.pack.model import Noise, Trend
from readiness.scoring.groups import ANONYMOUS, is_few
from readiness.scoring.score import OVERALL, Score, TrendScore, score
from readiness.scoring.weights import is_enough
from readiness.uncertainty.moderated import Tested, expect_same_people
from readiness.uncertainty.verdicts import LEAST, WIDEST, strictest

MORE = 2  #: people whose worth is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """The overall score or a trend, with the score that each quarter shows of it.

    ``items`` are the common questions. There are none if a pack ``lacks`` the node,
    which is then `Reason.NEW` or `Reason.GONE`, or if a form does: `Reason.LITTLE`.
    """

    id: str
    name: str
    short: str
    old: Score | None
    new: Score | None
    items: Items
    lacks: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBands:
    """What the next quarter could prove of a node, in points, ``None`` if nothing.

    ``same`` is with as many people as now, ``more`` with two more.
    """

    same: float | None = None
    more: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a node can be judged by: a test, or else the reason why there is none.

    The other figures are those of `readiness.comparison.results.NodeChange`.
    """

    node: Node
    tested: Tested | None
    reason: Reason | None
    people: int
    items: int
    common: float
    next_bands: NextBands
    gives_away: bool  #: whether the test, beside the scores, would tell of a few


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Two quarters with the evidence of every node, the overall score first."""

    route: Route
    common_items: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all nodes of a page share.

    ``budget`` is the part of the error that the strictest of its tests gets.
    """

    chosen: Panel
    other: Panel
    is_replaced: bool  #: one person by another
    budget: float
    noise: Noise


def gather(old: Quarter, new: Quarter, noise: Noise) -> Findings:
    """Match questions and people of two quarters, and test every node that can be."""
    before, after = _scored(old), _scored(new)
    common = find_common(before, after)
    was, now = given(old), given(new)
    page = _page(common, (was, now), noise)
    bands = _next_bands(after, now, noise)
    return Findings(
        route=page.chosen.route,
        common_items=common.count,
        evidence=tuple(
            _evidence(node, page, bands.get(node.id, NextBands()))
            for node in _nodes(before, after, common)
        ),
    )


def _scored(quarter: Quarter) -> Scored:
    return Scored(quarter=quarter, card=score(quarter.pack, quarter.responses))


def _nodes(old: Scored, new: Scored, common: Common) -> Iterator[Node]:
    """Yield the overall score, the newer pack's trends, then those that are gone."""
    yield Node(
        id=OVERALL,
        name="Overall",
        short="Overall",
        old=old.card.score,
        new=new.card.score,
        items=common.overall,
    )
    were = {trend.trend.id: trend for trend in old.card.trends}
    for trend in new.card.trends:
        items = common.trends.get(trend.trend.id, {})
        yield _of_trend(were.pop(trend.trend.id, None), trend, trend.trend, items)
    for trend in were.values():
        yield _of_trend(trend, None, trend.trend, {})


def _of_trend(
    old: TrendScore | None,
    new: TrendScore | None,
    shown: Trend,
    items: Items,
) -> Node:
    return Node(
        id=shown.id,
        name=shown.name,
        short=shown.short,
        old=old.score if old else None,
        new=new.score if new else None,
        items=items,
        lacks=_lacks(old, new),
    )


def _lacks(old: TrendScore | None, new: TrendScore | None) -> Reason | None:
    if old is None:
        return Reason.NEW
    if new is None:
        return Reason.GONE
    return None if _is_asked(old) and _is_asked(new) else Reason.LITTLE


def _is_asked(trend: TrendScore) -> bool:
    return any(part.is_asked for part in trend.capabilities)


def _page(
    common: Common,
    quarters: tuple[Mapping[str, Given], Mapping[str, Given]],
    noise: Noise,
) -> _Page:
    before, after = quarters
    same, other = same_people(before, after), other_people(*quarters, common.forms)
    return _Page(
        chosen=choose(same, other, common.overall, noise),
        other=other,
        is_replaced=len(before) == len(after) == 1 and before.keys() != after.keys(),
        budget=strictest(common.asked_trends + 1),
        noise=noise,
    )


def _evidence(node: Node, page: _Page, next_bands: NextBands) -> Evidence:
    entering = enter(page.chosen, node.items)
    reason = _obstacle(node, page.chosen) or _too_few(entering, node, page)
    return Evidence(
        node=node,
        tested=None if reason else examine(entering, page.noise),
        reason=reason,
        people=entering.people,
        items=entering.questions,
        common=entering.common,
        next_bands=next_bands,
        gives_away=entering.people < ANONYMOUS or any(map(is_few, entering.others)),
    )


def _obstacle(node: Node, panel: Panel) -> Reason | None:
    """Return what keeps a node from being compared, whoever answered."""
    if node.lacks:
        return node.lacks
    if not _is_known(node.old) and not _is_known(node.new):
        return Reason.LITTLE
    shares = (share_of(node.items[forms]) for forms in panel.forms)
    return None if any(map(is_enough, shares)) else Reason.QUESTIONS


def _is_known(score: Score | None) -> bool:
    return score is not None and score.point is not None


def _too_few(entering: Entering, node: Node, page: _Page) -> Reason | None:
    """Return what is wrong with those who enter, if their test would tell nothing."""
    if page.is_replaced:
        return Reason.PEOPLE
    if not entering.people:
        return Reason.LITTLE
    if expect(entering, page.noise).band(page.budget) <= WIDEST:
        return None
    everybody = enter(page.other, node.items)
    if everybody.people < entering.people:  # some were asked less than the quarter
        everybody = entering
    same = expect_same_people(everybody.items, everybody.people, page.noise)
    return Reason.PEOPLE if same.band(page.budget) <= WIDEST else Reason.NOISE


def _next_bands(
    new: Scored, now: Mapping[str, Given], noise: Noise
) -> Mapping[str, NextBands]:
    """Return what could be proved of each node if all answer again, by its id."""
    panel = same_people(now, now)
    common = find_common(new, new)
    budget = strictest(common.asked_trends + 1)

    def band(those: Entering, more: int) -> float:
        expected = expect_same_people(those.items, those.people + more, noise)
        return max(expected.band(budget), LEAST)

    return {
        id_: NextBands(same=band(those, 0), more=band(those, MORE))
        for id_, items in {**common.trends, OVERALL: common.overall}.items()
        if (those := enter(panel, items)).people
    }
