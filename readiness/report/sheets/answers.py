"""All answers, one row for each question."""

from readiness.report.documents.model import Document
from readiness.report.model import AnswerLine
from readiness.report.sheets.grid import Cell, Grid, lines, words

_COLUMNS = (
    words("Trend", 18),
    words("Capability", 22),
    words("Question", 20),
    words("Text", 34),
    words("Answer", 28),
    words("What it means", 28),
    words("Note", 28),
    words("Rests on", 28),
)


def answers(document: Document) -> Grid:
    """Return every question that was asked, with its answer."""
    return Grid(
        name="Answers",
        holds="Every question with its answer, note and evidence",
        columns=_COLUMNS,
        rows=tuple(map(_row, document.report.answers)),
        said=tuple(filter(None, (document.left_out,))),
        empty="No question was asked.",
        frozen=0,
    )


def _row(line: AnswerLine) -> tuple[Cell, ...]:
    return (
        line.trend,
        line.capability,
        line.question,
        line.text,
        line.answer,
        line.anchor,
        line.note,
        lines([piece.words for piece in line.evidence]),
    )
