"""Leaders and practitioners as a report shows them, or why it does not."""

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from readiness.pack.model import Pack
from readiness.report import words
from readiness.report.panel.questions import trend_of
from readiness.report.panel_model import RoleQuestionLine, RolesLine, RoleTrendLine
from readiness.scoring.groups import Group, Suppressed
from readiness.scoring.roles import QuestionGap, Roles, TrendGap

NO_DIFFERENCE = "no detectable difference"
NOT_COMPARABLE = "not comparable"
_NONE = "-"
_NO_ROLES = "A role is given with: readiness assess --role leader"


def roles_line(pack: Pack, roles: Roles, *, is_anonymous: bool) -> RolesLine:
    """Return the groups; the anonymous are not told how small a hidden one is."""
    is_told = not (is_anonymous and roles.suppressed)
    return RolesLine(
        leaders=roles.leaders if is_told else None,
        practitioners=roles.practitioners if is_told else None,
        without=roles.without if is_told else None,
        least=roles.least,
        why_not=_why_not(roles, is_anonymous=is_anonymous),
        hint=_NO_ROLES if roles.suppressed is Suppressed.NO_ROLES else "",
        mostly=(roles.mostly or "") if is_told else "",
        trends=tuple(map(_trend_line, roles.trends)),
        questions=tuple(
            _question_line(pack, gap)
            for gap in roles.questions
            if not (is_anonymous and gap.tells_all)
        ),
        leaders_only=_rated_only_by(Group.LEADERS, roles),
        practitioners_only=_rated_only_by(Group.PRACTITIONERS, roles),
    )


def narrow_roles(
    roles: RolesLine, trend_id: str, question_ids: Collection[str]
) -> RolesLine:
    """Return what ``roles`` says of one trend, which has these questions."""

    def of_trend(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if id_ in question_ids)

    return replace(
        roles,
        trends=tuple(one for one in roles.trends if one.id == trend_id),
        questions=tuple(one for one in roles.questions if one.trend == trend_id),
        leaders_only=of_trend(roles.leaders_only),
        practitioners_only=of_trend(roles.practitioners_only),
    )


def _trend_line(gap: TrendGap) -> RoleTrendLine:
    higher = gap.seen_higher_by
    verdict = f"{higher} see it higher" if higher else NO_DIFFERENCE
    verdict = verdict if gap.judged else NOT_COMPARABLE
    leaders, practitioners = _whole(gap.leaders), _whole(gap.practitioners)
    figures = (
        f"leaders {leaders}, practitioners {practitioners}, " if gap.judged else ""
    )
    return RoleTrendLine(
        id=gap.trend.id,
        name=gap.trend.name,
        short=gap.trend.short,
        leaders=gap.leaders,
        practitioners=gap.practitioners,
        gap=gap.gap,
        band=gap.judged.band if gap.judged else None,
        adjusted_p=gap.judged.adjusted_p if gap.judged else None,
        leaders_words=leaders,
        practitioners_words=practitioners,
        gap_words=_NONE if gap.gap is None else words.signed(words.whole(gap.gap)),
        verdict=verdict,
        is_detectable=higher is not None,
        words=f"{figures}{verdict}",
    )


def _rated_only_by(group: Group, roles: Roles) -> tuple[str, ...]:
    return tuple(id_ for id_, alone in roles.alone.items() if alone is group)


def _whole(points: float | None) -> str:
    return _NONE if points is None else words.whole(points)


def _question_line(pack: Pack, gap: QuestionGap) -> RoleQuestionLine:
    id_ = gap.question.id
    leaders, practitioners = words.tenth(gap.leaders), words.tenth(gap.practitioners)
    return RoleQuestionLine(
        question=id_,
        name=gap.question.facet,
        trend=trend_of(pack, id_),
        leaders=gap.leaders,
        practitioners=gap.practitioners,
        gap=gap.gap,
        words=f"leaders {leaders}, practitioners {practitioners}",
    )


def _why_not(roles: Roles, *, is_anonymous: bool) -> str:
    if roles.suppressed is None:
        return ""
    needs = f"each group needs {roles.least} people"
    if is_anonymous:
        return f"not shown: {needs}, and so do those without a role"
    return f"not shown: {_reason(roles, roles.suppressed, needs)}"


def _reason(roles: Roles, why: Suppressed, needs: str) -> str:
    match why:
        case Suppressed.NO_ROLES:
            return "nobody gave a role"
        case Suppressed.ONE_ROLE:
            who = "leaders" if roles.leaders else "practitioners"
            return f"all who gave a role are {who}"
        case Suppressed.SMALL:
            leaders = words.counted(roles.leaders, "leader")
            others = words.counted(roles.practitioners, "practitioner")
            return f"{needs}, and {leaders} and {others} answered"
        case Suppressed.REST:
            rest = words.counted(roles.without, "person", "people")
            return f"{rest} gave no role, and could be made out from the difference"
        case _:
            assert_never(why)
