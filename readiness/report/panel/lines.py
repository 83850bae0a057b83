"""Put what several people say into the words and figures of a report."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from readiness.report import words
from readiness.report.panel.facts import range_words, with_facts
from readiness.report.panel.questions import question_line
from readiness.report.panel.roles import narrow_roles, roles_line
from readiness.report.panel_model import (
    Disclosure,
    PanelLines,
    QuestionLine,
    RespondentLine,
    TrendPanelLine,
)
from readiness.responses import Form, Response
from readiness.scoring.agreement import Agreement
from readiness.scoring.groups import ANONYMOUS, NAMED
from readiness.scoring.panel import TrendPanel, view_panel
from readiness.scoring.results import Results
from readiness.scoring.roles import compare_roles


def panel_lines(
    results: Results, disclosure: Disclosure = Disclosure.USUAL
) -> PanelLines | None:
    """Return what the people behind ``results`` say beside each other.

    ``None`` unless two or more have answered something.
    """
    panel = view_panel(results)
    if panel is None:
        return None
    is_anonymous = disclosure is Disclosure.ANONYMOUS
    least = ANONYMOUS if is_anonymous else NAMED
    roles = compare_roles(results, panel, least=least)
    lines = {
        one.item.question.id: replace(
            question_line(results.pack, one, disclosure),
            is_rated_by_few=one.is_rated_by_few(len(panel.people)),
        )
        for one in panel.questions
    }
    made = PanelLines(
        people=len(panel.people),
        about="overall",
        low=panel.range.low if panel.range else None,
        high=panel.range.high if panel.range else None,
        error=panel.range.error if panel.range else None,
        is_withheld=False,
        has_missing=results.card.score is not None and results.card.score.coverage < 1,
        swing=panel.swing,
        hangs_on_one=panel.hangs_on_one,
        questions=tuple(lines.values()),
        disagreements=tuple(q for q in _of(lines, panel.disagreements()) if q.accord),
        unknown=tuple(q for q in _of(lines, panel.unknown()) if q.unknown),
        trends=tuple(_trend_line(t, is_anonymous=is_anonymous) for t in panel.trends),
        roles=roles_line(results.pack, roles, is_anonymous=is_anonymous),
    )
    return with_facts(_withheld(made) if is_anonymous else made)


def narrow_panel(panel: PanelLines | None, trend_id: str) -> PanelLines | None:
    """Return what ``panel`` says of one trend, which must exist."""
    if panel is None:
        return None
    trend = next(one for one in panel.trends if one.id == trend_id)
    questions = _about(panel.questions, trend_id)
    return with_facts(
        replace(
            panel,
            about=trend.short,
            low=trend.low,
            high=trend.high,
            error=trend.error,
            has_missing=trend.has_missing,
            swing=None,
            hangs_on_one=None if panel.hangs_on_one is None else False,
            questions=questions,
            disagreements=_about(panel.disagreements, trend_id),
            unknown=_about(panel.unknown, trend_id),
            trends=(trend,),
            roles=narrow_roles(panel.roles, trend_id, {q.question for q in questions}),
        )
    )


def respondent_lines(results: Results) -> tuple[RespondentLine, ...]:
    """Return who answered and how much, by name."""
    return tuple(
        respondent_line(response, [q.id for q in response.asked(results.pack)])
        for response in sorted(results.responses, key=lambda one: one.respondent)
    )


def respondent_line(response: Response, asked: list[str]) -> RespondentLine:
    """Return how much one person has answered of the questions ``asked``, by id."""
    decided = sum(map(response.decided, asked))
    role = f", {response.role}" if response.role else ""
    quick = " of the quick look" if response.form is Form.QUICK else ""
    return RespondentLine(
        respondent=response.respondent,
        role=response.role,
        form=response.form,
        decided=decided,
        asked=len(asked),
        words=f"{response.respondent}{role}: {decided} of {len(asked)} answered{quick}",
    )


def _withheld(panel: PanelLines) -> PanelLines:
    """Return ``panel`` without what single people could be worked out from.

    With the mean, what hangs on one is that person's own score, however many answered;
    and an exact error of the mean is how far those furthest from it are.
    """
    bare = replace(panel, error=None, swing=None, hangs_on_one=None)
    if panel.people < ANONYMOUS:
        return replace(bare, low=None, high=None, is_withheld=True)
    return replace(bare, low=_whole(panel.low), high=_whole(panel.high))


def _whole(points: float | None) -> float | None:
    return None if points is None else float(words.whole(points))


def _trend_line(one: TrendPanel, *, is_anonymous: bool) -> TrendPanelLine:
    is_shown = not is_anonymous or one.people >= ANONYMOUS
    known = one.range if is_shown else None
    distance = one.distance if is_shown else None
    if is_anonymous and distance is not None:
        distance = float(words.tenth(distance))
    low, high = (known.low, known.high) if known else (None, None)
    parts = []
    if known:
        parts.append(f"people range {range_words(known.low, known.high)}")
    if distance is not None:
        far = words.tenth(distance)
        unit = "level" if far == "1" else "levels"
        parts.append(f"one person is typically {far} {unit} from the average")
    return TrendPanelLine(
        id=one.trend.id,
        name=one.trend.name,
        short=one.trend.short,
        people=one.people if is_shown else None,
        distance=distance,
        low=_whole(low) if is_anonymous else low,
        high=_whole(high) if is_anonymous else high,
        error=known.error if known and not is_anonymous else None,
        has_missing=one.has_missing,
        words="; ".join(parts),
    )


def _of(
    lines: Mapping[str, QuestionLine], questions: Iterable[Agreement]
) -> Iterable[QuestionLine]:
    return (lines[one.item.question.id] for one in questions)


def _about(
    questions: tuple[QuestionLine, ...], trend_id: str
) -> tuple[QuestionLine, ...]:
    return tuple(one for one in questions if one.trend == trend_id)
