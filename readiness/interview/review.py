"""The review: how far the answers are, what is odd about them, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from readiness.interview.agenda import Agenda
from readiness.interview.describe import ABOUT_THE_TEAM
from readiness.interview.second_look import second_looks
from readiness.interview.steps import Menu, Tally
from readiness.pack.model import ProfileQuestion, Question, Trend
from readiness.responses import (
    Answer,
    NotApplicable,
    Noted,
    Rated,
    Response,
    Unknown,
    in_words,
)

REMARKS_TITLE = "Worth a second look"
CHANGE = "Change any answer"
FINISH_OPEN = "Finish now (open questions count as unknown)"
FINISH = "Finish and see the result"
LEAVE = "Save and leave"
GO_TO_TITLE = "Which question do you want to go to?"

_SHOWN = 8  # remarks
_NAMED = 12  # questions in a label
_RANGE = 3  # numbers in a row from which "to" is shorter


class Way(Enum):
    """What can be done next."""

    ANSWER_OPEN = auto()
    LOOK_AGAIN = auto()
    CHANGE = auto()
    FINISH = auto()
    LEAVE = auto()
    GO_BACK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A menu, what its labels stand for, and the positions to look at again."""

    menu: Menu
    ways: tuple[Way, ...]
    again: tuple[int, ...]

    @property
    def on_leaving(self) -> Way:
        """What it means to pick nothing."""
        return Way.GO_BACK if Way.GO_BACK in self.ways else Way.LEAVE


def review(agenda: Agenda, response: Response, origin: int | None) -> Review:
    """Return the review of what the agenda asks; ``origin`` is where one may go back.

    Remarks beyond the first eight are counted only: the next review has them.
    """
    looks = _looks(agenda, response)
    again = sorted({n for numbers, _ in looks[:_SHOWN] for n in numbers})
    ways = _ways(agenda, response, again, origin)
    menu = Menu(
        title=_title(agenda, response),
        labels=tuple(ways.values()),
        leaving="save and leave" if origin is None else "go back",
        tallies=tuple(_tallies(agenda, response)),
        remarks_title=REMARKS_TITLE if looks else "",
        remarks=tuple(_remarks(looks)),
    )
    first = len(agenda.profile) - 1
    return Review(menu=menu, ways=tuple(ways), again=tuple(first + n for n in again))


def all_places(agenda: Agenda, response: Response) -> Menu:
    """Return the menu of all questions, then of those about the team.

    Question by question its labels are numbered as the questions are.
    """
    questions = (_question_label(agenda, q, response) for q in agenda.questions)
    profile = (_profile_label(q, response) for q in agenda.profile)
    return Menu(title=GO_TO_TITLE, labels=(*questions, *profile))


def place_picked(agenda: Agenda, picked: int) -> int:
    """Return the position of the label at index ``picked`` of `all_places`."""
    return (picked + len(agenda.profile)) % len(agenda.items)


def numbers_in_words(numbers: Sequence[int]) -> str:
    """Say increasing numbers, such as "12, 13, 17, 31 to 33"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]} to {run[-1]}" if len(run) >= _RANGE else ", ".join(map(str, run))
        for run in runs
    )


def _looks(agenda: Agenda, response: Response) -> list[tuple[list[int], str]]:
    """Return the numbers and words of the looks at what this sitting asks."""
    number_of = {q.id: n for n, q in enumerate(agenda.questions, 1)}
    found = []
    for look in second_looks(agenda.pack, response):
        numbers = sorted(
            number_of[id_] for id_ in look.question_ids if id_ in number_of
        )
        if numbers:
            found.append((numbers, look.text))
    return found


def _remarks(looks: Sequence[tuple[list[int], str]]) -> Iterator[str]:
    for numbers, text in looks[:_SHOWN]:
        noun = "Question" if len(numbers) == 1 else "Questions"
        yield f"{noun} {numbers_in_words(numbers)}: {text}"
    if len(looks) > _SHOWN:
        yield f"And {len(looks) - _SHOWN} more."


def _ways(
    agenda: Agenda, response: Response, again: Sequence[int], origin: int | None
) -> dict[Way, str]:
    """Return what makes sense now, in words."""
    waiting = len(agenda.open_questions(response))
    undecided = sum(not response.decided(q.id) for q in agenda.questions)
    ways = {}
    if waiting:
        ways[Way.ANSWER_OPEN] = _answer_open(waiting, undecided)
    if again:
        ways[Way.LOOK_AGAIN] = _look_again(again)
    ways[Way.FINISH] = FINISH_OPEN if undecided else FINISH
    if agenda.items:
        ways[Way.CHANGE] = CHANGE
    ways[Way.LEAVE] = LEAVE
    if origin is not None:
        ways[Way.GO_BACK] = f"Go back to {name_at(agenda, origin)}"
    return ways


def _answer_open(waiting: int, undecided: int) -> str:
    """Name the questions that wait; those that are asked anew are not open."""
    if waiting == undecided:
        noun = "open question" if waiting == 1 else f"{waiting} open questions"
        return f"Answer the {noun}"
    noun = "question" if waiting == 1 else f"{waiting} questions"
    return f"Go on with the {noun} not answered in this sitting"


def _look_again(numbers: Sequence[int]) -> str:
    """Name the questions, unless the remarks above are easier to read."""
    if len(numbers) > _NAMED:
        return f"Look again at these {len(numbers)} questions"
    return f"Look again at {numbers_in_words(numbers)}"


def name_at(agenda: Agenda, position: int) -> str:
    """Name the item at ``position`` by its number."""
    if isinstance(agenda.items[position], ProfileQuestion):
        return f"{ABOUT_THE_TEAM.lower()}, {position + 1}"
    return f"question {agenda.number_at(position)}"


def _title(agenda: Agenda, response: Response) -> str:
    given = [response.answers.get(q.id, Noted()) for q in agenda.questions]
    still = sum(isinstance(answer, Noted) for answer in given)
    backed = sum(bool(answer.evidence) for answer in given)
    return (
        f"Review of {response.team.name}, {response.period}:"
        f" {len(given) - still} of {len(given)} decided, {still} open,"
        f" {backed} with evidence"
    )


def _tallies(agenda: Agenda, response: Response) -> Iterator[Tally]:
    for trend in agenda.pack.trends:
        questions = [q for q in agenda.questions if agenda.trend_of(q) == trend]
        if questions:
            yield _tally(trend, questions, response)


def _tally(trend: Trend, questions: Iterable[Question], response: Response) -> Tally:
    counts = Counter(type(response.answers.get(q.id, Noted())) for q in questions)
    return Tally(
        name=trend.short,
        rated=counts[Rated],
        unknown=counts[Unknown],
        not_applicable=counts[NotApplicable],
        open=counts[Noted],
    )


def _question_label(agenda: Agenda, question: Question, response: Response) -> str:
    answer = response.answers.get(question.id, Noted())
    return (
        f"{agenda.trend_of(question).short}: {question.text}"
        f" ({_in_brief(question, answer)})"
    )


def _in_brief(question: Question, answer: Answer) -> str:
    match answer:
        case Rated(level=level):
            return f"level {level}, {question.anchors[level].label}"
        case NotApplicable():
            return "not applicable"
        case _:
            return in_words(question, answer) or "open"


def _profile_label(question: ProfileQuestion, response: Response) -> str:
    given = response.profile.get(question.id)
    labels = [option.label for option in question.options if option.value == given]
    return f"{ABOUT_THE_TEAM}: {question.text} ({', '.join(labels) or 'open'})"
