"""From the quarters of a team to what is shown of them: words, order, rounding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from readiness.comparison.history import History, NodeHistory, PackChange
from readiness.comparison.results import NodeChange
from readiness.report import words
from readiness.report.comparing.phrases import reason_of, said, score_words
from readiness.report.history.model import HistoryReport, HistoryRow
from readiness.uncertainty.verdicts import Verdict


def build_history(
    history: History, *, made_on: date, is_demo: bool = False
) -> HistoryReport:
    """Return the history as every format shows it."""
    team = history.quarters[-1].responses[0].team
    periods = tuple(quarter.period for quarter in history.quarters)
    nodes = (history.overall, *history.trends)
    return HistoryReport(
        history=history,
        team_id=team.id,
        team=team.name,
        is_demo=is_demo,
        made_on=made_on.isoformat(),
        shorts=_shorts(history),
        title_words=_title_words(periods),
        rows=tuple(_row(node, history) for node in nodes),
        remarks=tuple(_remarks(history)),
    )


def narrow(report: HistoryReport, trend_id: str) -> HistoryReport:
    """Return ``report`` with one trend only, which must be there."""
    rows = tuple(row for row in report.rows if row.node.id == trend_id)
    return replace(report, rows=rows)


def _title_words(periods: tuple[str, ...]) -> str:
    if len(periods) == 1:
        return periods[0]
    return f"{len(periods)} quarters, {periods[0]} to {periods[-1]}"


def _row(node: NodeHistory, history: History) -> HistoryRow:
    shorts = _shorts(history)
    return HistoryRow(
        node=node,
        points=tuple(s.point if s and s.is_enough else None for s in node.scores),
        figures=tuple(map(score_words, node.scores)),
        words=_since(node.since_first, shorts[_first(node, history)]) or _alone(shorts),
        since_previous=_since(node.since_previous, shorts[-2]) if shorts[2:] else "",
        notes=tuple(_ranges(node, shorts)),
    )


def _shorts(history: History) -> tuple[str, ...]:
    return tuple(quarter.period[2:] for quarter in history.quarters)


def _first(node: NodeHistory, history: History) -> int:
    """Return the place of the first quarter that has the node."""
    packs = (quarter.pack for quarter in history.quarters)
    has = (any(trend.id == node.id for trend in pack.trends) for pack in packs)
    return next((place for place, found in enumerate(has) if found), 0)


def _alone(shorts: tuple[str, ...]) -> str:
    """Return what is said of a node that only the last quarter has."""
    return f"new in {shorts[-1]}" if shorts[1:] else ""


def _since(change: NodeChange | None, short: str) -> str:
    """Say what `readiness compare` would say, and no more."""
    if change is None:
        return ""
    if change.verdict is Verdict.NOT_COMPARABLE:
        return f"{change.verdict.value} with {short}: {reason_of(change)}"
    return said(change, since=short)


def _ranges(node: NodeHistory, shorts: tuple[str, ...]) -> Iterator[str]:
    for score, short in zip(node.scores, shorts, strict=True):
        if score is not None and not score.is_enough:
            between = words.range_of(score)
            yield f"{short}: {words.NOT_ENOUGH}, {between}"


def _remarks(history: History) -> Iterator[str]:
    if len(history.quarters) == 1:
        yield (
            "One quarter only: what changed can be said after the next one, best if "
            "the same people answer."
        )
    yield from map(_pack_words, history.pack_changes)


def _pack_words(change: PackChange) -> str:
    old, new = change.old_version, change.new_version
    if change.old_id != change.new_id:
        old, new = f"{change.old_id} {old}", f"{change.new_id} {new}"
    differ = words.counted(change.differing, "question differs", "questions differ")
    return f"Questions: {old} before {change.period}, {new} since: {differ}."
