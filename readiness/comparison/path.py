"""The way from one quarter's score to the next, one cause at a time.

Between the two assessments stand others that nobody gave: each differs from the one
before in one respect only. What the points change on the way, step by step, adds up
to the whole difference, whatever the answers are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from typing import Final

from readiness.comparison.pairs import Pair, TwoQuarters
from readiness.comparison.results import Cause
from readiness.pack.model import Question
from readiness.responses import Answer
from readiness.scoring.score import POINTS, ItemScore, Scorecard, score_item

#: What weighs in a scorecard: per trend its capabilities, each a weight and the ids of
#: its questions.
Shape = tuple[tuple[tuple[float, tuple[str, ...]], ...], ...]

_IN_TURN: Final = (Cause.APPLICABLE, Cause.KNOWN, Cause.ANSWERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a point is made of: the known levels 0..4 by question, and how they weigh.

    What is unknown, not applicable or not asked has no part in a point.
    """

    shape: Shape
    known: Mapping[str, float]

    def point(self) -> float | None:
        """Return the overall score as `score` does; nothing else, and so it is fast."""
        trends = []
        for parts in self.shape:
            weights, reached = [], []
            for weight, ids in parts:
                levels = [self.known[id_] for id_ in ids if id_ in self.known]
                if levels:
                    weights.append(weight)
                    reached.append(weight * fsum(levels) / len(levels))
            if weights:
                trends.append(fsum(reached) / fsum(weights))
        return POINTS * fsum(trends) / len(trends) if trends else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one assessment to the next: one cause has its turn.

    ``start`` is the latest point before it, and ``points`` how far it moves that: not
    at all if there is no point after it; then the next step moves it by both.
    """

    cause: Cause
    before: Standing
    after: Standing
    start: float | None
    points: float

    def shares(self, question_ids: Collection[str]) -> Mapping[str, float | None]:
        """Return the points that each question moves; they add up to those of the step.

        ``question_ids`` are all that the step changes. They are replaced one by one,
        in this order and in reverse, since what comes first may weigh less than what
        comes last; each counts by its mean. Each is ``None`` if there is no point
        before the step or none after it: then there is nothing to move.
        """
        if self.start is None or self.after.point() is None:
            return dict.fromkeys(question_ids)
        there = self._walk(question_ids, self.start)
        if self.before.known.keys() == self.after.known.keys():
            return there  # only levels change: the order makes no difference
        back = self._walk(tuple(question_ids)[::-1], self.start)
        return {id_: (there[id_] + back[id_]) / 2 for id_ in question_ids}

    def _walk(self, question_ids: Iterable[str], at: float) -> Mapping[str, float]:
        known = dict(self.before.known)
        standing = Standing(shape=self.after.shape, known=known)
        moved = dict.fromkeys(question_ids, 0.0)
        for id_ in moved:
            known.pop(id_, None)
            if id_ in self.after.known:
                known[id_] = self.after.known[id_]
            point = standing.point()
            if point is not None:
                moved[id_] = point - at
                at = point
        return moved


def find_steps(both: TwoQuarters) -> tuple[Step, ...]:
    """Return the steps from the older quarter to the newer.

    Who left goes first, and who joined comes last; between them, the questionnaire
    changes, then the answers of those who stayed. The steps to a questionnaire without
    the questions that are gone or new, from its old weights to its new ones, and to
    the newer questionnaire are three of one cause.
    """
    return tuple(_steps(tuple(_standings(both))))


def _steps(standings: tuple[tuple[Cause, Standing], ...]) -> Iterator[Step]:
    at = standings[0][1].point()
    for (_, before), (cause, after) in pairwise(standings):
        point = after.point()
        points = 0.0 if at is None or point is None else point - at
        yield Step(cause=cause, before=before, after=after, start=at, points=points)
        at = at if point is None else point


def _standings(both: TwoQuarters) -> Iterator[tuple[Cause, Standing]]:
    """Yield each assessment on the way, with the cause that led to it."""
    shape = _shape(both.old)
    yield Cause.PEOPLE, Standing(shape=shape, known=_known(both.old.items()))
    gone = _levels(both, _others(both, both.old), lambda pair: pair.old)
    common = _common(both, done=())
    yield Cause.PEOPLE, Standing(shape=shape, known=gone | common)
    yield Cause.QUESTIONS, Standing(shape=shape, known=common)
    shape = _shape(both.new)
    yield Cause.QUESTIONS, Standing(shape=shape, known=common)
    added = _levels(both, _others(both, both.new), lambda pair: pair.new)
    yield Cause.QUESTIONS, Standing(shape=shape, known=added | common)
    for place, cause in enumerate(_IN_TURN, start=1):
        common = _common(both, done=_IN_TURN[:place])
        yield cause, Standing(shape=shape, known=added | common)
    yield Cause.PEOPLE, Standing(shape=shape, known=_known(both.new.items()))


def _shape(card: Scorecard) -> Shape:
    return tuple(
        tuple(
            (part.capability.weight, tuple(item.question.id for item in part.items))
            for part in trend.capabilities
        )
        for trend in card.trends
    )


def _common(both: TwoQuarters, *, done: Collection[Cause]) -> dict[str, float]:
    """Return the levels of the common questions once some causes had their turn."""
    same = set(both.common)
    questions = (i.question for i in both.new.items() if i.question.id in same)
    return _levels(both, questions, lambda pair: pair.after(done))


def _others(both: TwoQuarters, card: Scorecard) -> Iterator[Question]:
    """Yield the questions of one form that are not in the other."""
    same = set(both.common)
    return (i.question for i in card.items() if i.question.id not in same)


def _levels(
    both: TwoQuarters,
    questions: Iterable[Question],
    answer: Callable[[Pair], Answer | None],
) -> dict[str, float]:
    """Return the known levels that those who stayed give with one of their answers."""
    return _known(
        score_item(question, [answer(pair) for pair in both.pairs[question.id]])
        for question in questions
    )


def _known(items: Iterable[ItemScore]) -> dict[str, float]:
    return {
        item.question.id: item.value
        for item in items
        if item.applicable and item.value is not None
    }
