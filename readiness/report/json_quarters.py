"""What the quarters before add to a report, as plain data for JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from readiness.published.writing import snake
from readiness.report.documents.model import (
    CauseLine,
    ChangeLine,
    Changes,
    MoveRow,
    Past,
    PastLine,
)

if TYPE_CHECKING:
    from readiness.published import quarters as published


def changes_document(changes: Changes) -> "published.Changes":
    """Return what changed since the quarter before."""
    return {
        "periods": {"old": changes.old_period, "new": changes.new_period},
        "headline": labelled(changes.headline),
        "nodes": [_change(line) for line in changes.lines],
        "remarks": list(changes.remarks),
        "difference_words": changes.split_words,
        "causes": [_cause(line) for line in changes.causes],
        "moves": [_move(row) for row in changes.moves],
        "withheld": changes.withheld_words or None,
        "plan": list(changes.plan),
        "outlook": list(changes.outlook),
    }


def past_document(past: Past) -> "published.Past":
    """Return the quarters so far."""
    return {
        "periods": list(past.periods),
        "people": list(past.people),
        "forms": list(past.forms),
        "nodes": [_past_node(line) for line in past.lines],
        "remarks": list(past.remarks),
    }


def labelled(pairs: Iterable[tuple[str, str]]) -> "list[published.Labelled]":
    """Return what is said, each with its label."""
    return [{"label": label, "words": words} for label, words in pairs]


def _change(line: ChangeLine) -> "published.Change":
    return {
        "id": line.id,
        "name": line.name,
        "old": line.old,
        "new": line.new,
        "delta": line.delta,
        "band": line.band,
        "common": line.common,
        "verdict": snake(line.verdict),
        "words": line.said,
        "notes": list(line.notes),
    }


def _cause(line: CauseLine) -> "published.CausePoints":
    return {"cause": snake(line.name), "points": line.points, "words": line.words}


def _move(row: MoveRow) -> "published.MovedAnswer":
    return {
        "text": row.question,
        "points": row.points,
        "was": row.was or None,
        "now": row.now or None,
        "mark": row.mark or None,
    }


def _past_node(line: PastLine) -> "published.PastNode":
    return {
        "id": line.id,
        "name": line.name,
        "points": list(line.points),
        "words": line.words or None,
        "since_previous": line.since_previous or None,
        "notes": list(line.notes),
    }
