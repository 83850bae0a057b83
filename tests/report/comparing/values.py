"""Comparisons made by hand; a test names only what it is about."""

from datetime import UTC, date, datetime

from readiness.comparison.results import (
    Cause,
    Comparison,
    Explanation,
    Move,
    NodeChange,
    Part,
    People,
    Quarter,
    Route,
)
from readiness.pack.model import Noise
from readiness.plan.record import PlannedAction, PlanRecord
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.scoring.score import Score
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_capability, a_pack, a_response, a_trend

PACK = a_pack(
    a_trend("ai", a_capability("pairing")), a_trend("zt", a_capability("mfa"))
)
OCCASION = Occasion(made_on=date(2026, 11, 22))
MORNING = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)


def a_score(point, *, coverage=1.0):
    """Build a score; without a point nothing is known."""
    if point is None:
        return Score(point=None, low=0.0, high=100.0, coverage=0.0)
    spread = 100 * (1 - coverage)
    return Score(point=point, low=point * coverage, high=point * coverage + spread,
                 coverage=coverage)  # fmt: skip


def a_change(id_="ai", *, old=50.0, verdict=Verdict.NO_CHANGE, **fields):
    """Build a change; it needed 9 points and was 4, as the scores show it."""
    new = fields.pop("new", 50.0 + (fields.get("delta") or 4.0))
    is_apart = verdict is Verdict.NOT_COMPARABLE
    given = {
        "name": f"{id_.upper()} in full",
        "short": id_.upper(),
        "old": None if old is None else a_score(old),
        "new": None if new is None else a_score(new),
        "reason": None,
        "delta": None if is_apart else 4.0,
        "band": None if is_apart else 9.0,
        "error": None if is_apart else 3.0,
        "df": None if is_apart else 14.0,
        "p": None if is_apart else 0.2,
        "adjusted_p": None if is_apart else 0.5,
        "people": 5,
        "items": 10,
        "common": 0.96,
        "is_focus": False,
        "chance_up": None if is_apart else 0.9,
        "next_band": 9.0,
        "band_with_more": 7.5,
        **fields,
    }
    return NodeChange(id=id_, verdict=verdict, **given)


def a_quarter(period="2026-Q4", *responses, pack=PACK):
    given = responses or (a_response(pack, pairing=2, mfa=1),)
    return Quarter(
        period=period,
        pack=pack,
        responses=tuple(r.model_copy(update={"period": period}) for r in given),
    )


def a_move(cause=Cause.ANSWERS, *, points=1.8, old=2.0, new=4.0, **fields):
    trend = PACK.trends[0]
    given = {
        "question": trend.capabilities[0].questions[0],
        "capability": trend.capabilities[0],
        "trend": trend,
        "old_words": "2 (Level 2)",
        "new_words": "4 (Level 4)",
        "old_anchor": "What is there at level 2.",
        "new_anchor": "",
        **fields,
    }
    return Move(cause=cause, points=points, old=old, new=new, **given)


def the_parts(*points):
    """Build a part for each cause; the causes that are not named make nothing."""
    made = (*points, *(0.0 for _ in Cause))
    return tuple(
        Part(cause=cause, points=part, count=2 if part else 0)
        for cause, part in zip(Cause, made, strict=False)
    )


def a_comparison(*trends, **fields):
    """Build a comparison of 50 with 54 points, by 5 people who answered both times."""
    given = {
        "old": a_quarter("2026-Q3"),
        "new": a_quarter("2026-Q4"),
        "route": Route.SAME_PEOPLE,
        "people": People(old=5, new=5, returning=5, changed_role=0),
        "common_items": 2,
        "overall": a_change(
            "overall",
            name="Overall",
            short="Overall",
            next_band=7.0,
            band_with_more=6.0,
        ),
        "explanation": Explanation(
            difference=4.0, parts=the_parts(4.0), moves=(a_move(points=4.0),)
        ),
        "noise": Noise(),
        "focus": None,
        **fields,
    }
    return Comparison(trends=trends or (a_change("ai"), a_change("zt")), **given)


def a_report(comparison=None, occasion=OCCASION):
    return build_comparison(comparison or a_comparison(), occasion)


def an_action_planned(trend="ai", *, gain=3.0, **fields):
    return PlannedAction(
        title=f"Lift {trend}", trend=trend, gain=gain, trend_gain=2 * gain, **fields
    )


def a_record(**fields):
    given = {
        "team": "payments",
        "period": "2026-Q3",
        "made_at": MORNING,
        "actions": {"ai-1": an_action_planned(), "zt-1": an_action_planned("zt")},
        **fields,
    }
    return PlanRecord(**given)
