"""From a comparison and a history to what a document shows of them."""

from readiness.report.comparing.model import (
    ChangeRow,
    ComparisonReport,
    MoveLine,
    PartLine,
)
from readiness.report.documents.model import (
    CauseLine,
    ChangeLine,
    Changes,
    MoveRow,
    Past,
    PastLine,
)
from readiness.report.history.model import HistoryReport, HistoryRow
from readiness.scoring.score import Score


def changes_of(report: ComparisonReport) -> Changes:
    """Return what a document shows of a comparison."""
    old, new = report.periods
    return Changes(
        old_period=old,
        new_period=new,
        old_short=report.old_short,
        new_short=report.new_short,
        headline=report.headline,
        lines=tuple(map(_change_line, report.rows)),
        remarks=report.remarks,
        split_words=report.split_words,
        causes=tuple(map(_cause_line, report.parts)),
        moves=tuple(map(_move_row, report.moves)),
        withheld_words=report.withheld_words,
        plan=report.plan,
        outlook=report.outlook,
    )


def past_of(report: HistoryReport) -> Past:
    """Return what a document shows of a history of at least two quarters."""
    return Past(
        title_words=report.title_words,
        periods=tuple(quarter.period for quarter in report.history.quarters),
        shorts=report.shorts,
        people=report.people,
        forms=report.forms,
        lines=tuple(map(_past_line, report.rows)),
        remarks=report.remarks,
    )


def _change_line(row: ChangeRow) -> ChangeLine:
    change = row.change
    return ChangeLine(
        id=change.id,
        name=change.name,
        short=change.short,
        old=_shown(change.old),
        new=_shown(change.new),
        delta=change.delta,
        band=change.band,
        common=change.common,
        old_words=row.old_words,
        new_words=row.new_words,
        delta_words=row.delta_words,
        band_words=row.band_words,
        common_words=row.common_words,
        verdict=row.verdict_words,
        said=row.said,
        notes=row.notes,
    )


def _shown(score: Score | None) -> float | None:
    return score.point if score is not None and score.is_enough else None


def _cause_line(line: PartLine) -> CauseLine:
    return CauseLine(
        name=line.part.cause.value,
        points=line.part.points,
        points_words=line.points_words,
        words=line.words,
    )


def _move_row(line: MoveLine) -> MoveRow:
    return MoveRow(
        question=line.question,
        points=line.move.points,
        points_words=line.points_words,
        was=line.was,
        now=line.now,
        mark=line.mark,
    )


def _past_line(row: HistoryRow) -> PastLine:
    return PastLine(
        id=row.node.id,
        name=row.node.name,
        short=row.node.short,
        points=row.points,
        figures=row.figures,
        words=row.words,
        since_previous=row.since_previous,
        notes=row.notes,
    )
