"""What changed since the quarter before, and the quarters so far."""

from collections.abc import Iterator

from readiness.report.documents.model import (
    CauseLine,
    ChangeLine,
    Changes,
    Past,
    PastLine,
)
from readiness.report.sheets.grid import Cell, Grid, Kind, lines, number, words


def changes(found: Changes) -> Iterator[Grid]:
    """Yield the verdicts, what makes the difference, and the answers behind it."""
    yield _verdicts(found)
    if found.causes:
        yield _causes(found)
    if found.moves:
        yield _moves(found)


def history(past: Past) -> Grid:
    """Return the score of every quarter."""
    people = zip(past.shorts, past.people, strict=True)
    answered = ", ".join(f"{short}: {number}" for short, number in people)
    return Grid(
        name="History",
        holds="Scores of all quarters",
        columns=(
            words("Name", 30),
            *(number(short, Kind.POINTS) for short in past.shorts),
            words("Since the first", 34),
            words("Since the one before", 34),
            words("Notes", 30),
        ),
        rows=tuple(map(_past_row, past.lines)),
        said=(f"{past.title_words}. An empty cell: too little is known.",),
        notes=(f"People who answered, {answered}.", *past.remarks),
    )


def _verdicts(found: Changes) -> Grid:
    headline = (f"{label}: {said}" for label, said in found.headline)
    return Grid(
        name="Changes",
        holds=f"What changed, {found.old_period} to {found.new_period}",
        columns=(
            words("Name", 30),
            number(found.old_period, Kind.POINTS, 10),
            number(found.new_period, Kind.POINTS, 10),
            number("Change", Kind.CHANGE),
            number("Needed", Kind.NUMBER),
            number("In common", Kind.SHARE),
            words("Verdict", 22),
            words("In words", 34),
            words("Notes", 30),
        ),
        rows=tuple(map(_change_row, found.lines)),
        said=tuple(headline),
        notes=tuple(_notes(found)),
        empty="No score can be compared.",
    )


def _notes(found: Changes) -> Iterator[str]:
    yield from found.remarks
    if found.plan:
        yield lines(("Last quarter's plan", *found.plan))
    yield from found.outlook


def _causes(found: Changes) -> Grid:
    return Grid(
        name="Causes",
        holds="Where the difference comes from",
        columns=(
            words("Cause", 34),
            number("Points", Kind.CHANGE),
            words("In words", 60),
        ),
        rows=tuple(map(_cause_row, found.causes)),
        said=(found.split_words,),
    )


def _moves(found: Changes) -> Grid:
    rows = ((m.question, m.points, m.was, m.now, m.mark) for m in found.moves)
    return Grid(
        name="Moved answers",
        holds="What moved it most: the questions with most points of the difference",
        columns=(
            words("Question", 46),
            number("Points", Kind.CHANGE),
            words("Was", 40),
            words("Now", 40),
            words("Remark", 32),
        ),
        rows=tuple(rows),
        said=tuple(filter(None, (found.withheld_words,))),
    )


def _cause_row(line: CauseLine) -> tuple[Cell, ...]:
    # The points as they are said: rounded so that the column adds up to what is shown.
    return line.name, float(line.points_words), line.words


def _change_row(line: ChangeLine) -> tuple[Cell, ...]:
    return (
        line.name,
        line.old,
        line.new,
        line.delta,
        line.band,
        line.common,
        line.verdict,
        line.said,
        lines(line.notes),
    )


def _past_row(line: PastLine) -> tuple[Cell, ...]:
    return (
        line.name,
        *line.points,
        line.words,
        line.since_previous,
        lines(line.notes),
    )
