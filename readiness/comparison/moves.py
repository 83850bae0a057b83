"""Which questions moved the overall score, by how much, and what was answered."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readiness.comparison.pairs import Pair, TwoQuarters
from readiness.comparison.path import Step
from readiness.comparison.results import Cause, Move
from readiness.comparison.said import NOT_ASKED, WITHHELD, Said, say, say_alone
from readiness.pack.model import Capability, Question, Trend
from readiness.responses import Rated
from readiness.scoring.groups import ANONYMOUS
from readiness.scoring.score import Scorecard

_SILENT = {WITHHELD, NOT_ASKED}


class _Asked(NamedTuple):
    """A question of a form, and where in the pack it is."""

    question: Question
    capability: Capability
    trend: Trend


def find_moves(
    both: TwoQuarters, steps: Sequence[Step], *, least: int
) -> tuple[Move, ...]:
    """Return every question whose answers changed, or that is not the same any more.

    Where several people answered, what fewer than ``least`` of them said is left out,
    and so is a question of which nothing is left. If so few answered both times, that
    is all of it. Where means of those who rated both times are shown, no others are of
    groups with a few more people: what these said could be worked out. One person
    alone is shown what they said, unless it is anonymous.

    Those that moved the overall score most come first, of equal ones those that come
    first in the newer pack. A question is there once for each cause. ``steps`` are
    those of `find_steps`.
    """
    if both.stayed < least and not (both.is_alone and least < ANONYMOUS):
        return ()
    _, dropped, _, added, *answered, _ = steps
    moves = [move for step in answered for move in _of_answers(both, step, least)]
    if added.before.point() is not None:  # else no question can be blamed alone
        moves += _of_questions(both, dropped, added, least)
    shown = [move for move in moves if not {move.old_words, move.new_words} <= _SILENT]
    ids = dict.fromkeys((*_asked(both.new), *_asked(both.old)))
    place = {id_: number for number, id_ in enumerate(ids)}

    def rank(move: Move) -> tuple[bool, float, int]:
        is_nothing, points = move.points is None, abs(move.points or 0.0)
        return is_nothing, -round(points, 9), place[move.question.id]

    return tuple(sorted(shown, key=rank))


def _of_answers(both: TwoQuarters, step: Step, least: int) -> Iterator[Move]:
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
        elif not both.is_alone and _gives_away(pairs, least):
            continue
        question = asked[id_].question
        said = _said(both, pairs, (question, question), least)
        yield _move(asked[id_], step.cause, points, said)


def _gives_away(pairs: Sequence[Pair], least: int) -> bool:
    """Return whether means of all, beside those of who rated twice, tell of a few."""
    then, now, twice = (
        sum(map(is_rated, pairs))
        for is_rated in (
            lambda pair: isinstance(pair.old, Rated),
            lambda pair: isinstance(pair.new, Rated),
            lambda pair: pair.change is not None,
        )
    )
    return twice >= least and any(0 < n - twice < least for n in (then, now))


def _of_questions(
    both: TwoQuarters, dropped: Step, added: Step, least: int
) -> Iterator[Move]:
    """Yield the questions that are gone, new, or not what they were."""
    before, now = _asked(both.old), _asked(both.new)
    lost = dropped.shares([id_ for id_ in before if id_ not in both.common])
    gained = added.shares([id_ for id_ in now if id_ not in both.common])
    for id_ in dict.fromkeys((*gained, *lost)):
        old, new = before.get(id_), now.get(id_)
        asked = (old and old.question, new and new.question)
        said = _said(both, both.pairs[id_], asked, least)
        points = (lost.get(id_) or 0.0) + (gained.get(id_) or 0.0)
        yield _move(now.get(id_) or before[id_], Cause.QUESTIONS, points, said)


def _asked(card: Scorecard) -> Mapping[str, _Asked]:
    return {
        item.question.id: _Asked(item.question, part.capability, trend.trend)
        for trend in card.trends
        for part in trend.capabilities
        for item in part.items
    }


def _said(
    both: TwoQuarters,
    pairs: Sequence[Pair],
    asked: tuple[Question | None, Question | None],
    least: int,
) -> tuple[Said, Said]:
    """Return what was said then and now; ``asked`` is the question then and now."""
    old, new = asked
    if both.is_alone:
        return say_alone(old, pairs[0].old), say_alone(new, pairs[0].new)
    before, now = [pair.old for pair in pairs], [pair.new for pair in pairs]
    return say(old, before, least), say(new, now, least)


def _move(
    asked: _Asked, cause: Cause, points: float | None, said: tuple[Said, Said]
) -> Move:
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
