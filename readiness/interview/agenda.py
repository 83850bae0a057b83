"""What is asked, in which order, and where to go on."""

from typing import assert_never

from readiness.interview.previous import Hindsight
from readiness.interview.steps import Only
from readiness.pack.model import Pack, ProfileQuestion, Question, Trend
from readiness.period import Period
from readiness.responses import Response, Unknown


class Agenda:
    """The profile questions, then the questions of the response's form.

    Questions that hindsight leaves open come first; the pack's order decides among
    them and among the rest. With ``trend`` there is what concerns that trend alone,
    with ``only`` those questions alone: they are chosen now, and stay until the end.
    Positions count from 0; the position after the last item is the end.

    Optional profile questions are open until the first question is decided: who
    skipped them is not asked every time.
    """

    def __init__(
        self,
        pack: Pack,
        response: Response,
        hindsight: Hindsight,
        *,
        trend: Trend | None = None,
        only: Only | None = None,
    ) -> None:
        self.pack = pack
        self.hindsight = hindsight
        self.only = only
        self.profile = tuple(
            question
            for question in pack.profile
            if only is None and (trend is None or question.trend in {None, trend.id})
        )
        chosen = (
            question
            for question in response.asked(pack)
            if trend is None or self.trend_of(question) == trend
            if only is None or _belongs(question, only, response, hindsight)
        )
        self.questions = tuple(
            sorted(chosen, key=lambda q: not hindsight.comes_first(q.id))
        )
        self.items: tuple[ProfileQuestion | Question, ...] = (
            *self.profile,
            *self.questions,
        )
        self._begun = any(response.decided(q.id) for q in pack.questions())
        # Decided questions that `only` asks again, and when they were answered.
        self._again = {
            question.id: response.answers[question.id].at
            for question in self.questions
            if only is not None and response.decided(question.id)
        }

    def asked_first(self, response: Response) -> int:
        """Return how many open questions come first because of last time's answers."""
        return sum(
            self.hindsight.comes_first(self.items[position].id)
            for position in self.open_questions(response)
        )

    def trend_of(self, question: Question) -> Trend:
        """Return the trend that the question is about."""
        return self.pack.trend_of[self.pack.capability_of[question.id].id]

    def position_of(self, number: int) -> int | None:
        """Return the position of question ``number``, from 1; ``None`` if none is."""
        if 1 <= number <= len(self.questions):
            return len(self.profile) + number - 1
        return None

    def number_at(self, position: int) -> int:
        """Return the number of the question at ``position``, from 1."""
        return position - len(self.profile) + 1

    def is_open(self, position: int, response: Response) -> bool:
        """Return whether the item at ``position`` still wants an answer."""
        item = self.items[position]
        if isinstance(item, Question):
            return not response.decided(item.id) or self._waits_again(item, response)
        return item.id not in response.profile and not (item.optional and self._begun)

    def open_questions(self, response: Response) -> list[int]:
        """Return the positions of the questions that still want an answer."""
        first = len(self.profile)
        return [
            position
            for position in range(first, len(self.items))
            if self.is_open(position, response)
        ]

    def open_trends(self, response: Response) -> list[Trend]:
        """Return the trends in which a question still wants an answer.

        That is, one of the response's form, or one that this agenda asks again.
        """
        undecided = (
            question
            for question in response.asked(self.pack)
            if not response.decided(question.id)
        )
        again = (q for q in self.questions if self._waits_again(q, response))
        return [self.trend_of(question) for question in (*undecided, *again)]

    def start(self, response: Response) -> int:
        """Return the position to begin at: an open profile question, or `resume`."""
        return self._open_profile(0, response)

    def resume(self, response: Response) -> int:
        """Return the first open question; if all are decided, the end."""
        return next(iter(self.open_questions(response)), len(self.items))

    def after(self, position: int, response: Response, *, was_open: bool) -> int:
        """Return where to go on from an item that ``was_open`` when it was shown.

        From an open item it goes on to the next open one; someone who walks through
        decided items takes them one by one.
        """
        if not was_open:
            return position + 1
        if position < len(self.profile):
            return self._open_profile(position + 1, response)
        later = [p for p in self.open_questions(response) if p > position]
        return next(iter(later), len(self.items))

    def _waits_again(self, question: Question, response: Response) -> bool:
        if question.id not in self._again:
            return False
        return response.answers[question.id].at == self._again[question.id]

    def _open_profile(self, begin: int, response: Response) -> int:
        for position in range(begin, len(self.profile)):
            if self.is_open(position, response):
                return position
        return self.resume(response)


def _belongs(
    question: Question, only: Only, response: Response, hindsight: Hindsight
) -> bool:
    """Return whether ``only`` asks the question."""
    is_open = not response.decided(question.id)
    match only:
        case Only.OPEN:
            return is_open
        case Only.UNKNOWN if is_open:
            return hindsight.was_unknown(question.id)
        case Only.UNKNOWN:
            return isinstance(response.answers[question.id], Unknown)
        case Only.STALE if is_open:
            return hindsight.is_outdated(question.id)
        case Only.STALE:
            period = Period.parse(response.period)
            return hindsight.is_stale(response.answers[question.id], period)
        case _:
            assert_never(only)
