"""The lines of a report: answers, steps, things to find out and to hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from readiness.pack.model import Capability
from readiness.plan.steps import Inquiry, Scheduled, Step
from readiness.report import words
from readiness.report.model import (
    AnswerLine,
    EvidenceLine,
    HoldLine,
    InquiryLine,
    StepLine,
)
from readiness.report.nodes import answer_words, are_apart, levels_of, nearest
from readiness.report.panel.questions import spread_words
from readiness.report.plan_words import why_here
from readiness.responses import Response
from readiness.scoring.agreement import agreements
from readiness.scoring.people import who_answered
from readiness.scoring.results import Results
from readiness.scoring.score import POINTS, ItemScore

STRONG = 3  #: level from which an answer counts as a strength
WEAK = 1  #: nearest level up to which it counts as a gap


def answer_lines(results: Results) -> Iterator[AnswerLine]:
    """Yield every asked question with its answer, in the order of the pack.

    Of several people it says median and distribution too.
    """
    people = who_answered(results.responses)
    questions = agreements(results.card.items(), people)
    spread = {q.item.question.id: spread_words(q) for q in questions}
    for part in results.card.capabilities():
        for item in part.items:
            line = answer_line(results, part.capability, item)
            more = spread[item.question.id] if len(people) > 1 else ""
            answer = "; ".join(filter(None, (line.answer, more)))
            yield replace(line, answer=answer)


def answer_line(
    results: Results, capability: Capability, item: ItemScore
) -> AnswerLine:
    """Return one question with its answer, notes and evidence.

    The text of a level is quoted only if all who rated it said that level.
    """
    id_ = item.question.id
    remarks = [r.answers[id_] for r in results.responses if id_ in r.answers]
    said = (text for r in remarks for text in (getattr(r, "reason", ""), r.note))
    notes = list(filter(None, said))
    pieces = [piece for r in remarks for piece in r.evidence]
    if len(results.responses) > 1:  # their order would tell who said what
        notes = sorted(set(notes))
        pieces = sorted(set(pieces), key=lambda piece: (piece.kind, piece.text))
    return AnswerLine(
        question=id_,
        capability=capability.name,
        trend=results.pack.trend_of[capability.id].name,
        text=item.question.text,
        facet=item.question.facet,
        answer=answer_words(item, results.responses),
        level=item.value,
        anchor=_anchor_text(item, results.responses),
        note="\n".join(notes),
        evidence=tuple(EvidenceLine(kind=p.kind, text=p.text) for p in pieces),
    )


def _anchor_text(item: ItemScore, responses: Sequence[Response]) -> str:
    is_disputed = are_apart(levels_of(item, responses))
    if item.value is None or not item.applicable or is_disputed:
        return ""
    return item.question.anchors[nearest(item.value)].text


def strengths(results: Results) -> tuple[AnswerLine, ...]:
    """Return the answers from level 3 on, those that carry most points first."""
    return _first(results, lambda level: level if level >= STRONG else 0.0)


def gaps(results: Results) -> tuple[AnswerLine, ...]:
    """Return the answers at level 0 or 1, those first that lack most towards level 3.

    Of several people the level nearest to their mean decides.
    """
    return _first(
        results, lambda level: STRONG - level if nearest(level) <= WEAK else 0.0
    )


def _first(results: Results, merit: Callable[[float], float]) -> tuple[AnswerLine, ...]:
    influence = results.card.influence()
    found = [
        (merit(item.value) * influence[item.question.id], part.capability, item)
        for part in results.card.capabilities()
        for item in part.items
        if item.applicable and item.value is not None and merit(item.value) > 0
    ]
    found.sort(key=lambda row: -row[0])
    return tuple(answer_line(results, c, item) for _, c, item in found)


def step_lines(
    results: Results, scheduled: Iterable[Scheduled]
) -> tuple[StepLine, ...]:
    """Return the scheduled steps, numbered A1, A2, ... in their order."""
    in_plan = {f"A{n}": planned for n, planned in enumerate(scheduled, start=1)}
    return tuple(
        replace(
            step_line(results, planned.step),
            number=number,
            horizon=planned.horizon,
            needs=tuple(_needs(results, planned.step, in_plan)),
        )
        for number, planned in in_plan.items()
    )


def step_line(results: Results, step: Step) -> StepLine:
    """Return a step in words, without a number and horizon: it is not scheduled."""
    action = step.action
    return StepLine(
        number="",
        id=action.id,
        title=words.title_of(action),
        details=words.details_of(action),
        first_step=action.first_step or "",
        capability=step.capability.name,
        trend=step.trend.name,
        trend_short=step.trend.short,
        horizon="",
        effort=action.effort,
        person_weeks=action.person_weeks,
        owner=action.owner,
        done_when=words.criteria_of(action),
        evidence=step.capability.evidence,
        to_level=action.to,
        gain=words.without_noise(step.gain.points),
        gain_low=words.without_noise(step.gain.low),
        gain_high=words.without_noise(step.gain.high),
        trend_gain=words.without_noise(step.trend_gain.points),
        trend_gain_low=words.without_noise(step.trend_gain.low),
        trend_gain_high=words.without_noise(step.trend_gain.high),
        gain_words=f"{words.gain_of(step.trend_gain)} in {step.trend.short}",
        effort_words=words.effort_of(action),
        why_here=why_here(results, step),
        solid_words="",
        needs=(),
        opens=tuple(capability.name for capability in step.opens),
        causes=tuple(_causes(results, step)),
        questions=tuple(item.question.id for item in step.lifts),
    )


def _causes(results: Results, step: Step) -> Iterator[AnswerLine]:
    """Yield the answers behind a step, with every level that was said.

    What counts is what was answered, not where an earlier step is to lead.
    """
    lifted = {item.question.id for item in step.lifts}
    items = results.card.capability(step.capability.id).items
    for item in (item for item in items if item.question.id in lifted):
        line, levels = answer_line(results, step.capability, item), ""
        if are_apart(said := levels_of(item, results.responses)):
            levels = f"; answers {', '.join(map(str, said))}"
        yield replace(line, answer=line.answer + levels)


def _needs(
    results: Results, step: Step, in_plan: Mapping[str, Scheduled]
) -> Iterator[str]:
    """Yield each prerequisite with its state: in the plan, there, or not known."""
    for number, planned in in_plan.items():
        if step.rests_on(planned.step):
            yield f"{number} first ({planned.step.capability.name})"
    in_line = {p.step.capability.id for p in in_plan.values() if step.rests_on(p.step)}
    for id_ in step.prerequisites:
        if id_ not in in_line:
            name = results.pack.capability_by_id[id_].name
            yield f"{name}: {_state(results, id_, step.action.to)}"


def _state(results: Results, capability_id: str, wanted: int) -> str:
    """Return the level of a prerequisite: reached if its mean is, as for rules."""
    score = results.card.capability(capability_id).score
    attained = results.levels.capabilities.get(capability_id)
    if score is None or attained is None or attained.level is None:
        return "find out first"
    level = f"level {words.level_figure(attained)}"
    if attained.low < wanted:
        return level
    is_there = round(score.low / POINTS, 9) >= wanted
    return f"{level} ({'reached' if is_there else 'nearly reached'})"


def inquiry_lines(inquiries: Iterable[Inquiry]) -> tuple[InquiryLine, ...]:
    """Return what to find out, in the order given."""
    return tuple(
        InquiryLine(
            question=inquiry.question.id,
            text=inquiry.question.text,
            capability=inquiry.capability.name,
            trend=inquiry.trend.name,
            trend_short=inquiry.trend.short,
            is_foundation=inquiry.is_foundation,
            narrows=inquiry.narrows,
            trend_narrows=inquiry.trend_narrows,
            words=_narrows_words(inquiry),
            ask=_who_knows(inquiry.capability),
        )
        for inquiry in inquiries
    )


def _narrows_words(inquiry: Inquiry) -> str:
    points = words.points_in_words(inquiry.trend_narrows)
    kind = (
        "; a foundation, so it may also lift a level" if inquiry.is_foundation else ""
    )
    return f"narrows the range of {inquiry.trend.short} by {points}{kind}"


def _who_knows(capability: Capability) -> str:
    return capability.actions[0].owner if capability.actions else ""


def hold_lines(results: Results, held: Iterable[Capability]) -> tuple[HoldLine, ...]:
    """Return what is to be held, with the evidence that shows it."""
    return tuple(
        HoldLine(
            id=capability.id,
            capability=capability.name,
            trend=results.pack.trend_of[capability.id].name,
            level=words.level_of(results.levels.capabilities[capability.id]),
            evidence=capability.evidence,
        )
        for capability in held
    )
