"""A comparison as JSON, for other programs.

Within a major version fields are added, never renamed; numbers are not rounded; what
is missing is ``null``.
"""

import json
from typing import Any

from readiness import __version__
from readiness.comparison.results import Move, NodeChange, Part, Quarter
from readiness.report.comparing.forms import form_of
from readiness.report.comparing.model import ComparisonReport
from readiness.report.comparing.review import Outcome, PlanReview
from readiness.scoring.score import Score

SCHEMA_VERSION = "1.0"


def render(report: ComparisonReport) -> str:
    """Return the comparison as one JSON document with a newline at its end."""
    return as_text(document(report))


def document(report: ComparisonReport) -> dict[str, Any]:
    """Return the JSON document as plain data."""
    compared, (old, new) = report.comparison, report.periods
    people = compared.people
    nodes = [node_of(row.change) for row in report.rows]
    return {
        **envelope("readiness.comparison", report.made_on, is_demo=report.is_demo),
        "team": {"id": report.team_id, "name": report.team},
        "periods": {"old": old, "new": new},
        "packs": {"old": pack_of(compared.old), "new": pack_of(compared.new)},
        "forms": {"old": form_of(compared.old), "new": form_of(compared.new)},
        "anonymous": report.is_anonymous,
        "common_questions": compared.common_items,
        "people": {
            "old": people.old,
            "new": people.new,
            "returning": people.returning,
            "changed_role": people.changed_role,
            "route": snake(compared.route),
        },
        "focus": compared.focus,
        "noise": compared.noise.model_dump(),
        "nodes": nodes,
        "difference": compared.explanation.difference,
        "parts": [_part(part) for part in compared.explanation.parts],
        "moves": [_move(move) for move in compared.explanation.moves],
        "plan": report.review and _plan(report.review),
        "remarks": list(report.remarks),
    }


def envelope(kind: str, made_on: str, *, is_demo: bool) -> dict[str, Any]:
    """Return what every document of ours begins with."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": kind,
        "tool": {"name": "readiness", "version": __version__},
        "made_on": made_on,
        "demo": is_demo,
        "self_reported": True,
    }


def as_text(document: dict[str, Any]) -> str:
    """Return plain data as JSON, a newline at its end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def snake(words: str | None) -> str | None:
    """Return an enumeration's words as programs read them."""
    return None if words is None else words.replace(" ", "_")


def pack_of(quarter: Quarter) -> dict[str, Any]:
    """Return which questions a quarter answers."""
    first = quarter.responses[0].pack
    return {"id": first.id, "version": first.version, "sha256": first.sha256}


def score_of(score: Score | None) -> dict[str, Any] | None:
    """Return a score as reports show it: no point where not enough is known."""
    if score is None:
        return None
    return {
        "point": score.point if score.is_enough else None,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
    }


def node_of(change: NodeChange) -> dict[str, Any]:
    """Return a node's change with its unrounded figures."""
    return {
        "id": change.id,
        "name": change.name,
        "old": score_of(change.old),
        "new": score_of(change.new),
        "verdict": snake(change.verdict),
        "reason": snake(change.reason),
        "delta": change.delta,
        "band": change.band,
        "error": change.error,
        "df": change.df,
        "p": change.p,
        "adjusted_p": change.adjusted_p,
        "people": change.people,
        "questions": change.items,
        "common": change.common,
        "focus": change.is_focus,
        "chance_up": change.chance_up,
        "next_band": change.next_band,
    }


def _part(part: Part) -> dict[str, Any]:
    return {"cause": snake(part.cause), "points": part.points, "count": part.count}


def _move(move: Move) -> dict[str, Any]:
    return {
        "question": move.question.id,
        "text": move.question.text,
        "capability": move.capability.id,
        "trend": move.trend.id,
        "cause": snake(move.cause),
        "points": move.points,
        "old": move.old,
        "new": move.new,
        "old_words": move.old_words or None,
        "new_words": move.new_words or None,
        "old_anchor": move.old_anchor or None,
        "new_anchor": move.new_anchor or None,
    }


def _plan(review: PlanReview) -> dict[str, Any]:
    return {
        "period": review.period,
        "actions": review.total,
        "statuses": {snake(status): count for status, count in review.counts.items()},
        "overall": _outcome(review.overall),
        "trends": [_outcome(outcome) for outcome in review.trends],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.node.id,
        "done": outcome.done,
        "expected": outcome.expected,
        "measured": outcome.node.delta,
        "band": outcome.node.band,
    }
