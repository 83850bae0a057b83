"""From the quarters of a team to what is shown of them: words, order, rounding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from readiness.comparison.history import History, NodeHistory, PackChange
from readiness.comparison.results import NodeChange
from readiness.report import words
from readiness.report.comparing.forms import form_of
from readiness.report.comparing.headline import who_compared
from readiness.report.comparing.phrases import (
    apart,
    reason_of,
    said,
    score_words,
    whose,
)
from readiness.report.comparing.remarks import noise_hints, noise_words
from readiness.report.history.model import HistoryReport, HistoryRow
from readiness.responses import Form
from readiness.uncertainty.verdicts import Verdict


def build_history(
    history: History, *, made_on: date, is_demo: bool = False, noise_from: str = ""
) -> HistoryReport:
    """Return the history as every format shows it.

    ``noise_from`` is the name of the file that says how much answers vary, if any.
    """
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
        people=tuple(str(len(quarter.responses)) for quarter in history.quarters),
        forms=_forms(history),
        title_words=_title_words(periods),
        rows=tuple(_row(node, history) for node in nodes),
        remarks=tuple(_remarks(history, noise_from)),
        hints=noise_hints(noise_from) if history.compared else (),
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
    shorts, first = _shorts(history), _first(node, history)
    last = len(shorts) - 2
    has_between = first < last
    return HistoryRow(
        node=node,
        points=tuple(s.point if s and s.is_enough else None for s in node.scores),
        figures=tuple(map(score_words, node.scores)),
        words=_since(node.since_first, history, first) or _alone(shorts),
        since_previous=_since(node.since_previous, history, last)
        if has_between
        else "",
        is_news=has_between and _is_news(node.since_previous),
        notes=(*_apart(node, shorts, first), *_ranges(node, shorts)),
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


def _since(change: NodeChange | None, history: History, place: int) -> str:
    """Say what `readiness compare` would say of the quarter at ``place``."""
    if change is None:
        return ""
    short = _shorts(history)[place]
    if change.verdict is Verdict.NOT_COMPARABLE:
        return f"{change.verdict.value} with {short}: {reason_of(change)}"
    return said(change, since=short, whose=whose(change, history.compared[place]))


def _is_news(change: NodeChange | None) -> bool:
    """Return whether a change since the quarter before is more than noise."""
    return change is not None and change.verdict in {Verdict.IMPROVED, Verdict.DECLINED}


def _apart(node: NodeHistory, shorts: tuple[str, ...], first: int) -> Iterator[str]:
    """Yield where two of the figures tell something else than like with like."""
    changes = {first: node.since_first, len(shorts) - 2: node.since_previous}
    for place, change in changes.items():
        if change is not None and (told := apart(change)):
            yield f"{shorts[place]} to {shorts[-1]}: {told}"


def _forms(history: History) -> tuple[str, ...]:
    forms = tuple(map(form_of, history.quarters))
    return () if set(forms) == {Form.FULL} else forms


def _ranges(node: NodeHistory, shorts: tuple[str, ...]) -> Iterator[str]:
    for score, short in zip(node.scores, shorts, strict=True):
        if score is not None and not score.is_enough:
            between = words.range_of(score)
            yield f"{short}: {words.NOT_ENOUGH}, {between}"


def _remarks(history: History, noise_from: str) -> Iterator[str]:
    if len(history.quarters) == 1:
        yield (
            "One quarter only: what changed can be said after the next one, best if "
            "the same people answer."
        )
    shorts = _shorts(history)
    for place, comparison in history.compared.items():
        yield f"{shorts[place]} to {shorts[-1]}: {who_compared(comparison)}."
    if any(form == Form.QUICK for form in _forms(history)):
        yield (
            "A quick look asks fewer questions: its score is of those, and only the "
            "questions of both quarters are compared."
        )
    yield from map(_pack_words, history.pack_changes)
    for comparison in tuple(history.compared.values())[-1:]:
        yield noise_words(comparison.noise, noise_from)


def _pack_words(change: PackChange) -> str:
    old, new = change.old_version, change.new_version
    if change.old_id != change.new_id:
        old, new = f"{change.old_id} {old}", f"{change.new_id} {new}"
    differ = words.counted(change.differing, "question differs", "questions differ")
    return f"Questions: {old} before {change.period}, {new} since: {differ}."
