"""What changed: this quarter beside the one before, with the band of noise.

The band is about the difference of like with like, the two scores are not: questions,
people and weights may have changed between them. So the band stands around where the
old score would be like with like, which is the new one less that difference. Then the
new score is outside of the band exactly where the difference counts as a change.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.report.charts.axes import TICKS, Key, keys, ticks_above
from readiness.report.charts.canvas import WIDTH, Told, chart, sentences
from readiness.report.charts.lettering import BOLD, short, wrap
from readiness.report.charts.model import Chart, ChartKind, Table
from readiness.report.charts.scales import Scale, at
from readiness.report.charts.shapes import (
    LEADING,
    SIZE,
    SMALL,
    Box,
    Line,
    Words,
    bar,
    level_line,
    stacked,
    upright,
)
from readiness.report.documents.model import ChangeLine, Changes, Document

PLOT = Scale(low=0, high=100, start=186, end=440)
_NAMES = 168.0
_VERDICTS = 458.0
_TOP = 34.0
_PADDING = 20.0
_BAND = (
    "a change that ends inside this band counts as noise; the band is about the same "
    "questions and people, so it need not be centred on the old score"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Overall or a trend; what is not known, or not comparable, is not drawn."""

    track: Line
    grid: tuple[Line, ...]
    bottom: float
    texts: tuple[Words, ...]
    old: float | None
    new: float | None
    step: Line | None  #: from the old score to the new one
    band: Box | None  #: a new score inside is no detectable change
    is_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumbbells:
    """The picture."""

    ticks: tuple[Words, ...]
    rows: tuple[Row, ...]
    keys: tuple[Key, ...]
    height: float


def changes(document: Document) -> Chart | None:
    """Draw what changed; there is none without a quarter before."""
    made = document.changes
    if made is None or not made.lines:
        return None
    drawing = changes_of(made)
    told = Told(
        kind=ChartKind.CHANGES,
        title=f"Change from {made.old_period} to {made.new_period}",
        description=sentences(_sentences(made)),
        table=_table(made),
    )
    return chart(told, document.brand.palette, drawing.height, drawing)


def changes_of(made: Changes) -> Dumbbells:
    """Return the geometry of the changes."""
    rows = tuple(_rows(made))
    bottom = rows[-1].bottom
    entries = tuple(keys(tuple(_meanings(made, rows)), PLOT.start, at(bottom + 26)))
    return Dumbbells(
        ticks=ticks_above(PLOT, _TOP - 8),
        rows=rows,
        keys=entries,
        height=at(entries[-1].words.next if entries else bottom),
    )


def _rows(made: Changes) -> Iterator[Row]:
    top = _TOP
    for line in made.lines:
        row = _row(line, top)
        top = row.bottom
        yield row


def _row(line: ChangeLine, top: float) -> Row:
    left, right = _left(line), _right(line)
    lines = max(sum(len(part.lines) for part in side) for side in (left, right))
    height = max(lines, 2) * LEADING + _PADDING
    middle = at(top + height / 2)
    notes = wrap("; ".join(line.notes), WIDTH - PLOT.start, SMALL, 2)
    note = Words(
        lines=notes, x=PLOT.start, y=at(top + height + 8), size=SMALL, role="muted"
    )
    return Row(
        track=level_line(middle, PLOT.start, PLOT.end),
        grid=tuple(upright(PLOT.at(tick), top, at(top + height)) for tick in TICKS),
        bottom=at(note.next if notes else top + height),
        texts=(*stacked(left, middle), *stacked(right, middle), note),
        old=_place(line.old),
        new=_place(line.new),
        step=_step(line, middle),
        band=_band(line, middle),
        is_change=line.is_change,
    )


def _left(line: ChangeLine) -> tuple[Words, Words]:
    figures = f"{line.old_words} to {line.new_words}"
    is_bold = line.id == "overall"
    size = SIZE * BOLD if is_bold else SIZE
    return (
        Words(lines=wrap(line.short, _NAMES, size, 2), x=0, is_bold=is_bold),
        Words(lines=(figures,), x=0, size=SMALL, role="muted"),
    )


def _right(line: ChangeLine) -> tuple[Words, Words]:
    room = WIDTH - _VERDICTS
    verdict = wrap(line.verdict, room, SIZE * BOLD, 2)
    more = _after(line.said, line.verdict)
    return (
        Words(lines=verdict, x=_VERDICTS, is_bold=line.is_change),
        Words(lines=wrap(more, room, SMALL, 3), x=_VERDICTS, size=SMALL, role="muted"),
    )


def _after(said: str, verdict: str) -> str:
    """Return what is said after the verdict: its band, or its reason."""
    more = said.removeprefix(verdict).removeprefix(":").strip()
    return more[1:-1] if more.startswith("(") else more


def _place(points: float | None) -> float | None:
    return None if points is None else PLOT.at(points)


def _step(line: ChangeLine, y: float) -> Line | None:
    """Return the way from old to new; what is not comparable is not joined."""
    if line.old is None or line.new is None or line.delta is None:
        return None
    return level_line(y, PLOT.at(line.old), PLOT.at(line.new))


def _band(line: ChangeLine, y: float) -> Box | None:
    if line.old is None or line.new is None or line.delta is None or line.band is None:
        return None
    was = line.new - line.delta  # the old score, like with like
    return bar(PLOT.at(was - line.band), PLOT.at(was + line.band), y, 22)


def _meanings(made: Changes, rows: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the signs mean that are drawn."""
    if any(row.old is not None for row in rows):
        yield "old", f"{made.old_period}, the quarter before"
    if any(row.new is not None for row in rows):
        yield "new", f"{made.new_period}, this quarter"
    if any(row.band for row in rows):
        yield "band", _BAND


def _sentences(made: Changes) -> Iterator[str]:
    """Yield the alternative text: the verdict of every row."""
    yield f"Scores of {made.old_period} and {made.new_period}, and what counts as noise"
    for line in made.lines:
        yield (
            f"{short(line.short)}: {line.old_words} to {line.new_words}, "
            f"{short(line.said, 160)}"
        )


def _table(made: Changes) -> Table:
    return Table(
        caption=f"Scores of 100 in {made.old_period} and {made.new_period}",
        head=(
            "",
            made.old_period,
            made.new_period,
            "Change, like with like",
            "Needed",
            "In common",
            "Verdict",
            "Notes",
        ),
        rows=tuple(
            (
                line.name,
                line.old_words,
                line.new_words,
                line.delta_words,
                line.band_words,
                line.common_words,
                line.said,
                "; ".join(line.notes),
            )
            for line in made.lines
        ),
        numeric=(False, True, True, True, True, True, False, False),
    )
