"""What several people say, as JSON; the fields grow, and are never renamed."""

from dataclasses import asdict
from typing import Any

from readiness.report.panel_model import PanelLines, RespondentLine, RolesLine
from readiness.uncertainty.bounds import CONFIDENCE

_QUESTION_WORDS = {"name", "answers", "unknown", "words", "is_rated_by_few"}
_TREND_WORDS = {"words", "short", "low", "high", "error", "has_missing"}
_ROLE_WORDS = {
    "short", "words", "leaders_words", "practitioners_words", "gap_words",
}  # fmt: skip


def panel_document(panel: PanelLines) -> dict[str, Any]:
    """Return the panel as plain data; ``None`` where figures are withheld."""
    return {
        "people": panel.people,
        "about": panel.about,
        "people_range": _range(panel.low, panel.high, panel.error),
        "leave_one_out": panel.swing,
        "one_person_drives": None if panel.is_withheld else panel.hangs_on_one,
        "disagreements": [one.question for one in panel.disagreements],
        "nobody_knows": [one.question for one in panel.unknown],
        "rated_by_less_than_half": sum(q.is_rated_by_few for q in panel.questions),
        "questions": [
            _without(asdict(one), _QUESTION_WORDS) for one in panel.questions
        ],
        "trends": [
            {
                **_without(asdict(one), _TREND_WORDS),
                "people_range": _range(one.low, one.high, one.error),
            }
            for one in panel.trends
        ],
        "roles": _roles(panel.roles),
    }


def respondent_document(one: RespondentLine) -> dict[str, Any]:
    """Return who answered as plain data."""
    return _without(asdict(one), {"words"})


def _roles(roles: RolesLine) -> dict[str, Any]:
    return {
        **_without(asdict(roles), {"why_not", "trends", "questions"}),
        "shown": not roles.why_not,
        "why_not": roles.why_not,
        "leaders_only": len(roles.leaders_only),
        "practitioners_only": len(roles.practitioners_only),
        "trends": [_without(asdict(one), _ROLE_WORDS) for one in roles.trends],
        "questions": [
            _without(asdict(one), {"name", "words"}) for one in roles.questions
        ],
    }


def _range(
    low: float | None, high: float | None, error: float | None
) -> dict[str, float | None] | None:
    """Return a people range: not that of missing answers, though it counts them in."""
    if low is None:
        return None
    return {"low": low, "high": high, "error": error, "confidence": CONFIDENCE}


def _without(fields: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}
