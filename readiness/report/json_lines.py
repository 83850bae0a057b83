"""The lines of a report as plain data for JSON; the shapes are published ones."""

from typing import TYPE_CHECKING

from readiness.published.writing import snake
from readiness.report.model import (
    AnswerLine,
    ClaimLine,
    Completeness,
    FindingLine,
    HoldLine,
    InquiryLine,
    Node,
    StepLine,
    TrendRow,
)

if TYPE_CHECKING:
    from readiness.published import actions, report


def completeness(complete: Completeness) -> "actions.Completeness":
    """Return how many of the asked questions have which answer."""
    return {
        "questions": complete.questions,
        "of": complete.of,
        "rated": complete.rated,
        "unknown": complete.unknown,
        "not_applicable": complete.not_applicable,
        "open": complete.open,
        "with_evidence": complete.with_evidence,
        "decided": complete.decided,
        "ratings": complete.grounds.ratings,
        "checkable_ratings": complete.grounds.checkable,
        "checkable": complete.grounds.share,
    }


def node(shown: Node) -> "report.Node":
    """Return a scored thing."""
    return {
        "id": shown.id,
        "name": shown.name,
        "point": shown.point,
        "low": shown.low,
        "high": shown.high,
        "coverage": shown.coverage,
        "level": shown.level,
        "level_low": shown.level_low,
        "level_high": shown.level_high,
        "held_by": list(shown.held_by) or None,
    }


def trend(row: TrendRow) -> "report.Trend":
    """Return a trend with its capabilities."""
    return {
        **node(row.node),
        "asked": row.asked,
        "rated": row.rated,
        "unknown": row.unknown,
        "open": row.open,
        "not_applicable": row.not_applicable,
        "capabilities": [node(part) for part in row.capabilities],
    }


def answer(line: AnswerLine) -> "report.Answer":
    """Return a question with its answer."""
    return {
        "question": line.question,
        "capability": line.capability,
        "trend": line.trend,
        "text": line.text,
        "facet": line.facet,
        "answer": line.answer,
        "level": line.level,
        "anchor": line.anchor or None,
        "note": line.note or None,
        "evidence": [
            {"kind": piece.kind, "text": piece.text or None} for piece in line.evidence
        ],
    }


def finding(line: FindingLine) -> "actions.Finding":
    """Return a rule that fires."""
    return {
        "id": line.id,
        "kind": line.kind,
        "severity": line.severity,
        "name": line.name,
        "rationale": line.rationale,
        "because": list(line.because),
        "action": line.action,
        "source": line.source,
        "trends": list(line.trends),
        "stays_open": line.stays_open or None,
    }


def action(step: StepLine) -> "actions.Action":
    """Return a step of the plan."""
    return {
        "id": step.id,
        "title": step.title,
        "details": step.details or None,
        "first_step": step.first_step or None,
        "capability": step.capability,
        "trend": step.trend,
        "trend_short": step.trend_short,
        "horizon": step.horizon or None,
        "effort": step.effort,
        "person_weeks": step.person_weeks,
        "owner": step.owner,
        "done_when": list(step.done_when),
        "evidence": list(step.evidence),
        "to_level": step.to_level,
        "gain": step.gain,
        "gain_low": step.gain_low,
        "gain_high": step.gain_high,
        "trend_gain": step.trend_gain,
        "trend_gain_low": step.trend_gain_low,
        "trend_gain_high": step.trend_gain_high,
        "why_here": step.why_here or None,
        "solid_words": step.solid_words or None,
        "needs": list(step.needs),
        "opens": list(step.opens),
        "questions": list(step.questions),
        "assignee": step.assignee or None,
        "due": step.due or None,
        "status": snake(step.status) if step.status else None,
        "progress_words": step.progress_words or None,
    }


def inquiry(line: InquiryLine) -> "actions.Inquiry":
    """Return an answer to find out."""
    return {
        "question": line.question,
        "text": line.text,
        "capability": line.capability,
        "trend": line.trend,
        "trend_short": line.trend_short,
        "is_foundation": line.is_foundation,
        "narrows": line.narrows,
        "trend_narrows": line.trend_narrows,
        "words": line.words,
        "ask": line.ask or None,
    }


def hold(line: HoldLine) -> "actions.Hold":
    """Return a capability to be held."""
    return {
        "id": line.id,
        "capability": line.capability,
        "trend": line.trend,
        "level": line.level,
        "evidence": list(line.evidence),
    }


def claim(line: ClaimLine) -> "actions.Claim":
    """Return a claim with what its source says."""
    return {
        "id": line.id,
        "claim": line.claim,
        "status": line.status,
        "status_words": line.status_words,
        "attributed": line.attributed,
        "source": line.source,
        "url": line.url or None,
        "note": line.note,
    }
