"""What one person or several answered to a question, in words that name nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, fsum

from readiness.pack.model import Anchor, Question
from readiness.responses import Answer, NotApplicable, Rated, Unknown, in_words

NOT_ASKED = "not asked"
NOT_ANSWERED = "not answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was answered: the mean level 0..4 or ``None``, words, the nearest anchor.

    ``anchor`` is its observable behaviour, "" if there is no level.
    """

    level: float | None
    words: str
    anchor: str


def say(question: Question | None, answers: Sequence[Answer | None]) -> Said:
    """Say what several answered: "2.4 (Partly, 5 people), don't know (1 person)".

    A question that is ``None`` was not asked.
    """
    levels = [answer.level for answer in answers if isinstance(answer, Rated)]
    if question is None or not levels:
        words = NOT_ASKED if question is None else _others_in_words(answers)
        return Said(level=None, words=words, anchor="")
    level = fsum(levels) / len(levels)
    anchor = _nearest(question, level)
    rated = f"{_tenth(level)} ({anchor.label}, {_people(len(levels))})"
    others = _others_in_words(answers)
    words = f"{rated}, {others}" if others else rated
    return Said(level=level, words=words, anchor=anchor.text)


def say_alone(question: Question | None, answer: Answer | None) -> Said:
    """Say what the only person answered: "2 (Partly)", "not applicable (no models)"."""
    if question is None:
        return Said(level=None, words=NOT_ASKED, anchor="")
    words = "" if answer is None else in_words(question, answer)
    if not isinstance(answer, Rated):
        return Said(level=None, words=words or NOT_ANSWERED, anchor="")
    anchor = question.anchors[answer.level]
    return Said(level=float(answer.level), words=words, anchor=anchor.text)


def _others_in_words(answers: Sequence[Answer | None]) -> str:
    """Say how many did not rate the question, and what they said instead."""
    others = [answer for answer in answers if not isinstance(answer, Rated)]
    unknown = sum(isinstance(answer, Unknown) for answer in others)
    not_applicable = sum(isinstance(answer, NotApplicable) for answer in others)
    counts = {
        "don't know": unknown,
        "not applicable": not_applicable,
        NOT_ANSWERED: len(others) - unknown - not_applicable,
    }
    return ", ".join(f"{what} ({_people(n)})" for what, n in counts.items() if n)


def _nearest(question: Question, level: float) -> Anchor:
    return question.anchors[floor(level + 0.5)]


def _tenth(level: float) -> str:
    """Return the level with at most one decimal, halves up."""
    return f"{floor(round(level * 10, 9) + 0.5) / 10:g}"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
