"""What is to be known of a comparison as a whole, in sentences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from readiness.comparison.results import Comparison, Quarter
from readiness.report import words
from readiness.report.comparing.model import NO_FIGURE, ChangeRow
from readiness.responses import Form


def remarks(comparison: Comparison, rows: Sequence[ChangeRow]) -> Iterator[str]:
    """Yield what explains the figures of ``rows``, if anything needs it."""
    if any(map(_differs_from_its_scores, rows)):
        yield (
            "A change counts the same questions, people and weights only, and is "
            "rounded by itself: it need not be the difference of the two scores."
        )
    if number := comparison.people.changed_role:
        who = words.counted(number, "person", "people")
        yield f"{who} answered as another role than before."
    yield from _quick(comparison.old, comparison.new)
    yield from _quick(comparison.new, comparison.old)


def _differs_from_its_scores(row: ChangeRow) -> bool:
    figures = (row.old_words, row.new_words, row.delta_words)
    if NO_FIGURE in figures:
        return False
    old, new, delta = map(Decimal, figures)
    return delta != new - old


def _quick(quarter: Quarter, other: Quarter) -> Iterator[str]:
    if _is_quick(quarter) and not _is_quick(other):
        yield (
            f"{quarter.period} was a quick look and {other.period} was not: only the "
            "questions of both are compared."
        )


def _is_quick(quarter: Quarter) -> bool:
    return all(response.form is Form.QUICK for response in quarter.responses)
