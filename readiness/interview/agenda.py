"""What is asked, in which order, and where to go on."""

from collections.abc import Iterator
from datetime import UTC, datetime

from readiness.pack.model import Pack, ProfileQuestion, Question, Trend
from readiness.responses import Response


class Agenda:
    """The profile questions, then the questions of the response's form.

    With ``trend`` it has what concerns that trend only. Positions count from 0; the
    position after the last item is the end. Optional profile questions are open until
    the first question is decided: who skipped them is not asked every time.
    """

    def __init__(
        self, pack: Pack, response: Response, trend: Trend | None = None
    ) -> None:
        self.pack = pack
        self.profile = tuple(
            question
            for question in pack.profile
            if trend is None or question.trend in {None, trend.id}
        )
        self.questions = tuple(
            question
            for question in response.asked(pack)
            if trend is None or self.trend_of(question) == trend
        )
        self.items: tuple[ProfileQuestion | Question, ...] = (
            *self.profile,
            *self.questions,
        )
        self._begun = any(response.decided(q.id) for q in pack.questions())

    def trend_of(self, question: Question) -> Trend:
        """Return the trend that the question is about."""
        return self.pack.trend_of[self.pack.capability_of[question.id].id]

    def is_open(self, position: int, response: Response) -> bool:
        """Return whether the item at ``position`` still wants an answer."""
        item = self.items[position]
        if isinstance(item, Question):
            return not response.decided(item.id)
        return item.id not in response.profile and not (item.optional and self._begun)

    def open_questions(self, response: Response) -> list[int]:
        """Return the positions of the questions without an answer."""
        first = len(self.profile)
        return [
            position
            for position in range(first, len(self.items))
            if self.is_open(position, response)
        ]

    def start(self, response: Response) -> int:
        """Return the position to begin at: an open profile question, or `resume`."""
        return self._open_profile(0, response)

    def resume(self, response: Response) -> int:
        """Return the first open question after the one that was answered last.

        If there is none, it is the first open one; if all are decided, the end.
        """
        times = self._times(response)
        _, last = max(times, default=(None, -1))
        positions = self.open_questions(response)
        later = [position for position in positions if position > last]
        return next(iter(later or positions), len(self.items))

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

    def _open_profile(self, begin: int, response: Response) -> int:
        for position in range(begin, len(self.profile)):
            if self.is_open(position, response):
                return position
        return self.resume(response)

    def _times(self, response: Response) -> Iterator[tuple[datetime, int]]:
        """Yield when the decided questions were answered, and their positions."""
        for position, item in enumerate(self.items):
            answer = response.answers.get(item.id)
            if response.decided(item.id) and answer and answer.at:
                # a file written by hand may have times without a zone
                at = answer.at
                yield at if at.tzinfo else at.replace(tzinfo=UTC), position
