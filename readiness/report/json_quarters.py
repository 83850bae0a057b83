"""What the quarters before add to a report, as plain data for JSON.

The fields grow, and are never renamed; numbers are not rounded.
"""

from collections.abc import Iterable
from typing import Any

from readiness.report.documents.model import (
    CauseLine,
    ChangeLine,
    Changes,
    Document,
    MoveRow,
    Past,
    PastLine,
)


def quarters(made: Document) -> dict[str, Any]:
    """Return what changed and the history, ``None`` where there is nothing of them."""
    return {
        "changes": _changes(made.changes) if made.changes else None,
        "past": _past(made.past) if made.past else None,
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "periods": {"old": changes.old_period, "new": changes.new_period},
        "headline": labelled(changes.headline),
        "nodes": [_change(line) for line in changes.lines],
        "remarks": changes.remarks,
        "difference_words": changes.split_words,
        "causes": [_cause(line) for line in changes.causes],
        "moves": [_move(row) for row in changes.moves],
        "withheld": changes.withheld_words,
        "plan": changes.plan,
        "outlook": changes.outlook,
    }


def _change(line: ChangeLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.name,
        "old": line.old,
        "new": line.new,
        "delta": line.delta,
        "band": line.band,
        "common": line.common,
        "verdict": line.verdict.replace(" ", "_"),
        "words": line.said,
        "notes": line.notes,
    }


def _cause(line: CauseLine) -> dict[str, Any]:
    cause = line.name.replace(" ", "_")
    return {"cause": cause, "points": line.points, "words": line.words}


def _move(row: MoveRow) -> dict[str, Any]:
    return {
        "text": row.question,
        "points": row.points,
        "was": row.was,
        "now": row.now,
        "mark": row.mark,
    }


def _past(past: Past) -> dict[str, Any]:
    return {
        "periods": past.periods,
        "people": past.people,
        "forms": past.forms,
        "nodes": [_past_node(line) for line in past.lines],
        "remarks": past.remarks,
    }


def _past_node(line: PastLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.name,
        "points": line.points,
        "words": line.words,
        "since_previous": line.since_previous,
        "notes": line.notes,
    }


def labelled(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return what is said, each with its label."""
    return [{"label": label, "words": words} for label, words in pairs]
