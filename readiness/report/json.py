"""The report as JSON, for other programs.

Within a major version of ``SCHEMA_VERSION`` fields are added, never renamed; numbers
are not rounded; what is missing is ``null``.
"""

import json
from dataclasses import asdict
from typing import Any

from readiness import __version__
from readiness.plan.file import PlanFile
from readiness.report.documents.model import Document
from readiness.report.json_quarters import labelled, quarters
from readiness.report.model import Completeness, Node, Report, StepLine, TrendRow
from readiness.report.panel.json import panel_document, respondent_document

SCHEMA_VERSION = "1.0"
_IN_WORDS = {"strengths", "gaps", "claims", "method"}
_REMARKS = {"anchor", "note", "evidence"}
_DETAILS = {
    "details", "done_when", "evidence", "first_step", "needs", "opens", "why_here",
}  # fmt: skip


def render(made: Document) -> str:
    """Return the report as one JSON document with a newline at its end."""
    return _as_text(document(made.report) | _about(made) | quarters(made))


def render_line(made: Document) -> str:
    """Return the same document on one line, for where it stands inside another.

    It has the figures, and not again what a page has in words: ``strengths`` and
    ``gaps``, ``changes`` and ``past``, ``claims`` and ``method``, the questions of the
    ``panel``, what people wrote to their ``answers``, and what is to be done for the
    actions ``later``.
    """
    whole = _without(document(made.report) | _about(made), _IN_WORDS)
    fewer = {
        "answers": [_without(line, _REMARKS) for line in whole["answers"]],
        "later": [_without(step, _DETAILS) for step in whole["later"]],
        "panel": whole["panel"] and _without(whole["panel"], {"questions"}),
    }
    fields = _with_nulls(whole | fewer)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def render_plan(
    report: Report, *, focus: str | None = None, file: PlanFile | None = None
) -> str:
    """Return the plan as one JSON document: the report's parts about what to do.

    ``focus`` is the id of the trend that is declared. Who does what by when, and how
    far it is, comes from the ``file`` that people edit.
    """
    whole = document(report)
    left_out = {
        "overall", "trends", "strengths", "gaps", "answers", "not_evaluated",
        "panel", "disclosure", "left_out", "who",
    }  # fmt: skip
    plan = _without(whole, left_out)
    said = {
        "focus": focus,
        "actions": [step | _progress(step["id"], file) for step in plan["actions"]],
        "capacity_words": report.capacity_words,
        "verify_words": report.verify_words,
    }
    return _as_text(plan | {"kind": "readiness.plan"} | said)


def document(report: Report) -> dict[str, Any]:
    """Return what documents and plans have in common, as plain data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "readiness.report",
        "tool": {"name": "readiness", "version": __version__},
        "made_on": report.made_on,
        "demo": report.is_demo,
        "self_reported": True,
        "team": {"id": report.team_id, "name": report.team},
        "period": report.period,
        "form": report.form,
        "respondents": report.respondents,
        "pack": {
            "id": report.pack_id,
            "version": report.pack_version,
            "sha256": report.pack_sha256,
        },
        "completeness": _completeness(report.completeness),
        "overall": _node(report.overall),
        "trends": [_trend(row) for row in report.trends],
        "strengths": [asdict(line) for line in report.strengths],
        "gaps": [asdict(line) for line in report.gaps],
        "findings": [asdict(line) for line in report.findings],
        "not_evaluated": list(report.not_evaluated),
        "actions": [_action(step) for step in report.steps],
        "later": [_action(step) for step in report.later],
        "aside": [_action(step) for step in report.aside],
        "find_out": [asdict(line) for line in report.inquiries],
        "hold": [asdict(line) for line in report.holds],
        "answers": [asdict(line) for line in report.answers],
        "claims": [asdict(line) for line in report.claims],
        "panel": panel_document(report.panel) if report.panel else None,
        "disclosure": report.disclosure,
        "left_out": report.left_out,
        "who": [respondent_document(one) for one in report.who] or None,
    }


def _about(made: Document) -> dict[str, Any]:
    """Return whose document it is, and what a reader has to know of its figures."""
    return {
        "client": made.brand.client,
        "consultant": made.brand.consultant,
        "redacted": sorted(made.redacted) or None,
        "left_out": made.left_out,
        "statements": labelled(made.statements),
        "method": [asdict(section) for section in made.method],
    }


def _as_text(document: dict[str, Any]) -> str:
    return json.dumps(_with_nulls(document), ensure_ascii=False, indent=2) + "\n"


def _without(fields: dict[str, Any], left_out: set[str]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in left_out}


def _with_nulls(value: Any) -> Any:  # noqa: ANN401 - plain JSON data of any kind
    """Return ``value`` with ``null`` where the words of a report are empty."""
    match value:
        case dict():
            return {key: _with_nulls(part) for key, part in value.items()}
        case list() | tuple():
            return [_with_nulls(part) for part in value]
        case "":
            return None
        case _:
            return value


def _completeness(complete: Completeness) -> dict[str, Any]:
    fields = asdict(complete)
    grounds = fields.pop("grounds")
    return {
        **fields,
        "decided": complete.decided,
        "ratings": grounds["ratings"],
        "checkable_ratings": grounds["checkable"],
        "checkable": grounds["share"],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "name": node.name,
        "point": node.point,
        "low": node.low,
        "high": node.high,
        "coverage": node.coverage,
        "level": node.level,
        "level_low": node.level_low,
        "level_high": node.level_high,
        "held_by": list(node.held_by) or None,
    }


def _trend(row: TrendRow) -> dict[str, Any]:
    return {
        **_node(row.node),
        "asked": row.asked,
        "rated": row.rated,
        "unknown": row.unknown,
        "open": row.open,
        "not_applicable": row.not_applicable,
        "capabilities": [_node(node) for node in row.capabilities],
    }


def _progress(id_: str, file: PlanFile | None) -> dict[str, Any]:
    """Return what people made of an action; ``owner`` is who usually leads it."""
    kept = file.find(id_) if file else None
    return {
        "assignee": kept.owner if kept else None,
        "due": kept.due.isoformat() if kept and kept.due else None,
        "status": kept.status.replace(" ", "_") if kept else None,
        "since": kept.since if kept else None,
    }


def _action(step: StepLine) -> dict[str, Any]:
    hidden = {"gain_words", "effort_words", "number", "causes"}
    fields = _without(asdict(step), hidden)
    return {
        **fields,
        "horizon": step.horizon or None,
        "first_step": step.first_step or None,
    }
