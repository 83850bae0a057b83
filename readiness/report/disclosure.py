"""A report for other eyes: anonymous, or with the names of those who answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias, assert_never

from readiness.plan.steps import Plan
from readiness.report.coarse import coarse, in_whole_points
from readiness.report.findings import finding_lines
from readiness.report.model import AnswerLine, FindingLine, Report, StepLine
from readiness.report.nodes import answer_words, levels_of, nearest
from readiness.report.panel.facts import with_facts
from readiness.report.panel.lines import panel_lines, respondent_lines
from readiness.report.panel_model import Disclosure, PanelLines, QuestionLine
from readiness.report.progress import (
    with_findings,
    with_steps,
    without_decider,
    without_people,
)
from readiness.scoring.agreement import agreements
from readiness.scoring.groups import ANONYMOUS
from readiness.scoring.people import who_answered
from readiness.scoring.results import Results
from readiness.scoring.score import ItemScore
from readiness.scoring.withholding import tellable

Plans: TypeAlias = Callable[[Results], Plan]
Builds: TypeAlias = Callable[[Results, Plan], Report]

_ALWAYS = "Anonymous: notes, reasons and evidence are left out"
_ABOUT = (
    "Levels are the nearest ones, gains whole points, and it is not told how many "
    "ratings there are or how much hangs on one person."
)
_FEW = (
    f"{_ALWAYS}, and with fewer than {ANONYMOUS} people so are all single answers, how "
    "far they agree, how many did not rate, and roles. What not all of them rated "
    f"counts as don't know in all figures and actions. {_ABOUT}"
)
_MANY = (
    f"{_ALWAYS}, and so are all single answers, and groups and counts of fewer than "
    f"{ANONYMOUS} people. What fewer than {ANONYMOUS} rated counts as don't know in "
    f"all figures and actions. {_ABOUT}"
)
_NOT_TOLD = f"not shown, fewer than {ANONYMOUS} people rated it"
_ONE = f"{_ALWAYS}. One person answered, so all the rest is what that person said."


def disclose(
    results: Results, disclosure: Disclosure, *, plan: Plans, build: Builds
) -> Report:
    """Return the report of ``results`` for those who may see so much.

    ``plan`` and ``build`` make plan and report. If it is anonymous, they are given only
    what may be told, so that nothing in them depends on what a few people rated.
    """
    match disclosure:
        case Disclosure.USUAL:
            return build(results, plan(results))
        case Disclosure.NAMES:
            made = build(results, plan(results))
            return replace(made, disclosure=disclosure, who=respondent_lines(results))
        case Disclosure.ANONYMOUS:
            told = tellable(results)
            made = build(told, in_whole_points(plan(told)))
            return _anonymous(made, told, results)
        case _:
            assert_never(disclosure)


def _anonymous(report: Report, told: Results, results: Results) -> Report:
    panel = _panel(told, results)
    agreed = _agreed(panel)
    few = _FEW if report.respondents < ANONYMOUS else _MANY
    about = _nearest_levels(results)

    def blank(line: AnswerLine) -> AnswerLine:
        bare = replace(line, note="", evidence=())
        if not panel:
            return bare
        # the text of a level would tell that nobody said another
        return replace(bare, level=None, answer=about[line.question], anchor="")

    def without_remarks(lines: tuple[AnswerLine, ...]) -> tuple[AnswerLine, ...]:
        return tuple(_with(blank(one), agreed.get(one.question)) for one in lines)

    def told_of(lines: tuple[AnswerLine, ...]) -> tuple[AnswerLine, ...]:
        # to be among the strengths or gaps tells an answer, too
        return tuple(one for one in map(blank, lines) if one.answer != _NOT_TOLD)

    def steps(lines: tuple[StepLine, ...]) -> tuple[StepLine, ...]:
        return tuple(replace(s, causes=without_remarks(s.causes)) for s in lines)

    report = with_findings(with_steps(report, without_people), without_decider)
    if panel:
        report = replace(coarse(report), findings=_about_level(report, told))
    return replace(
        report,
        disclosure=Disclosure.ANONYMOUS,
        panel=panel,
        left_out=few if panel else _ONE,
        strengths=told_of(report.strengths),
        gaps=told_of(report.gaps),
        answers=without_remarks(report.answers),
        steps=steps(report.steps),
        later=steps(report.later),
        aside=steps(report.aside),
    )


def _about_level(report: Report, told: Results) -> tuple[FindingLine, ...]:
    """Return the findings with levels only: a mean of 0 or 4 tells what all said."""
    lines = finding_lines(told, is_exact=False)
    return tuple(
        replace(about, stays_open=line.stays_open)
        for line, about in zip(report.findings, lines, strict=True)
    )


def _panel(told: Results, results: Results) -> PanelLines | None:
    """Return what people say beside each other.

    What is not told of a question is don't know in ``told``; what most do not know
    stands in ``results``.
    """
    panel = panel_lines(told, Disclosure.ANONYMOUS)
    if panel is None:
        return None
    people = who_answered(results.responses)
    unknown = {
        one.item.question.id
        for one in agreements(results.card.items(), people)
        if one.is_unknown_to_most
    }

    def said(line: QuestionLine) -> QuestionLine:
        return line if line.question in unknown else replace(line, unknown="")

    return with_facts(
        replace(
            panel,
            questions=tuple(map(said, panel.questions)),
            unknown=tuple(q for q in panel.unknown if q.question in unknown),
        )
    )


def _agreed(panel: PanelLines | None) -> Mapping[str, str]:
    """Return what is said of how far people agree, by question id."""
    return {one.question: one.words for one in panel.questions} if panel else {}


def _with(line: AnswerLine, agreed: str | None) -> AnswerLine:
    """Return an answer with how far people agree on it, if that is told."""
    return replace(line, answer="; ".join(filter(None, (line.answer, agreed))))


def _nearest_levels(results: Results) -> Mapping[str, str]:
    """Return "about level 2: Partly" per question: a mean of 0 or 4 would tell all."""
    return {
        item.question.id: _about(item, len(levels_of(item, results.responses)))
        for item in results.card.items()
    }


def _about(item: ItemScore, rated: int) -> str:
    if not item.applicable or item.value is None:
        return answer_words(item, ())
    if rated < ANONYMOUS:
        return _NOT_TOLD
    level = nearest(item.value)
    return f"about level {level}: {item.question.anchors[level].label}"
