"""The findings of a report: rules that fire, and the answers behind them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from readiness.pack.model import Pack
from readiness.pack.rule import Rule
from readiness.report import words
from readiness.report.model import FindingLine
from readiness.report.nodes import mean_level, nearest
from readiness.scoring.operands import Fact, Reason, Subject
from readiness.scoring.readings import Gap, Missing
from readiness.scoring.results import Results
from readiness.scoring.rules import Finding

SayLevel: TypeAlias = Callable[[float], str]  #: puts a mean level 0..4 into words

_FIGURES = {
    "rated_answers": "answers with a level",
    "modal_answer_share": "share of the most frequent level",
    "unknown_foundations": "foundations not known",
    "max_prerequisite_gap": "levels above a prerequisite",
    "answered_share": "share of capabilities with a level",
    "level_share": "share of answers at level {} or above",
    "artefact_share": "share of those at level {} or above that others can check",
}


def finding_lines(
    results: Results, *, is_exact: bool = True
) -> tuple[FindingLine, ...]:
    """Return the rules that fire, worst first.

    Unless ``is_exact``, levels are told as the nearest one and other figures not at
    all: a mean of 0 or 4, and a share of 1, tell what each person said.
    """
    say = mean_level if is_exact else _about
    return tuple(_line(results, finding, say) for finding in results.fired())


def not_evaluated_words(rules: Sequence[Rule]) -> str:
    """Return which rules too little is known for, by name, as a sentence, or ""."""
    if not rules:
        return ""
    named = "; ".join(f"{rule.name} ({rule.id})" for rule in rules)
    return f"Not evaluated, because too little is known: {named}."


def reasons_in_words(results: Results, reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Return what a rule looked at: "Own agent identity is at level 0.5"."""
    return tuple(_reason_words(results, reason, mean_level) for reason in reasons)


def _about(level: float) -> str:
    return f"about level {nearest(level)}"


def _of_trend(level: float, say: SayLevel) -> str:
    """Return the mean of a trend; its level may be another, which something holds."""
    exact = f"level {words.tenth(level)} on average"
    return exact if say is mean_level else say(level)


def _line(results: Results, finding: Finding, say: SayLevel) -> FindingLine:
    rule = finding.rule
    return FindingLine(
        id=rule.id,
        kind=rule.kind,
        severity=rule.severity,
        name=rule.name,
        rationale=rule.rationale,
        because=tuple(_reason_words(results, r, say) for r in finding.because),
        action=rule.action,
        source=rule.source,
        trends=_trends(results.pack, finding),
    )


def _trends(pack: Pack, finding: Finding) -> tuple[str, ...]:
    names = (_trend(pack, reason) for reason in finding.because)
    return tuple(dict.fromkeys(name for name in names if name))


def _trend(pack: Pack, reason: Reason) -> str:
    if isinstance(reason, Gap):
        return pack.trend_of[reason.capability].name
    match reason.subject:
        case Subject.CAPABILITY:
            return pack.trend_of[reason.id].name
        case Subject.QUESTION:
            return pack.trend_of[pack.capability_of[reason.id].id].name
        case Subject.TREND:
            return next(t.name for t in pack.trends if t.id == reason.id)
        case _:  # a flag or a figure belongs to no trend
            return ""


def _reason_words(results: Results, reason: Reason, say: SayLevel) -> str:
    pack = results.pack
    if isinstance(reason, Gap):
        upper, lower = (
            f"{pack.capability_by_id[id_].name} at {say(level)}"
            for id_, level in (
                (reason.capability, reason.level),
                (reason.prerequisite, reason.prerequisite_level),
            )
        )
        return f"{upper} rests on {lower}"
    if reason.subject is Subject.FLAG:
        return _flag_words(results, reason)
    return _fact_words(pack, reason, say)


def _fact_words(pack: Pack, fact: Fact, say: SayLevel) -> str:
    if isinstance(fact.value, Missing):
        value = at = str(fact.value)
    else:
        is_trend = fact.subject is Subject.TREND
        level = _of_trend(fact.value, say) if is_trend else say(fact.value)
        value, at = words.tenth(fact.value), f"at {level}"
    match fact.subject:
        case Subject.CAPABILITY:
            return f"{pack.capability_by_id[fact.id].name} is {at}"
        case Subject.QUESTION:
            return f"{pack.question_by_id[fact.id].facet} is {at}"
        case Subject.TREND:
            return f"{next(t.name for t in pack.trends if t.id == fact.id)} is {at}"
        case _:
            name, _, argument = fact.id.rstrip(")").partition("(")
            figure = _FIGURES[name].format(argument)
            return f"{figure}: {value}" if say is mean_level else figure


def _flag_words(results: Results, fact: Fact) -> str:
    """Quote the question and what was said to it, in the words of its options."""
    asked = next(q for q in results.pack.profile if fact.id in {q.id, q.derives})
    said = {response.profile.get(asked.id) for response in results.responses}
    labels = [option.label for option in asked.options if option.value in said]
    return f"{asked.text} {words.joined(labels) if labels else 'Not answered'}"
