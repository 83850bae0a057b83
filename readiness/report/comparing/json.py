"""A comparison as JSON, for other programs; its shape is a published one."""

from typing import TYPE_CHECKING

from readiness.comparison.results import Move, NodeChange, Part, Quarter
from readiness.pack.model import Noise
from readiness.published.writing import as_text, made, snake
from readiness.report.comparing.forms import form_of
from readiness.report.comparing.model import ComparisonReport
from readiness.report.comparing.review import Outcome, PlanReview
from readiness.scoring.score import Score

if TYPE_CHECKING:
    from readiness.published import comparison as published
    from readiness.published import envelope


def render(report: ComparisonReport) -> str:
    """Return the comparison as one JSON document with a newline at its end."""
    return as_text(document(report))


def document(report: ComparisonReport) -> "published.Comparison":
    """Return the JSON document as plain data."""
    compared, (old, new) = report.comparison, report.periods
    people, explained = compared.people, compared.explanation
    return {
        **made("readiness.comparison", report.made_on, is_demo=report.is_demo),
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
        "noise": noise_of(compared.noise),
        "nodes": [node_of(row.change) for row in report.rows],
        "difference": explained.difference,
        "parts": [_part(part) for part in explained.parts],
        "moves": [_move(move) for move in explained.moves],
        "plan": _plan(report.review) if report.review else None,
        "remarks": list(report.remarks),
    }


def pack_of(quarter: Quarter) -> "envelope.Pack":
    """Return which questions a quarter answers."""
    first = quarter.responses[0].pack
    return {"id": first.id, "version": first.version, "sha256": first.sha256}


def noise_of(noise: Noise) -> "envelope.Noise":
    """Return how much answers are taken to move by themselves."""
    return {
        "item": noise.item,
        "shift": noise.shift,
        "rater": noise.rater,
        "prior_df": noise.prior_df,
    }


def score_of(score: Score | None) -> "published.Score | None":
    """Return a score as reports show it: no point where not enough is known."""
    if score is None:
        return None
    return {
        "point": score.point if score.is_enough else None,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
    }


def node_of(change: NodeChange) -> "published.NodeChange":
    """Return a node's change with its unrounded figures."""
    return {
        "id": change.id,
        "name": change.name,
        "old": score_of(change.old),
        "new": score_of(change.new),
        "verdict": snake(change.verdict),
        "reason": snake(change.reason) if change.reason else None,
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


def _part(part: Part) -> "published.Part":
    return {"cause": snake(part.cause), "points": part.points, "count": part.count}


def _move(move: Move) -> "published.Move":
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


def _plan(review: PlanReview) -> "published.PlanReview":
    return {
        "period": review.period,
        "actions": review.total,
        "statuses": {snake(status): count for status, count in review.counts.items()},
        "overall": _outcome(review.overall),
        "trends": [_outcome(outcome) for outcome in review.trends],
    }


def _outcome(outcome: Outcome) -> "published.Outcome":
    return {
        "id": outcome.node.id,
        "done": outcome.done,
        "expected": outcome.expected,
        "measured": outcome.node.delta,
        "band": outcome.node.band,
    }
