"""A report for other eyes: anonymous, or with the names of those who answered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from readiness.report.findings import finding_lines
from readiness.report.model import AnswerLine, Node, Report, StepLine
from readiness.report.nodes import answer_words, levels_of, nearest
from readiness.report.panel.lines import panel_lines, respondent_lines
from readiness.report.panel_model import Disclosure, PanelLines
from readiness.report.words import whole
from readiness.scoring.grounds import Grounds
from readiness.scoring.groups import ANONYMOUS
from readiness.scoring.results import Results
from readiness.scoring.score import POINTS, ItemScore

_UNTOLD = Grounds(ratings=None, checkable=None, share=None)  # tells how many rated

_ALWAYS = "Anonymous: notes, reasons and evidence are left out"
_ABOUT = (
    "Capabilities and findings are told by their nearest level; how many ratings there "
    "are is not."
)
_FEW = (
    f"{_ALWAYS}, and with fewer than {ANONYMOUS} people so are all single answers, how "
    f"far they agree, how many did not rate, and roles. {_ABOUT}"
)
_MANY = (
    f"{_ALWAYS}, and so is what fewer than {ANONYMOUS} people rated, groups of fewer "
    f"than {ANONYMOUS}, and how many said don't know or not applicable, or did not "
    f"answer, if that is fewer than {ANONYMOUS}. Where all said the same, only the "
    f"nearest level is told. {_ABOUT}"
)
_NOT_TOLD = f"not shown, fewer than {ANONYMOUS} people rated it"
_ONE = f"{_ALWAYS}. One person answered, so all the rest is what that person said."


def disclose(report: Report, results: Results, disclosure: Disclosure) -> Report:
    """Return the ``report`` of ``results`` for those who may see so much."""
    match disclosure:
        case Disclosure.USUAL:
            return report
        case Disclosure.NAMES:
            return replace(report, disclosure=disclosure, who=respondent_lines(results))
        case Disclosure.ANONYMOUS:
            return _anonymous(report, results)
        case _:
            assert_never(disclosure)


def _anonymous(report: Report, results: Results) -> Report:
    panel = panel_lines(results, Disclosure.ANONYMOUS)
    shown = _spreads(panel)
    told = _spreads(report.panel)
    few = _FEW if report.respondents < ANONYMOUS else _MANY
    about = _nearest_levels(results)

    def blank(line: AnswerLine) -> AnswerLine:
        bare = replace(line, note="", evidence=())
        if not panel:
            return bare
        bare = replace(bare, level=None)
        if spread := shown[line.question]:
            return replace(
                bare, answer=bare.answer.replace(told[line.question], spread)
            )
        # the text of a level would tell that nobody said another
        return replace(bare, answer=about[line.question], anchor="")

    def without_remarks(lines: tuple[AnswerLine, ...]) -> tuple[AnswerLine, ...]:
        return tuple(map(blank, lines))

    def told_of(lines: tuple[AnswerLine, ...]) -> tuple[AnswerLine, ...]:
        # to be among the strengths or gaps tells an answer, too
        return tuple(one for one in map(blank, lines) if one.answer != _NOT_TOLD)

    def steps(lines: tuple[StepLine, ...]) -> tuple[StepLine, ...]:
        return tuple(replace(s, causes=without_remarks(s.causes)) for s in lines)

    if panel:
        report = _coarse(report, results)
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


def _coarse(report: Report, results: Results) -> Report:
    """Return the report without figures that single answers hide behind."""
    return replace(
        report,
        completeness=replace(report.completeness, grounds=_UNTOLD),
        grounds_words="",
        trends=tuple(
            replace(
                row,
                grounds=_UNTOLD,
                capabilities=tuple(map(_at_a_level, row.capabilities)),
            )
            for row in report.trends
        ),
        findings=finding_lines(results, is_exact=False),
    )


def _at_a_level(node: Node) -> Node:
    """Return a capability at the nearest level: few questions make it up."""
    if node.low is None or node.high is None:
        return node
    bare = replace(node, low=None, high=None, range_words="")
    if node.point is None:
        return bare
    points = POINTS * nearest(node.point / POINTS)
    return replace(bare, point=points, score_words=f"about {whole(points)}")


def _spreads(panel: PanelLines | None) -> Mapping[str, str]:
    """Return what is said of how far people agree, by question id."""
    return {one.question: one.words for one in panel.questions} if panel else {}


def _nearest_levels(results: Results) -> Mapping[str, str]:
    """Return "about 2 Established" per question: a mean of 0 or 4 would tell all."""
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
    return f"about {level} {item.question.anchors[level].label}"
