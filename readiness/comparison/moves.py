"""Which questions moved the overall score, by how much, and what was answered."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readiness.comparison.pairs import Pair, TwoQuarters
from readiness.comparison.path import Step
from readiness.comparison.results import Cause, Move
from readiness.comparison.said import Said, say, say_alone
from readiness.pack.model import Capability, Question, Trend
from readiness.scoring.score import Scorecard


class _Asked(NamedTuple):
    """A question of a form, and where in the pack it is."""

    question: Question
    capability: Capability
    trend: Trend


def find_moves(both: TwoQuarters, steps: Sequence[Step]) -> tuple[Move, ...]:
    """Return every question whose answers changed, or that is not the same any more.

    Those that moved the overall score most come first, of equal ones those that come
    first in the newer pack. A question is there once for each cause. ``steps`` are
    those of `find_steps`.
    """
    _, dropped, _, added, *answered, _ = steps
    moves = [move for step in answered for move in _of_answers(both, step)]
    if added.before.point() is not None:  # else no question can be blamed alone
        moves += _of_questions(both, dropped, added)
    ids = dict.fromkeys((*_asked(both.new), *_asked(both.old)))
    place = {id_: number for number, id_ in enumerate(ids)}

    def rank(move: Move) -> tuple[float, int]:
        return -round(abs(move.points), 9), place[move.question.id]

    return tuple(sorted(moves, key=rank))


def _of_answers(both: TwoQuarters, step: Step) -> Iterator[Move]:
    """Yield the common questions that somebody who stayed answers otherwise now."""
    changed = [
        id_
        for id_ in both.common
        if any(pair.cause is step.cause for pair in both.pairs[id_])
    ]
    asked = _asked(both.new)
    for id_, points in step.shares(changed).items():
        pairs = both.pairs[id_]
        if step.cause is Cause.ANSWERS:  # else its mean would tell of other causes
            pairs = tuple(pair for pair in pairs if pair.change is not None)
        question = asked[id_].question
        said = _said(both, pairs, question, question)
        yield _move(asked[id_], step.cause, points, said)


def _of_questions(both: TwoQuarters, dropped: Step, added: Step) -> Iterator[Move]:
    """Yield the questions that are gone, new, or not what they were."""
    before, now = _asked(both.old), _asked(both.new)
    lost = dropped.shares([id_ for id_ in before if id_ not in both.common])
    gained = added.shares([id_ for id_ in now if id_ not in both.common])
    for id_ in dict.fromkeys((*gained, *lost)):
        old, new = before.get(id_), now.get(id_)
        said = _said(both, both.pairs[id_], old and old.question, new and new.question)
        points = lost.get(id_, 0.0) + gained.get(id_, 0.0)
        yield _move(now.get(id_) or before[id_], Cause.QUESTIONS, points, said)


def _asked(card: Scorecard) -> Mapping[str, _Asked]:
    return {
        item.question.id: _Asked(item.question, part.capability, trend.trend)
        for trend in card.trends
        for part in trend.capabilities
        for item in part.items
    }


def _said(
    both: TwoQuarters, pairs: Sequence[Pair], old: Question | None, new: Question | None
) -> tuple[Said, Said]:
    if both.stayed == 1:
        return say_alone(old, pairs[0].old), say_alone(new, pairs[0].new)
    return say(old, [pair.old for pair in pairs]), say(new, [p.new for p in pairs])


def _move(asked: _Asked, cause: Cause, points: float, said: tuple[Said, Said]) -> Move:
    old, new = said
    return Move(
        question=asked.question,
        capability=asked.capability,
        trend=asked.trend,
        cause=cause,
        points=points,
        old=old.level,
        new=new.level,
        old_words=old.words,
        new_words=new.words,
        old_anchor=old.anchor,
        new_anchor=new.anchor,
    )
