"""What moved the score: the exact split, and the answers behind it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from readiness.comparison.results import Cause, Comparison, Move
from readiness.comparison.said import FEWER, WITHHELD
from readiness.report import words
from readiness.report.comparing.model import NO_FIGURE, MoveLine, PartLine
from readiness.scoring.groups import ANONYMOUS, NAMED
from readiness.scoring.score import Score

SHOWN = 5  #: answers that moved it most
UNCOUNTED = 5  #: further ones that no verdict counts

_ASIDE = {Cause.KNOWN, Cause.APPLICABLE}  # whose answers no verdict counts


def split_words(comparison: Comparison) -> str:
    """Return "overall 54.2 to 57.4: +3.2", or why the scores are not subtracted."""
    ends = _ends(comparison)
    if ends is None:
        return f"the scores cannot be subtracted: {_why_not(comparison)}"
    old, new = ends
    return f"overall {old} to {new}: {words.signed(str(new - old))}"


def _why_not(comparison: Comparison) -> str:
    """Return which quarter has no score to show, and why."""
    scores = {
        comparison.old.period: comparison.overall.old,
        comparison.new.period: comparison.overall.new,
    }
    empty = [period for period, score in scores.items() if score is None]
    poor = [
        period
        for period, score in scores.items()
        if score is not None and not score.is_enough
    ]
    reasons = []
    if empty:
        reasons.append(f"nothing applies in {words.joined(empty)}")
    if poor or not empty:
        reasons.append(f"not enough known in {words.joined(poor or scores)}")
    return "; ".join(reasons)


def withheld_words(comparison: Comparison, *, is_anonymous: bool) -> str:
    """Return why answers are not shown; "" if nobody has to stay unseen."""
    people, least = comparison.people, ANONYMOUS if is_anonymous else NAMED
    explained = comparison.explanation
    is_alone = max(people.old, people.new) == 1
    if not people.returning or (is_alone and not is_anonymous):
        return ""
    if people.returning < least:
        why = f"fewer than {least} people answered both times"
        return f"Single answers are not shown: {why}."
    if explained.difference is None and not explained.moves:
        return ""
    mark = "Anonymous: what" if is_anonymous else "What"
    return f"{mark} fewer than {least} people said of a question is not shown."


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
    """Return how many of the questions that moved are not shown, or "".

    A question may have moved for more than one cause.
    """
    lines = (*move_lines(moves), *uncounted_lines(moves))
    shown = {line.move.question.id for line in lines}
    left = len({move.question.id for move in moves} - shown)
    return f"and {words.counted(left, 'more question')}" if left else ""


def _seen(moves: Sequence[Move]) -> int:
    """Return how many of the first moves are more than 0.0 points; all are sorted."""
    return sum(
        move.points is not None and Decimal(words.one_decimal(move.points)) != 0
        for move in moves[:SHOWN]
    )


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
        points_words=_points(move),
        question=move.question.text,
        was=_answer(move.old_words, move.old_anchor),
        now=_answer(move.new_words, move.new_anchor),
        mark=_mark(move),
        in_short=(
            f"{move.capability.name}, {move.question.facet} ({move.question.id}): "
            f"{move.old_words}; now {move.new_words}"
        ),
    )


def _points(move: Move) -> str:
    if move.points is None:
        return NO_FIGURE
    return words.signed(words.one_decimal(move.points))


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

    It is "" if both have one, or if some answers are left out: then people answered
    differently from each other.
    """
    if any(
        FEWER in said or said == WITHHELD for said in (move.old_words, move.new_words)
    ):
        return ""
    if (move.old is None) is (move.new is None):
        return ""
    return before if move.old is None else now
