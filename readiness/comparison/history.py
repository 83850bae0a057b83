"""How a team's scores went over the quarters.

A line through scores invites words that nothing supports. Whatever is said of a
change here is the verdict of a comparison of two quarters, and of nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readiness.comparison.compare import compare
from readiness.comparison.results import Comparison, NodeChange, Quarter
from readiness.pack.model import Noise, Pack, Trend
from readiness.scoring.groups import NAMED
from readiness.scoring.score import OVERALL, Score, Scorecard, score

_Changes = Mapping[str, NodeChange]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeHistory:
    """The scores of one node, overall or a trend, one per quarter; ``None``: no score.

    ``since_first`` compares the first quarter that has the node with the last quarter,
    ``since_previous`` the last two; each is ``None`` if there are not two.
    """

    id: str
    name: str
    short: str
    scores: tuple[Score | None, ...]
    since_first: NodeChange | None
    since_previous: NodeChange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChange:
    """The questions that were asked became others; ``period`` is the first with them.

    ``differing`` is how many questions of the two packs are not the same, by id and
    revision.
    """

    period: str
    old_id: str
    old_version: str
    new_id: str
    new_version: str
    differing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A team's quarters, the earliest first, and what became of each score."""

    quarters: tuple[Quarter, ...]
    overall: NodeHistory
    trends: tuple[NodeHistory, ...]  #: those of the newest pack, then those gone
    pack_changes: tuple[PackChange, ...]
    compared: Mapping[int, Comparison]  #: with the last quarter, by place of the older


def trace(
    quarters: Sequence[Quarter],
    *,
    noise: Noise | None = None,
    foci: Mapping[int, str] | None = None,
    least: int = NAMED,
) -> History:
    """Return the history of a team's quarters: at least one, the earliest first.

    ``noise`` is that of the newer pack of each comparison unless given. ``foci`` has
    the trend that the plan of a quarter declared, by the quarter's place.
    ``least`` is as in `compare`.
    """
    cards = [score(quarter.pack, quarter.responses) for quarter in quarters]
    compared = {
        first: compare(
            quarters[first],
            quarters[-1],
            noise=noise,
            focus=(foci or {}).get(first),
            least=least,
        )
        for first in _firsts(quarters)
    }
    changes = {first: comparison.nodes() for first, comparison in compared.items()}
    return History(
        quarters=tuple(quarters),
        overall=NodeHistory(
            id=OVERALL,
            name="Overall",
            short="Overall",
            scores=tuple(card.score for card in cards),
            since_first=_change(changes, 0, OVERALL),
            since_previous=_change(changes, len(quarters) - 2, OVERALL),
        ),
        trends=tuple(
            _trend(trend, quarters, cards, changes) for trend in _trends(quarters)
        ),
        pack_changes=tuple(_pack_changes(quarters)),
        compared=compared,
    )


def _firsts(quarters: Sequence[Quarter]) -> Iterable[int]:
    """Return the places of the quarters that are compared with the last one."""
    last = len(quarters) - 1
    needed = {0, last - 1, *(_first(quarters, t.id) for t in _trends(quarters))}
    return sorted(place for place in needed if 0 <= place < last)


def _first(quarters: Sequence[Quarter], trend_id: str) -> int:
    """Return the place of the first quarter that has the trend."""
    return next(
        place
        for place, quarter in enumerate(quarters)
        if any(trend.id == trend_id for trend in quarter.pack.trends)
    )


def _trends(quarters: Sequence[Quarter]) -> Iterable[Trend]:
    """Return every trend as the newest pack that has it says it."""
    found: dict[str, Trend] = {}
    for quarter in reversed(quarters):
        for trend in quarter.pack.trends:
            found.setdefault(trend.id, trend)
    return found.values()


def _trend(
    trend: Trend,
    quarters: Sequence[Quarter],
    cards: Sequence[Scorecard],
    changes: Mapping[int, _Changes],
) -> NodeHistory:
    by_quarter = [{part.trend.id: part.score for part in card.trends} for card in cards]
    return NodeHistory(
        id=trend.id,
        name=trend.name,
        short=trend.short,
        scores=tuple(scores.get(trend.id) for scores in by_quarter),
        since_first=_change(changes, _first(quarters, trend.id), trend.id),
        since_previous=_change(changes, len(quarters) - 2, trend.id),
    )


def _change(
    changes: Mapping[int, _Changes], place: int, node_id: str
) -> NodeChange | None:
    """Return what became of a node since a quarter, if that was compared at all."""
    return changes.get(place, {}).get(node_id)


def _pack_changes(quarters: Sequence[Quarter]) -> Iterator[PackChange]:
    for before, now in pairwise(quarters):
        old, new = before.pack, now.pack
        differing = _differing(old, new)
        if differing or (old.id, old.version) != (new.id, new.version):
            yield PackChange(
                period=now.period,
                old_id=old.id,
                old_version=old.version,
                new_id=new.id,
                new_version=new.version,
                differing=differing,
            )


def _differing(old: Pack, new: Pack) -> int:
    before, now = (
        {question.id: question.revision for question in pack.questions()}
        for pack in (old, new)
    )
    return sum(before.get(id_) != now.get(id_) for id_ in before | now)
