"""The report and the plan as JSON, for other programs.

Their shapes are declared in `readiness.published`. Within a major version of
``schema_version`` keys are added, never renamed; numbers are not rounded; what is
missing is ``null``.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from readiness.plan.file import PlanFile
from readiness.published.writing import as_text, iso, made, snake
from readiness.report.documents.model import Document
from readiness.report.json_lines import (
    action,
    answer,
    claim,
    completeness,
    finding,
    hold,
    inquiry,
    node,
    trend,
)
from readiness.report.json_quarters import changes_document, labelled, past_document
from readiness.report.model import Report, StepLine
from readiness.report.panel.json import panel_document, respondent_document

if TYPE_CHECKING:
    from readiness.published import plan as published_plan
    from readiness.published import report as published
    from readiness.published.actions import About
    from readiness.published.envelope import KindT

_IN_WORDS = {"strengths", "gaps", "claims", "method", "changes", "past"}
_REMARKS = {"anchor", "note", "evidence"}
_DETAILS = {
    "details", "done_when", "evidence", "first_step", "needs", "opens", "why_here",
    "solid_words", "assignee", "due", "status", "progress_words", "trend_short",
}  # fmt: skip


def render(document: Document) -> str:
    """Return the report as one JSON document with a newline at its end."""
    return as_text(report_document(document))


def render_line(document: Document) -> str:
    """Return the same document on one line, for where it stands inside another.

    It has the figures, and not again what a page has in words: ``strengths`` and
    ``gaps``, ``changes`` and ``past``, ``claims`` and ``method``, the questions of the
    ``panel``, what people wrote to their ``answers``, and what is to be done for the
    actions ``later``.
    """
    whole = report_document(document)
    fewer = {
        "answers": [_without(line, _REMARKS) for line in whole["answers"]],
        "later": [_without(step, _DETAILS) for step in whole["later"]],
        "panel": whole["panel"] and _without(whole["panel"], {"questions"}),
    }
    fields = _without(whole, _IN_WORDS) | fewer
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def render_plan(
    report: Report, *, focus: str | None = None, file: PlanFile | None = None
) -> str:
    """Return the plan as one JSON document: the report's parts about what to do.

    ``focus`` is the id of the trend that is declared. Who does what by when, and how
    far it is, comes from the ``file`` that people edit.
    """
    return as_text(plan_document(report, focus=focus, file=file))


def report_document(document: Document) -> "published.Report":
    """Return the report as plain data: what it shows, whose it is, what changed."""
    report, brand = document.report, document.brand
    return {
        **_about("readiness.report", report),
        "overall": node(report.overall),
        "trends": [trend(row) for row in report.trends],
        "strengths": [answer(line) for line in report.strengths],
        "gaps": [answer(line) for line in report.gaps],
        "findings": [finding(line) for line in report.findings],
        "not_evaluated": list(report.not_evaluated),
        "actions": [action(step) for step in report.steps],
        "later": [action(step) for step in report.later],
        "aside": [action(step) for step in report.aside],
        "find_out": [inquiry(line) for line in report.inquiries],
        "hold": [hold(line) for line in report.holds],
        "answers": [answer(line) for line in report.answers],
        "claims": [claim(line) for line in report.claims],
        "panel": panel_document(report.panel) if report.panel else None,
        "disclosure": report.disclosure,
        "left_out": document.left_out or None,
        "who": [respondent_document(one) for one in report.who] or None,
        "client": brand.client or None,
        "consultant": brand.consultant or None,
        "redacted": [one.value for one in sorted(document.redacted)] or None,
        "statements": labelled(document.statements),
        "method": [
            {"heading": section.heading, "paragraphs": list(section.paragraphs)}
            for section in document.method
        ],
        "changes": changes_document(document.changes) if document.changes else None,
        "past": past_document(document.past) if document.past else None,
    }


def plan_document(
    report: Report, *, focus: str | None, file: PlanFile | None
) -> "published_plan.Plan":
    """Return the plan as plain data; see `render_plan`."""
    return {
        **_about("readiness.plan", report),
        "findings": [finding(line) for line in report.findings],
        "actions": [_planned(step, file) for step in report.steps],
        "later": [action(step) for step in report.later],
        "aside": [action(step) for step in report.aside],
        "find_out": [inquiry(line) for line in report.inquiries],
        "hold": [hold(line) for line in report.holds],
        "claims": [claim(line) for line in report.claims],
        "focus": focus,
        "capacity_words": report.capacity_words or None,
        "verify_words": report.verify_words or None,
    }


def _about(kind: "KindT", report: Report) -> "About[KindT]":
    return {
        **made(kind, report.made_on, is_demo=report.is_demo),
        "team": {"id": report.team_id, "name": report.team},
        "period": report.period,
        "form": report.form,
        "respondents": report.respondents,
        "pack": {
            "id": report.pack_id,
            "version": report.pack_version,
            "sha256": report.pack_sha256,
        },
        "completeness": completeness(report.completeness),
    }


def _planned(step: StepLine, file: PlanFile | None) -> "published_plan.PlannedAction":
    """Return an action with what people made of it; ``owner`` usually leads it."""
    kept = file.find(step.id) if file else None
    return {
        **action(step),
        "assignee": kept.owner or None if kept else None,
        "due": iso(kept.due) if kept else None,
        "status": snake(kept.status) if kept else None,
        "since": kept.since or None if kept else None,
    }


def _without(fields: Mapping[str, object], left_out: set[str]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key not in left_out}
