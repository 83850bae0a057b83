"""What two quarters have in common: the same questions, with their weights in each.

A question is the same if its id and its revision are, and if both forms ask it
(measurement.md, section 3.1).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from readiness.comparison.results import Quarter
from readiness.pack.model import Pack, Question
from readiness.responses import Form
from readiness.scoring.score import Scorecard
from readiness.scoring.weights import DIGITS, Shares, joined, rescaled, weigh


class Forms(NamedTuple):
    """The forms that one person, or a quarter as a whole, answered then and now."""

    old: Form
    new: Form


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
    """A question that both quarters asked, with its share 0..1 of the node in each.

    The shares are of what two forms could ask of the node.
    """

    id: str
    old: float
    new: float


Items = Mapping[Forms, tuple[Item, ...]]  #: a node's common questions, by who is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The common questions of the overall score and of each trend that both packs have.

    ``count`` is how many the ``forms`` of the quarters have. The others there are items
    for are those of people who answered both times.
    """

    forms: Forms
    overall: Items
    trends: Mapping[str, Items]
    count: int

    @property
    def asked_trends(self) -> int:
        """How many trends have a question in common."""
        return sum(bool(items[self.forms]) for items in self.trends.values())


def find_common(old: Scored, new: Scored) -> Common:
    """Find the questions that can be compared, and what they weigh.

    A node's weight is that of the questions which both forms could ask, of the quarters
    or of one person; those that apply in neither quarter are no part of it. What
    questions weigh beside each other never depends on answers.
    """
    forms = Forms(old.form, new.form)
    before, after = _askable(old, new, forms)
    same = {
        id_
        for id_, question in after.items()
        if id_ in before and before[id_].revision == question.revision
    }
    nowhere = same & _not_applicable(old.card) & _not_applicable(new.card)
    were, are = weigh(old.pack, before), weigh(new.pack, after)
    asked = {
        own: [ids.keys() - nowhere for ids in _askable(old, new, own)]
        for own in {forms, *_of_people(old, new)}
    }

    def in_common(old: Shares, new: Shares) -> Items:
        return {
            own: _items(rescaled(old, then), rescaled(new, now), same)
            for own, (then, now) in asked.items()
        }

    return Common(
        forms=forms,
        overall=in_common(joined(were.values()), joined(are.values())),
        trends={id_: in_common(were[id_], are[id_]) for id_ in are if id_ in were},
        count=len(same),
    )


def share_of(items: Sequence[Item]) -> float:
    """Return which share 0..1 of a node's weight ``items`` are, the smaller of both."""
    old, new = fsum(item.old for item in items), fsum(item.new for item in items)
    return round(min(old, new), DIGITS)


def _askable(
    old: Scored, new: Scored, forms: Forms
) -> tuple[Mapping[str, Question], Mapping[str, Question]]:
    """Return the questions of each pack that both forms could ask."""
    before, after = old.pack.question_by_id, new.pack.question_by_id
    return (
        {
            id_: question
            for id_, question in before.items()
            if forms.old.asks(question) and forms.new.asks(after.get(id_, question))
        },
        {
            id_: question
            for id_, question in after.items()
            if forms.new.asks(question) and forms.old.asks(before.get(id_, question))
        },
    )


def _of_people(old: Scored, new: Scored) -> Iterator[Forms]:
    """Yield the forms of each person who answered both times."""
    before = {response.respondent: response.form for response in old.quarter.responses}
    for response in new.quarter.responses:
        if response.respondent in before:
            yield Forms(before[response.respondent], response.form)


def _not_applicable(card: Scorecard) -> set[str]:
    return {item.question.id for item in card.items() if not item.applicable}


def _items(old: Shares, new: Shares, same: Collection[str]) -> tuple[Item, ...]:
    """Return the common questions of a node; one that moved here was no part of it."""
    return tuple(
        Item(id=id_, old=old.get(id_, 0.0), new=share)
        for id_, share in new.items()
        if id_ in same
    )
