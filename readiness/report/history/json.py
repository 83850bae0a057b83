"""A history as JSON, for other programs; the rules are those of a comparison."""

from dataclasses import asdict
from typing import Any

from readiness.comparison.history import NodeHistory
from readiness.report.comparing.forms import form_of
from readiness.report.comparing.json import (
    as_text,
    envelope,
    node_of,
    pack_of,
    score_of,
)
from readiness.report.history.model import HistoryReport


def render(report: HistoryReport) -> str:
    """Return the history as one JSON document with a newline at its end."""
    return as_text(document(report))


def document(report: HistoryReport) -> dict[str, Any]:
    """Return the JSON document as plain data."""
    history = report.history
    return {
        **envelope("readiness.history", report.made_on, is_demo=report.is_demo),
        "team": {"id": report.team_id, "name": report.team},
        "quarters": [
            {
                "period": quarter.period,
                "pack": pack_of(quarter),
                "respondents": len(quarter.responses),
                "form": form_of(quarter),
            }
            for quarter in history.quarters
        ],
        "nodes": [_node(row.node) for row in report.rows],
        "remarks": list(report.remarks),
        "pack_changes": [asdict(change) for change in history.pack_changes],
    }


def _node(node: NodeHistory) -> dict[str, Any]:
    return {
        "id": node.id,
        "name": node.name,
        "scores": [score_of(score) for score in node.scores],
        "since_first": node.since_first and node_of(node.since_first),
        "since_previous": node.since_previous and node_of(node.since_previous),
    }
