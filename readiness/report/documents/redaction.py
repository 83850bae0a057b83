"""Leave out what others are not to see, before anything is rendered."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from readiness.branding.model import Brand
from readiness.report import words
from readiness.report.documents.model import Redaction
from readiness.report.model import AnswerLine, Report, StepLine
from readiness.report.progress import (
    with_findings,
    with_steps,
    without_decider,
    without_people,
    without_typed,
)

THE_TEAM = "The team"  #: in place of its name
THE_TEAM_ID = "team"

_FREE_TEXTS = frozenset({Redaction.NOTES, Redaction.EVIDENCE})
_SAID = {
    Redaction.NOTES: "notes (with reasons)",
    Redaction.EVIDENCE: "evidence",
    Redaction.NAMES: "names of team, client and owners (with logo and footer)",
    Redaction.RESPONDENTS: "who answered",
}


def redact(report: Report, which: Collection[Redaction]) -> Report:
    """Return ``report`` without what is named, wherever it stood."""
    if Redaction.NOTES in which:
        report = _with_answers(report, lambda line: replace(line, note=""))
        report = with_findings(with_steps(report, without_typed), without_decider)
    if Redaction.EVIDENCE in which:
        report = _with_answers(report, lambda line: replace(line, evidence=()))
    if Redaction.NAMES in which:
        report = replace(report, team=THE_TEAM, team_id=THE_TEAM_ID)
        report = with_findings(with_steps(report, without_people), without_decider)
    if Redaction.RESPONDENTS in which:
        report = replace(report, who=())
    return report


def redact_brand(brand: Brand, which: Collection[Redaction]) -> Brand:
    """Return ``brand`` without whose document it is; who made it may say so."""
    if Redaction.NAMES not in which:
        return brand
    # a footer is free text, and more often than not says for whom
    return replace(brand, client="", footer="", logo=None)


def left_out_words(report: Report, which: Collection[Redaction]) -> str:
    """Return what was left out of ``report``, on request or to be anonymous, or ""."""
    return " ".join(_left_out(report, which))


def left_out_in_short(report: Report, which: Collection[Redaction]) -> str:
    """Return the same for the foot of pages."""
    if report.left_out:
        return "Anonymous: not all is shown."
    return "Some of it was left out on request." if which else ""


def _left_out(report: Report, which: Collection[Redaction]) -> Iterator[str]:
    if which:
        named = words.joined(_SAID[one] for one in Redaction if one in which)
        yield f"Left out on request: {named}."
        if Redaction.NAMES in which and not _FREE_TEXTS.issubset(which):
            yield "What people typed is as they typed it: names may stand in it."
    if report.left_out:
        yield report.left_out


def _with_answers(report: Report, change: Callable[[AnswerLine], AnswerLine]) -> Report:
    def lines(old: tuple[AnswerLine, ...]) -> tuple[AnswerLine, ...]:
        return tuple(map(change, old))

    def steps(old: tuple[StepLine, ...]) -> tuple[StepLine, ...]:
        return tuple(replace(step, causes=lines(step.causes)) for step in old)

    return replace(
        report,
        strengths=lines(report.strengths),
        gaps=lines(report.gaps),
        answers=lines(report.answers),
        steps=steps(report.steps),
        later=steps(report.later),
        aside=steps(report.aside),
    )
