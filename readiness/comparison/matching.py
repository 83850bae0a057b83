"""What two quarters have in common: the same questions, with their weights in each.

A question is the same if its id and its revision are, and if both forms ask it
(measurement.md, section 3.1).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from readiness.comparison.results import Quarter
from readiness.pack.model import Pack, Question
from readiness.responses import Form
from readiness.scoring.score import Scorecard

_DIGITS = 9  # shares are compared with a limit after rounding, as scores are

Shares = Mapping[str, float]  #: of a node's weight, 0 to 1 by question id


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A quarter with its scorecard."""

    quarter: Quarter
    card: Scorecard

    @property
    def pack(self) -> Pack:
        """The pack that the responses answer."""
        return self.quarter.pack

    @property
    def form(self) -> Form:
        """The form that the quarter as a whole answers."""
        return self.card.form


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question that both quarters asked, with its share 0..1 of the node in each."""

    id: str
    old: float
    new: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The common questions of the overall score and of each trend that both packs have.

    ``count`` is how many there are.
    """

    overall: tuple[Item, ...]
    trends: Mapping[str, tuple[Item, ...]]
    count: int


def find_common(old: Scored, new: Scored) -> Common:
    """Find the questions that can be compared, and what they weigh.

    A node's weight is that of the questions which both forms could ask; those that
    apply in neither quarter are no part of it. What questions weigh beside each other
    never depends on answers.
    """
    before, after = _askable(old, new), _askable(new, old)
    same = {
        id_
        for id_, question in after.items()
        if id_ in before and before[id_].revision == question.revision
    }
    nowhere = same & _not_applicable(old.card) & _not_applicable(new.card)
    were, are = _weigh(old.pack, before), _weigh(new.pack, after)

    def in_common(old: Shares, new: Shares) -> tuple[Item, ...]:
        return _items(_rescaled(old, nowhere), _rescaled(new, nowhere), same)

    return Common(
        overall=in_common(_joined(were.values()), _joined(are.values())),
        trends={id_: in_common(were[id_], are[id_]) for id_ in are if id_ in were},
        count=len(same),
    )


def share_of(items: Sequence[Item]) -> float:
    """Return which share 0..1 of a node's weight ``items`` are, the smaller of both."""
    old, new = fsum(item.old for item in items), fsum(item.new for item in items)
    return round(min(old, new), _DIGITS)


def _askable(own: Scored, other: Scored) -> Mapping[str, Question]:
    """Return the questions of one pack that the forms of both quarters could ask."""
    theirs = other.pack.question_by_id
    return {
        question.id: question
        for question in own.pack.questions()
        if own.form.asks(question)
        and other.form.asks(theirs.get(question.id, question))
    }


def _not_applicable(card: Scorecard) -> set[str]:
    return {item.question.id for item in card.items() if not item.applicable}


def _weigh(pack: Pack, asked: Collection[str]) -> Mapping[str, Shares]:
    """Return what each asked question weighs within its trend."""
    weighed = {}
    for trend in pack.trends:
        parts = [
            (capability.weight, ids)
            for capability in trend.capabilities
            if (ids := [q.id for q in capability.questions if q.id in asked])
        ]
        total = fsum(weight for weight, _ in parts)
        weighed[trend.id] = {
            id_: weight / total / len(ids) for weight, ids in parts for id_ in ids
        }
    return weighed


def _rescaled(shares: Shares, left_out: Collection[str]) -> Shares:
    kept = {id_: share for id_, share in shares.items() if id_ not in left_out}
    total = fsum(kept.values())
    return {id_: share / total for id_, share in kept.items()}


def _joined(trends: Iterable[Shares]) -> Shares:
    """Return the shares of the overall score, in which trends weigh alike."""
    filled = [shares for shares in trends if shares]
    return {
        id_: share / len(filled) for shares in filled for id_, share in shares.items()
    }


def _items(old: Shares, new: Shares, same: Collection[str]) -> tuple[Item, ...]:
    """Return the common questions of a node; one that moved here was no part of it."""
    return tuple(
        Item(id=id_, old=old.get(id_, 0.0), new=share)
        for id_, share in new.items()
        if id_ in same
    )
