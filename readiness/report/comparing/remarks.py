"""What is to be known of a comparison as a whole, in sentences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from readiness.comparison.results import Comparison, Quarter
from readiness.pack.model import Noise
from readiness.report import words
from readiness.report.comparing.forms import MIXED, form_of
from readiness.report.comparing.model import NO_FIGURE, ChangeRow
from readiness.responses import Form
from readiness.scoring.groups import NAMED


def remarks(comparison: Comparison, rows: Sequence[ChangeRow]) -> Iterator[str]:
    """Yield what explains the figures of ``rows``, if anything needs it."""
    if any(map(_differs_from_its_scores, rows)):
        yield (
            "A change counts the same questions, people and weights only, and is "
            "rounded by itself: it need not be the difference of the two scores."
        )
    if number := comparison.people.changed_role:
        yield (
            f"{_who(number, comparison)} changed role in between (say, from "
            "practitioner to leader). Verdicts go by persons and stay; what the roles "
            "say of themselves is of other people now."
        )
    yield from _quick(comparison.old, comparison.new)
    yield from _quick(comparison.new, comparison.old)


def noise_words(noise: Noise, source: str) -> str:
    """Return whose noise a change was held against; "" is that of the pack."""
    if not source:
        return "How much answers vary by themselves is assumed, not measured."
    figures = [words.exact(deviation) for deviation in (noise.item, noise.shift)]
    return (
        f"How much answers vary by themselves is from {source}: {figures[0]} levels "
        f"for an answer, {figures[1]} for all of a person's alike."
    )


def noise_hints(source: str) -> tuple[str, ...]:
    """Return what to type for noise that is measured, nothing if it was."""
    measures = "readiness calibrate measures how much answers vary by themselves."
    return () if source else (measures,)


def _who(number: int, comparison: Comparison) -> str:
    """Return how many, unless so few could be recognised among the others."""
    people = comparison.people
    if number < NAMED and max(people.old, people.new) > 1:
        return f"Fewer than {NAMED} people"
    return words.counted(number, "person", "people")


def _differs_from_its_scores(row: ChangeRow) -> bool:
    figures = (row.old_words, row.new_words, row.delta_words)
    if NO_FIGURE in figures:
        return False
    old, new, delta = map(Decimal, figures)
    return delta != new - old


def _quick(quarter: Quarter, other: Quarter) -> Iterator[str]:
    form = form_of(quarter)
    if form == MIXED:
        yield (
            f"Some took the quick look in {quarter.period}: of each person, only what "
            "their form asks is compared."
        )
    elif form == Form.QUICK and form_of(other) != Form.QUICK:
        yield (
            f"{quarter.period} was a quick look and {other.period} was not: only the "
            "questions of both are compared."
        )
