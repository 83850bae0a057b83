"""A comparison as plain sentences: one fact a line, no tables, no signs.

For screen readers and dumb terminals.
"""

from collections.abc import Iterator

from readiness.report.comparing.model import (
    NO_FIGURE,
    ChangeRow,
    ComparisonReport,
    MoveLine,
)


def render(report: ComparisonReport) -> str:
    """Return the comparison, a newline at its end."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: ComparisonReport) -> Iterator[str]:
    demo = "Demo data. " if report.is_demo else ""
    old, new = report.periods
    yield f"{demo}Comparison of {report.team}, {old} to {new}."
    yield f"Questions: {report.questions_words}."
    yield from (f"{label}: {said}." for label, said in report.headline)
    yield "Verdicts."
    yield from (_row(row, report.common_of) for row in report.rows)
    yield from (*report.remarks, *report.hints)
    yield f"What moved it, {report.split_words}."
    yield from (f"{part.points_words}: {part.words}." for part in report.parts)
    yield from map(_move, report.moves)
    for line in report.uncounted:
        yield f"Not counted in the verdicts, {line.points_words}: {line.in_short}."
    if report.withheld_words:
        yield report.withheld_words
    if report.more_words:
        yield f"{report.more_words.capitalize()}: readiness compare --json."
    yield from (f"Plan of {old}. {line}" for line in report.plan)
    yield from report.outlook


def _row(row: ChangeRow, common_of: str) -> str:
    old, new = (
        "no score" if figure == NO_FIGURE else figure
        for figure in (row.old_words, row.new_words)
    )
    change = "" if row.delta_words == NO_FIGURE else f", change {row.delta_words}"
    said = f"{row.change.name}: {old}, then {new}{change}: {row.said}."
    whole = common_of or "the weight"
    notes = (f"{row.common_words} of {whole} in common", *row.notes)
    return " ".join((said, *(f"{_capital(note)}." for note in notes)))


def _move(line: MoveLine) -> str:
    mark = f" {_capital(line.mark)}." if line.mark else ""
    was, now = line.was.removesuffix("."), line.now.removesuffix(".")
    question = line.question_with_id
    return f"{line.points_words}: {question} Was {was}. Now {now}.{mark}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
