"""Turn a question and its present answer into a `Step`, and answers into words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from readiness.interview.agenda import Agenda
from readiness.interview.steps import Command, Option, Place, Step
from readiness.pack.model import Pack, ProfileQuestion, Question
from readiness.plaintext import one_line
from readiness.responses import (
    Answer,
    NotApplicable,
    Noted,
    Rated,
    Response,
    Unknown,
)

ABOUT_THE_TEAM = "About your team"
_DONT_KNOW = "unknown"  # the value of the profile option that says so
_ALWAYS = frozenset({Command.QUIT, Command.INTERRUPT})
_TO_QUESTIONS = _ALWAYS | {
    Command.UNKNOWN,
    Command.NOT_APPLICABLE,
    Command.NOTE,
    Command.SKIP,
}


def describe(agenda: Agenda, position: int, response: Response, fate: str) -> Step:
    """Return the step at ``position``; ``fate`` says what becomes of the answers."""
    item = agenda.items[position]
    place = _place(agenda, position, response, fate)
    if isinstance(item, Question):
        step = _describe_question(item, agenda.pack, response, place)
    else:
        step = _describe_profile(item, response, place)
    if position > 0:
        step = replace(step, commands=step.commands | {Command.BACK})
    return step


def _place(agenda: Agenda, position: int, response: Response, fate: str) -> Place:
    item, total = agenda.items[position], len(agenda.questions)
    if isinstance(item, Question):
        number, count = position - len(agenda.profile) + 1, total
        section = agenda.trend_of(item).short
    else:
        number, count = position + 1, len(agenda.profile)
        section = ABOUT_THE_TEAM
    return Place(
        number=number,
        count=count,
        section=section,
        done=total - len(agenda.open_questions(response)),
        total=total,
        fate=fate,
    )


def _describe_question(
    question: Question, pack: Pack, response: Response, place: Place
) -> Step:
    """Return the step that asks for a level."""
    answer = response.answers.get(question.id, Noted())
    return Step(
        place=place,
        text=question.text,
        help=question.help,
        more=question.more,
        rules=pack.instruction.rules,
        options=tuple(Option(a.label, a.as_asked) for a in question.anchors),
        first=0,
        chosen=answer.level if isinstance(answer, Rated) else None,
        answer=in_words(question, answer),
        note=answer.note,
        commands=_TO_QUESTIONS,
    )


def _describe_profile(
    question: ProfileQuestion, response: Response, place: Place
) -> Step:
    """Return the step that asks about the team.

    An optional question may be skipped, an answered one may be left as it is.
    """
    values = [option.value for option in question.options]
    given = response.profile.get(question.id)
    chosen = values.index(given) if given in values else None
    commands = _ALWAYS
    if _DONT_KNOW in values:
        commands |= {Command.UNKNOWN}
    if question.optional or given is not None:
        commands |= {Command.SKIP}
    return Step(
        place=place,
        text=question.text,
        help=question.help,
        options=tuple(Option(option.label) for option in question.options),
        first=1,
        chosen=chosen,
        answer="" if chosen is None else question.options[chosen].label,
        commands=commands,
    )


def index_of_unknown(question: ProfileQuestion) -> int:
    """Return the index of the option that says "don't know"."""
    return [option.value for option in question.options].index(_DONT_KNOW)


def in_words(question: Question, answer: Answer) -> str:
    """Say an answer in a few words, such as ``3 (Ready)``; nothing for a mere note."""
    match answer:
        case Rated(level=level):
            return f"{level} ({question.anchors[level].label})"
        case Unknown():
            return "don't know"
        case NotApplicable(reason=reason):
            return f"not applicable ({one_line(reason) or 'no reason given'})"
        case Noted():
            return ""
        case _:
            assert_never(answer)


def summary(response: Response, questions: Sequence[Question]) -> str:
    """Say in one sentence how many of the questions were answered, and how."""
    answers = (response.answers.get(question.id, Noted()) for question in questions)
    counts = Counter(type(answer) for answer in answers)
    return (
        f"{counts[Rated]} of {len(questions)} answered with a level,"
        f" {counts[Unknown]} don't know, {counts[NotApplicable]} not applicable,"
        f" {counts[Noted]} open."
    )
