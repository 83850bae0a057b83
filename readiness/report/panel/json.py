"""What several people say, as plain data for JSON; the shapes are published ones."""

from typing import TYPE_CHECKING

from readiness.published.writing import snake
from readiness.report.panel_model import (
    PanelLines,
    QuestionLine,
    RespondentLine,
    RoleQuestionLine,
    RolesLine,
    RoleTrendLine,
    TrendPanelLine,
)
from readiness.uncertainty.bounds import CONFIDENCE

if TYPE_CHECKING:
    from readiness.published import panel as published
    from readiness.published.envelope import Person


def panel_document(panel: PanelLines) -> "published.Panel":
    """Return the panel; ``None`` where figures are withheld."""
    return {
        "people": panel.people,
        "about": panel.about,
        "people_range": _range(panel.low, panel.high, panel.error),
        "leave_one_out": panel.swing,
        "one_person_drives": panel.hangs_on_one,
        "disagreements": [one.question for one in panel.disagreements],
        "nobody_knows": [one.question for one in panel.unknown],
        "rated_by_less_than_half": sum(q.is_rated_by_few for q in panel.questions),
        "questions": [_question(one) for one in panel.questions],
        "trends": [_trend(one) for one in panel.trends],
        "roles": _roles(panel.roles),
    }


def respondent_document(one: RespondentLine) -> "Person":
    """Return who answered."""
    return {
        "respondent": one.respondent,
        "role": one.role or None,
        "form": one.form,
        "decided": one.decided,
        "asked": one.asked,
    }


def _question(one: QuestionLine) -> "published.PanelQuestion":
    return {
        "question": one.question,
        "trend": one.trend,
        "asked": one.asked,
        "rated": one.rated,
        "dont_know": one.dont_know,
        "not_applicable": one.not_applicable,
        "levels": None if one.levels is None else list(one.levels),
        "mean": one.mean,
        "median": one.median,
        "average_deviation": one.average_deviation,
        "r_wg": one.r_wg,
        "split": one.split,
        "scope_disputed": one.scope_disputed,
        "accord": one.accord or None,
        "accord_key": snake(one.accord) or None,
    }


def _trend(one: TrendPanelLine) -> "published.PanelTrend":
    return {
        "id": one.id,
        "name": one.name,
        "people": one.people,
        "distance": one.distance,
        "people_range": _range(one.low, one.high, one.error),
    }


def _roles(roles: RolesLine) -> "published.Roles":
    return {
        "leaders": roles.leaders,
        "practitioners": roles.practitioners,
        "without": roles.without,
        "least": roles.least,
        "mostly": roles.mostly or None,
        "leaders_only": len(roles.leaders_only),
        "practitioners_only": len(roles.practitioners_only),
        "shown": not roles.why_not,
        "why_not": roles.why_not or None,
        "trends": [_role_trend(one) for one in roles.trends],
        "questions": [_role_question(one) for one in roles.questions],
    }


def _role_trend(one: RoleTrendLine) -> "published.RoleTrend":
    return {
        "id": one.id,
        "name": one.name,
        "leaders": one.leaders,
        "practitioners": one.practitioners,
        "gap": one.gap,
        "band": one.band,
        "adjusted_p": one.adjusted_p,
        "verdict": one.verdict,
        "verdict_key": snake(one.verdict),
        "is_detectable": one.is_detectable,
    }


def _role_question(one: RoleQuestionLine) -> "published.RoleQuestion":
    return {
        "question": one.question,
        "trend": one.trend,
        "leaders": one.leaders,
        "practitioners": one.practitioners,
        "gap": one.gap,
    }


def _range(
    low: float | None, high: float | None, error: float | None
) -> "published.PeopleRange | None":
    """Return a people range: not that of missing answers, though it counts them in."""
    if low is None:
        return None
    return {"low": low, "high": high, "error": error, "confidence": CONFIDENCE}
