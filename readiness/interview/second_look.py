"""Answers that are worth a second look: none is wrong, each is unusual."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import groupby, pairwise

from readiness.pack.fields import LEVELS
from readiness.pack.model import Pack, Question
from readiness.pack.rule import RuleKind
from readiness.plaintext import one_line
from readiness.responses import (
    Answer,
    EvidenceKind,
    NotApplicable,
    Rated,
    Response,
)
from readiness.scoring.operands import Fact, Subject
from readiness.scoring.readings import Gap
from readiness.scoring.results import evaluate
from readiness.scoring.rules import Finding

TOO_FAST = timedelta(seconds=3)  #: nobody reads question and anchors in less
FAST_RUN = 3  #: answers in a row, below which haste may be chance
RULED_OUT = 2  #: answers to a trend, below which it says little
MOST_RULED_OUT = 0.25  #: share of a trend's questions; leaving out lifts scores
SAME_ANSWERS = 4  #: answers to a trend, below which likeness may be chance
_HIGHEST = LEVELS - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """What is unusual about the answers to these questions, in one sentence or two.

    The text goes on after the numbers of the questions, which it does not know.
    """

    question_ids: tuple[str, ...]
    text: str


def second_looks(pack: Pack, response: Response) -> tuple[SecondLook, ...]:
    """Return what to look at again.

    Contradictions, bold claims, much that is ruled out, haste, monotony.
    """
    return (
        *_contradictions(pack, response),
        *_bold_claims(pack, response),
        *_ruled_out(pack, response),
        *_fast_runs(pack, response),
        *_monotony(pack, response),
    )


def _contradictions(pack: Pack, response: Response) -> Iterator[SecondLook]:
    for finding in evaluate(pack, [response]).fired():
        if finding.rule.kind is RuleKind.CONSISTENCY:
            for text, reasons in _charges(pack, finding):
                decided = filter(response.decided, _question_ids(pack, reasons))
                ids = tuple(dict.fromkeys(decided))
                if ids:
                    yield SecondLook(question_ids=ids, text=text)


def _charges(
    pack: Pack, finding: Finding
) -> Iterator[tuple[str, Sequence[Fact | Gap]]]:
    """Yield what does not fit together; of gaps, each by itself."""
    rule = finding.rule
    named = [reason for reason in finding.because if isinstance(reason, Fact)]
    yield one_line(f"{rule.name}. {rule.rationale}"), named
    for gap in finding.because:
        if isinstance(gap, Gap):
            above = pack.capability_by_id[gap.capability].name
            below = pack.capability_by_id[gap.prerequisite].name
            yield f"{above} is far above what it rests on, {below}.", [gap]


def _question_ids(pack: Pack, reasons: Iterable[Fact | Gap]) -> Iterator[str]:
    """Yield the questions behind the reasons; flags and figures have none."""
    for reason in reasons:
        match reason:
            case Gap(capability=above, prerequisite=below):
                yield from _ids(pack.capability_by_id[above].questions)
                yield from _ids(pack.capability_by_id[below].questions)
            case Fact(Subject.CAPABILITY, id_):
                yield from _ids(pack.capability_by_id[id_].questions)
            case Fact(Subject.QUESTION, id_):
                yield id_
            case Fact(Subject.TREND, id_):
                trend = next(trend for trend in pack.trends if trend.id == id_)
                for capability in trend.capabilities:
                    yield from _ids(capability.questions)
            case _:
                continue


def _ids(questions: Iterable[Question]) -> Iterator[str]:
    return (question.id for question in questions)


def _bold_claims(pack: Pack, response: Response) -> Iterator[SecondLook]:
    """Yield the answers at the highest level that nothing backs.

    An own impression is what any answer is, so it backs none.
    """
    bare, impressed = [], []
    for question, answer in _decided(pack, response):
        if isinstance(answer, Rated) and answer.level == _HIGHEST:
            kinds = {piece.kind for piece in answer.evidence}
            if not kinds:
                bare.append(question.id)
            elif kinds == {EvidenceKind.IMPRESSION}:
                impressed.append(question.id)
    level = f"level {_HIGHEST}, the highest,"
    for ids, on_what in (
        (bare, "without evidence"),
        (impressed, "on your own impression alone"),
    ):
        if ids:
            yield SecondLook(question_ids=tuple(ids), text=f"{level} {on_what}.")


def _ruled_out(pack: Pack, response: Response) -> Iterator[SecondLook]:
    """Yield the trends of which more is said not to apply than is likely."""
    for trend in pack.trends:
        ids = {q.id for c in trend.capabilities for q in c.questions}
        asked = [q.id for q in response.asked(pack) if q.id in ids]
        out = [
            id_ for id_ in asked if isinstance(response.answers.get(id_), NotApplicable)
        ]
        if len(out) >= RULED_OUT and len(out) > MOST_RULED_OUT * len(asked):
            name = one_line(trend.name)
            yield SecondLook(
                question_ids=tuple(out),
                text=f"not applicable, {len(out)} of the {len(asked)} in {name}.",
            )


def _fast_runs(pack: Pack, response: Response) -> Iterator[SecondLook]:
    """Yield runs of answers, each given in less time than reading takes.

    Equal times are no haste but an import.
    """
    times = sorted(
        (answer.at if answer.at.tzinfo else answer.at.replace(tzinfo=UTC), question.id)
        for question, answer in _decided(pack, response)
        if answer.at
    )
    taken = [(at - before, id_) for (before, _), (at, id_) in pairwise(times)]
    for is_fast, run in groupby(taken, lambda one: timedelta(0) < one[0] < TOO_FAST):
        answers = list(run)
        if is_fast and len(answers) >= FAST_RUN:
            span = sum((time for time, _ in answers), timedelta(0))
            seconds = max(1, round(span.total_seconds()))
            unit = "second" if seconds == 1 else "seconds"
            yield SecondLook(
                question_ids=tuple(id_ for _, id_ in answers),
                text=f"answered in {seconds} {unit}.",
            )


def _monotony(pack: Pack, response: Response) -> Iterator[SecondLook]:
    """Yield the trends whose answers are all the same."""
    for trend in pack.trends:
        questions = {q.id for c in trend.capabilities for q in c.questions}
        given = {
            question.id: _sameness(answer)
            for question, answer in _decided(pack, response)
            if question.id in questions and not isinstance(answer, NotApplicable)
        }
        if len(given) >= SAME_ANSWERS and len(set(given.values())) == 1:
            same = next(iter(given.values()))
            text = f"the same answer to all of {one_line(trend.name)}: {same}."
            yield SecondLook(question_ids=tuple(given), text=text)


def _sameness(answer: Answer) -> str:
    return f"level {answer.level}" if isinstance(answer, Rated) else "don't know"


def _decided(pack: Pack, response: Response) -> Iterator[tuple[Question, Answer]]:
    for question in response.asked(pack):
        if response.decided(question.id):
            yield question, response.answers[question.id]
