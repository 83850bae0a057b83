"""A history as JSON, for other programs; its shape is a published one."""

from typing import TYPE_CHECKING

from readiness.comparison.history import NodeHistory, PackChange
from readiness.comparison.results import Quarter
from readiness.published.writing import as_text, made
from readiness.report.comparing.forms import form_of
from readiness.report.comparing.json import node_of, pack_of, score_of
from readiness.report.history.model import HistoryReport

if TYPE_CHECKING:
    from readiness.published import history as published


def render(report: HistoryReport) -> str:
    """Return the history as one JSON document with a newline at its end."""
    return as_text(document(report))


def document(report: HistoryReport) -> "published.History":
    """Return the JSON document as plain data."""
    history = report.history
    return {
        **made("readiness.history", report.made_on, is_demo=report.is_demo),
        "team": {"id": report.team_id, "name": report.team},
        "quarters": [_quarter(quarter) for quarter in history.quarters],
        "nodes": [_node(row.node) for row in report.rows],
        "remarks": list(report.remarks),
        "pack_changes": [_pack_change(change) for change in history.pack_changes],
    }


def _quarter(quarter: Quarter) -> "published.PastQuarter":
    return {
        "period": quarter.period,
        "pack": pack_of(quarter),
        "respondents": len(quarter.responses),
        "form": form_of(quarter),
    }


def _node(node: NodeHistory) -> "published.NodeHistory":
    return {
        "id": node.id,
        "name": node.name,
        "scores": [score_of(score) for score in node.scores],
        "since_first": node_of(node.since_first) if node.since_first else None,
        "since_previous": node_of(node.since_previous) if node.since_previous else None,
    }


def _pack_change(change: PackChange) -> "published.PackChange":
    return {
        "period": change.period,
        "old_id": change.old_id,
        "old_version": change.old_version,
        "new_id": change.new_id,
        "new_version": change.new_version,
        "differing": change.differing,
    }
