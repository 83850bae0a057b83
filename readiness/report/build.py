"""Put results and plan into the words and figures of a report."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from readiness.pack.model import Claim
from readiness.plan.file import PlanFile
from readiness.plan.proof import find_proof
from readiness.plan.steps import Plan
from readiness.report import words
from readiness.report.findings import finding_lines, not_evaluated_words
from readiness.report.lines import (
    answer_lines,
    gaps,
    hold_lines,
    inquiry_lines,
    step_line,
    step_lines,
    strengths,
)
from readiness.report.model import Completeness, Node, Report, StepLine, TrendRow
from readiness.report.nodes import overall_node, trend_rows
from readiness.report.panel.lines import panel_lines
from readiness.report.plan_words import capacity_words, solid_words, verify_words
from readiness.report.progress import Teamwork
from readiness.report.provenance import claim_lines
from readiness.responses import Form
from readiness.scoring.agreement import agreements
from readiness.scoring.grounds import find_grounds
from readiness.scoring.people import who_answered
from readiness.scoring.results import Results
from readiness.scoring.rules import Outcome
from readiness.scoring.score import Score, Scorecard


def build_report(
    results: Results,
    plan: Plan,
    *,
    made_on: date,
    is_demo: bool = False,
    file: PlanFile | None = None,
) -> Report:
    """Return the report of ``results``, which have at least one response.

    ``file`` is the plan that the team edits: who does what by when.
    """
    first = results.responses[0]
    overall, trends = overall_node(results), trend_rows(results)
    steps = _with_solid(plan, step_lines(results, plan.scheduled))
    later = tuple(step_line(results, step) for step in plan.rest)
    team = Teamwork.of(file, made_on)
    unknown = [f.rule for f in results.findings if f.outcome is Outcome.UNKNOWN]
    complete = _completeness(results, trends)
    return Report(
        team_id=first.team.id,
        team=first.team.name,
        period=first.period,
        form=results.card.form,
        is_demo=is_demo,
        made_on=made_on.isoformat(),
        respondents=_people(results),
        pack_id=results.pack.id,
        pack_version=results.pack.version,
        pack_sha256=first.pack.sha256,
        pack_title=results.pack.title,
        form_words=_form_words(results.card, complete),
        headline=_headline(results, overall, trends, steps, complete),
        completeness=complete,
        overall=overall,
        trends=trends,
        strengths=strengths(results),
        gaps=gaps(results),
        answers=tuple(answer_lines(results)),
        findings=tuple(team.open_findings(results, plan, finding_lines(results))),
        not_evaluated=tuple(rule.id for rule in unknown),
        not_evaluated_words=not_evaluated_words(unknown),
        steps=team.told(steps),
        later=team.told(_with_solid(plan, later)),
        aside=tuple(team.aside(results, plan)),
        plan_words=_plan_words(plan),
        capacity_words=capacity_words(plan),
        verify_words=verify_words(find_proof(results, plan)),
        inquiries=inquiry_lines(plan.inquiries),
        holds=hold_lines(results, plan.holds),
        claims=claim_lines(_claims_used(results, plan)),
        grounds_words=words.grounds_of(complete.grounds),
        importance_words=_importance_words(results),
        panel=panel_lines(results),
    )


def _people(results: Results) -> int:
    """Return how many have answered something; there is a report of one at least."""
    return max(1, len(who_answered(results.responses)))


def _with_solid(plan: Plan, lines: Iterable[StepLine]) -> tuple[StepLine, ...]:
    return tuple(
        replace(line, solid_words=solid_words(plan, line.id)) for line in lines
    )


def _completeness(results: Results, trends: Iterable[TrendRow]) -> Completeness:
    total: Counter[str] = Counter()
    for row in trends:
        total.update(
            asked=row.asked,
            rated=row.rated,
            unknown=row.unknown,
            open=row.open,
            not_applicable=row.not_applicable,
        )
    evident = {
        id_ for r in results.responses for id_, a in r.answers.items() if a.evidence
    }
    return Completeness(
        questions=total["asked"],
        of=sum(1 for _ in results.pack.questions()),
        rated=total["rated"],
        unknown=total["unknown"],
        not_applicable=total["not_applicable"],
        open=total["open"],
        with_evidence=len(evident),
        grounds=find_grounds(results.card, results.responses, results.card.items()),
    )


def _form_words(card: Scorecard, complete: Completeness) -> str:
    if card.form is Form.QUICK:
        return f"a quick look: {complete.questions} of {complete.of} questions"
    return f"all {complete.of} questions"


def _headline(
    results: Results,
    overall: Node,
    trends: tuple[TrendRow, ...],
    steps: tuple[StepLine, ...],
    complete: Completeness,
) -> tuple[tuple[str, str], ...]:
    lines = [
        ("Overall", _overall_words(results, overall, complete)),
        ("Known", _known_words(results, complete)),
    ]
    ranked = sorted(
        (row for row in trends if row.node.point is not None),
        key=lambda row: row.node.point or 0.0,
    )
    if len(ranked) > 1 and _differ(ranked[0], ranked[-1]):
        lines.append(("Strongest", _scores_like(ranked[-1], trends)))
        lines.append(("Weakest", _scores_like(ranked[0], trends)))
    if overall.point is None and complete.unknown + complete.open:
        lines.append(("Do first", _find_out_words(complete)))
    elif steps:
        lines.append(("Do first", words.first_step(steps[0])))
    return tuple(lines)


def _differ(weakest: TrendRow, strongest: TrendRow) -> bool:
    return weakest.node.score_words != strongest.node.score_words


def _find_out_words(complete: Completeness) -> str:
    missing = words.counted(complete.unknown + complete.open, "answer")
    return f"find out: {missing} missing, too many for a score or a plan to rely on"


def _scores_like(one: TrendRow, trends: Iterable[TrendRow]) -> str:
    """Return the name and score of ``one``, and of all that are shown the same."""
    shown = one.node.score_words
    return words.joined(_score_of(t) for t in trends if t.node.score_words == shown)


def _score_of(row: TrendRow) -> str:
    between = f" ({row.node.range_words})" if row.node.range_words else ""
    return f"{row.node.name} {row.node.score_words}{between}"


def _overall_words(results: Results, overall: Node, complete: Completeness) -> str:
    respondents = _people(results)
    view = "one person's view" if respondents == 1 else f"{respondents} people"
    between = f"{overall.range_words} of 100"
    if overall.point is None:
        figure = overall.score_words + (f", {between}" if overall.range_words else "")
    else:
        figure = f"{overall.score_words} of 100"
        figure += f" (range {overall.range_words})" if overall.range_words else ""
    if results.card.form is Form.QUICK:
        figure += f"; {_form_words(results.card, complete)}"
    return f"{figure}; {words.SELF_REPORTED}, {view}"


def _known_words(results: Results, complete: Completeness) -> str:
    rated = f"{complete.rated} of {complete.questions} rated"
    parts = [", ".join((rated, *_by_few_words(results)))]
    if complete.unknown:
        parts.append(f"{complete.unknown} don't know")
    if complete.not_applicable:
        parts.append(f"{complete.not_applicable} not applicable")
    if complete.open:
        parts.append(f"{complete.open} open")
    return ", ".join(parts)


def _by_few_words(results: Results) -> Iterator[str]:
    """Yield how many ratings are those of a few: they stand for all in the score."""
    people = who_answered(results.responses)
    questions = agreements(results.card.items(), people)
    if few := sum(one.is_rated_by_few(len(people)) for one in questions):
        yield f"{few} of them by less than half of the {len(people)} people"


def _plan_words(plan: Plan) -> str:
    if plan.before.score is None or plan.after.score is None:
        return ""
    now, then = _figure(plan.before.score), _figure(plan.after.score)
    if not plan.scheduled or not plan.before.score.is_enough:
        return f"Now {now}."  # what narrows a range may look as if it made it worse
    which = words.counted(len(plan.scheduled), "action")
    return f"Now {now}. With {which} done: {then}, if every level is reached."


def _figure(score: Score) -> str:
    between = words.range_of(score)
    if not score.is_enough:
        return f"between {between.replace(' to ', ' and ')} of 100"
    return f"{words.points_or_reason(score)} of 100" + (
        f" (range {between})" if between else ""
    )


def _claims_used(results: Results, plan: Plan) -> Iterable[Claim]:
    used = {planned.step.capability.id for planned in plan.scheduled}
    return (c for c in results.pack.claims if used.intersection(c.capabilities))


def _importance_words(results: Results) -> str:
    weighed = results.weighed_by_importance()
    if weighed is None:
        return ""
    return f"Weighed by how much each trend matters to you: {_figure(weighed)}."
