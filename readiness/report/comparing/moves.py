"""What moved the score: the exact split, and the answers behind it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from readiness.comparison.results import Cause, Comparison, Move
from readiness.report import words
from readiness.report.comparing.model import MoveLine, PartLine
from readiness.scoring.score import Score

SHOWN = 5  #: answers that moved it most
UNCOUNTED = 5  #: further ones that no verdict counts

_ASIDE = {Cause.KNOWN, Cause.APPLICABLE}  # whose answers no verdict counts


def split_words(comparison: Comparison) -> str:
    """Return "overall 54.2 to 57.4: +3.2", or why the scores are not subtracted."""
    ends = _ends(comparison)
    if ends is None:
        scores = {
            comparison.old.period: comparison.overall.old,
            comparison.new.period: comparison.overall.new,
        }
        poor = [period for period, score in scores.items() if _shown(score) is None]
        known = words.joined(poor or scores)
        return f"the scores cannot be subtracted: not enough known in {known}"
    old, new = ends
    return f"overall {old} to {new}: {words.signed(str(new - old))}"


def part_lines(comparison: Comparison) -> tuple[PartLine, ...]:
    """Return the causes with figures that visibly make the difference."""
    parts, ends = comparison.explanation.parts, _ends(comparison)
    if ends is None:
        return ()
    figures = words.adding_up([part.points for part in parts], ends[1] - ends[0])
    return tuple(
        PartLine(
            part=part,
            points_words=words.signed(figure),
            words=_part_words(part.cause, part.count),
        )
        for part, figure in zip(parts, figures, strict=True)
    )


def move_lines(moves: Sequence[Move]) -> tuple[MoveLine, ...]:
    """Return the answers that moved the score most, if one decimal shows it."""
    return tuple(map(_move_line, moves[: _seen(moves)]))


def uncounted_lines(moves: Sequence[Move]) -> tuple[MoveLine, ...]:
    """Return further answers that are new or gone, which no verdict counts."""
    rest = [move for move in moves[_seen(moves) :] if move.cause in _ASIDE]
    return tuple(map(_move_line, rest[:UNCOUNTED]))


def more_words(moves: Sequence[Move]) -> str:
    """Return how many of the moves are not shown, or ""."""
    left = len(moves) - len(move_lines(moves)) - len(uncounted_lines(moves))
    return f"and {words.counted(left, 'more question')}" if left else ""


def _seen(moves: Sequence[Move]) -> int:
    """Return how many of the first moves are more than 0.0 points; all are sorted."""
    return sum(Decimal(words.one_decimal(move.points)) != 0 for move in moves[:SHOWN])


def _ends(comparison: Comparison) -> tuple[Decimal, Decimal] | None:
    """Return both overall scores with one decimal, if both are shown."""
    old, new = map(_shown, (comparison.overall.old, comparison.overall.new))
    if comparison.explanation.difference is None or old is None or new is None:
        return None
    return Decimal(words.one_decimal(old)), Decimal(words.one_decimal(new))


def _shown(score: Score | None) -> float | None:
    return score.point if score is not None and score.is_enough else None


def _part_words(cause: Cause, count: int) -> str:
    if not count:
        return cause.value
    if cause is Cause.PEOPLE:
        return f"{cause.value} ({words.counted(count, 'person', 'people')})"
    return f"{cause.value} ({words.counted(count, 'question')})"


def _move_line(move: Move) -> MoveLine:
    return MoveLine(
        move=move,
        points_words=words.signed(words.one_decimal(move.points)),
        question=f"{move.question.text} ({move.question.id})",
        was=_answer(move.old_words, move.old_anchor),
        now=_answer(move.new_words, move.new_anchor),
        mark=_mark(move),
        in_short=(
            f"{move.capability.name}, {move.question.facet} ({move.question.id}): "
            f"{move.old_words}; now {move.new_words}"
        ),
    )


def _answer(said: str, anchor: str) -> str:
    return f"{said}: {anchor}" if anchor else said


def _mark(move: Move) -> str:
    match move.cause:
        case Cause.ANSWERS:
            return ""
        case Cause.KNOWN:
            some = "some left it open, before or now"
            what = _by_side(move, "newly answered", "no longer answered") or some
        case Cause.APPLICABLE:
            some = "not applicable to some, before or now"
            what = _by_side(move, "was not applicable", "newly not applicable") or some
        case Cause.PEOPLE:
            what = "other people answered"
        case Cause.QUESTIONS:
            what = "the question or its weight changed"
        case _:
            assert_never(move.cause)
    return f"{what}: not counted in the verdicts"


def _by_side(move: Move, before: str, now: str) -> str:
    """Return ``before`` if only the older answers have no level, ``now`` if the newer.

    It is "" if both have one: then people answered differently from each other.
    """
    if (move.old is None) is (move.new is None):
        return ""
    return before if move.old is None else now
