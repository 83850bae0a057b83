"""What one person or several answered to a question, in words that name nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, fsum

from readiness.pack.model import Question
from readiness.responses import Answer, NotApplicable, Rated, Unknown, in_words
from readiness.scoring.groups import ANONYMOUS

NOT_ASKED = "not asked"
NOT_ANSWERED = "not answered"
WITHHELD = "not shown"  #: nothing that enough people said alike
NEAREST = "nearest level: "  #: begins an anchor that not everybody may have chosen
FEWER = "fewer than"  #: stands in what is said of answers that are left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was answered: the mean level 0..4 or ``None``, words, the nearest anchor.

    ``anchor`` is its observable behaviour, "" if there is no level.
    """

    level: float | None
    words: str
    anchor: str


def say(
    question: Question | None, answers: Sequence[Answer | None], least: int
) -> Said:
    """Say what several answered: "2.4 (Partly, 5 people), don't know (3 people)".

    What fewer than ``least`` people said alike is left out, and reasons always are,
    since they may tell whose they are. Where as many are needed as for the anonymous,
    a mean is said as the nearest level: one of 0 or 4 would tell what each of them
    said. A question that is ``None`` was not asked.
    """
    if question is None:
        return Said(level=None, words=NOT_ASKED, anchor="")
    levels = [answer.level for answer in answers if isinstance(answer, Rated)]
    others = _others(answers)
    said = [f"{what} ({_people(n)})" for what, n in others.items() if n >= least]
    rated = _rated(question, levels, least) if len(levels) >= max(1, least) else None
    if rated is not None:
        said.insert(0, rated.words)
    if any(0 < n < least for n in (len(levels), *others.values())):
        said.append(f"{FEWER} {least} otherwise" if said else WITHHELD)
    words = ", ".join(said)
    if rated is None:
        return Said(level=None, words=words, anchor="")
    return Said(level=rated.level, words=words, anchor=rated.anchor)


def say_alone(question: Question | None, answer: Answer | None) -> Said:
    """Say what the only person answered: "2 (Partly)", "not applicable (no models)"."""
    if question is None:
        return Said(level=None, words=NOT_ASKED, anchor="")
    words = "" if answer is None else in_words(question, answer)
    if not isinstance(answer, Rated):
        return Said(level=None, words=words or NOT_ANSWERED, anchor="")
    anchor = question.anchors[answer.level]
    return Said(level=float(answer.level), words=words, anchor=anchor.text)


def _rated(question: Question, levels: Sequence[int], least: int) -> Said:
    level = fsum(levels) / len(levels)
    nearest = floor(level + 0.5)
    anchor, who = question.anchors[nearest], _people(len(levels))
    if least >= ANONYMOUS:
        words = f"about {nearest} ({anchor.label}, {who})"
        return Said(level=float(nearest), words=words, anchor=NEAREST + anchor.text)
    is_said_by_all = len(set(levels)) == 1
    words = f"{_tenth(level)} ({anchor.label}, {who})"
    text = anchor.text if is_said_by_all else NEAREST + anchor.text
    return Said(level=level, words=words, anchor=text)


def _others(answers: Sequence[Answer | None]) -> Mapping[str, int]:
    """Return how many did not rate the question, by what they said instead."""
    others = [answer for answer in answers if not isinstance(answer, Rated)]
    unknown = sum(isinstance(answer, Unknown) for answer in others)
    not_applicable = sum(isinstance(answer, NotApplicable) for answer in others)
    counts = {
        "don't know": unknown,
        "not applicable": not_applicable,
        NOT_ANSWERED: len(others) - unknown - not_applicable,
    }
    return {what: number for what, number in counts.items() if number}


def _tenth(level: float) -> str:
    """Return the level with at most one decimal, halves up."""
    return f"{floor(round(level * 10, 9) + 0.5) / 10:g}"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
