"""All answers, one row for each question."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import AnswerLine, Report
from readiness.report.panel_model import QuestionLine
from readiness.report.sheets.grid import (
    Cell,
    Fields,
    Grid,
    Kind,
    cells_of,
    columns_of,
    lines,
    number,
    words,
)

_ANSWER: Fields[AnswerLine] = (
    (words("Question", 20), lambda line: line.question),
    (words("Trend", 18), lambda line: line.trend),
    (words("Capability", 22), lambda line: line.capability),
    (words("Text", 34), lambda line: line.text),
    (words("Answer", 28), lambda line: line.answer),
    (number("Level", Kind.NUMBER), lambda line: line.level),
)
_PANEL: Fields[QuestionLine] = (
    (number("Median", Kind.NUMBER), lambda said: said.median),
    (number("Rated", Kind.COUNT), lambda said: said.rated),
    (number("Don't know", Kind.COUNT), lambda said: said.dont_know),
    (number("Not applicable", Kind.COUNT, 11), lambda said: said.not_applicable),
    (words("Agreement", 18), lambda said: said.accord),
)
_GROUNDS: Fields[AnswerLine] = (
    (words("What it means", 28), lambda line: line.anchor),
    (words("Note", 28), lambda line: line.note),
    (
        words("Rests on", 28),
        lambda line: lines([piece.words for piece in line.evidence]),
    ),
)


def answers(document: Document) -> Grid:
    """Return every question that was asked, with its answer."""
    report = document.report
    panel = columns_of(_PANEL) if report.panel else ()
    return Grid(
        name="Answers",
        holds="Every question with its answer, note and evidence",
        columns=(*columns_of(_ANSWER), *panel, *columns_of(_GROUNDS)),
        rows=tuple(_rows(report)),
        said=tuple(filter(None, (document.strengths_words, document.gaps_words))),
        empty="No question was asked.",
    )


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    panel = report.panel
    said = {line.question: line for line in panel.questions} if panel else {}
    for line in report.answers:
        people = cells_of(_PANEL, said[line.question]) if panel else ()
        yield (*cells_of(_ANSWER, line), *people, *cells_of(_GROUNDS, line))
