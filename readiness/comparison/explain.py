"""Why a score differs from the one before: the causes, each with its points."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from readiness.comparison.moves import find_moves
from readiness.comparison.pairs import TwoQuarters, pair_up
from readiness.comparison.path import Step, find_steps
from readiness.comparison.results import Cause, Explanation, Move, Part, Quarter
from readiness.scoring.groups import ANONYMOUS, NAMED
from readiness.scoring.score import Score, Scorecard


def explain(old: Quarter, new: Quarter, *, least: int = NAMED) -> Explanation:
    """Split the difference of the two shown overall scores by cause, exactly.

    The older assessment becomes the newer step by step: people who left are taken
    away; the newer questionnaire takes the place of the older, with its weights; what
    is not applicable changes, then what is known, then the levels; people who joined
    are added. Each step counts for what it moves the score. Of several people, what
    fewer than ``least`` answered to a question is left out. The anonymous are told what
    a question moved in tenths of points, and nothing if there is no difference.
    """
    both = pair_up(old, new)
    steps = find_steps(both)
    difference = _difference(both.old.score, both.new.score)
    moves = find_moves(both, steps, least=least)
    if least >= ANONYMOUS:
        moves = () if difference is None else tuple(map(_roughly, moves))
    return Explanation(
        difference=difference,
        parts=() if difference is None else _parts(both, steps, (old, new)),
        moves=moves,
    )


def _roughly(move: Move) -> Move:
    """Return a move in tenths of points: exact ones tell what everybody said."""
    return move if move.points is None else replace(move, points=round(move.points, 1))


def _difference(old: Score | None, new: Score | None) -> float | None:
    """Return how far the score moved, ``None`` unless both reports show it."""
    before, now = _shown(old), _shown(new)
    return None if before is None or now is None else now - before


def _shown(score: Score | None) -> float | None:
    return score.point if score is not None and score.is_enough else None


def _parts(
    both: TwoQuarters, steps: Sequence[Step], quarters: tuple[Quarter, Quarter]
) -> tuple[Part, ...]:
    counts = Counter(
        cause
        for id_ in both.common
        for cause in {pair.cause for pair in both.pairs[id_]}
    )
    counts[Cause.PEOPLE] = _other_people(*quarters)
    counts[Cause.QUESTIONS] = _other_questions(both)
    return tuple(
        Part(
            cause=cause,
            points=fsum(step.points for step in steps if step.cause is cause),
            count=counts[cause],
        )
        for cause in Cause
    )


def _other_people(old: Quarter, new: Quarter) -> int:
    """Return how many people left or joined."""
    before, now = ({r.respondent for r in quarter.responses} for quarter in (old, new))
    return len(before ^ now)


def _other_questions(both: TwoQuarters) -> int:
    """Return how many questions are gone, new, not the same, or weigh otherwise."""
    before, now = _seats(both.old), _seats(both.new)
    return sum(before.get(id_) != now.get(id_) for id_ in before | now)


def _seats(card: Scorecard) -> dict[str, tuple[int, str, str, float]]:
    """Return by question its revision, trend, capability and that one's weight."""
    return {
        item.question.id: (
            item.question.revision,
            trend.trend.id,
            part.capability.id,
            part.capability.weight,
        )
        for trend in card.trends
        for part in trend.capabilities
        for item in part.items
    }
