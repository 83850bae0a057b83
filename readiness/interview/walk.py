"""Where the person is: a cursor over the agenda, and detours from the review."""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.interview.agenda import Agenda
from readiness.responses import Response


@dataclass
class Walk:
    """A cursor over the agenda, whose end is the review.

    A detour is a few stops that were picked on the review and lead back to it; a visit
    is one stop that leads back to where the person was.
    ``origin`` is where the review was opened, if that was not the end of the walk.
    """

    agenda: Agenda
    cursor: int
    origin: int | None = None
    _stops: tuple[int, ...] = ()  # of the detour, the cursor among them
    _left: tuple[int, tuple[int, ...]] | None = None  # cursor and stops, on a visit

    @property
    def is_over(self) -> bool:
        """Whether the review is next."""
        return self.cursor == len(self.agenda.items)

    @property
    def can_go_back(self) -> bool:
        """Whether there is something before: an item, or the review."""
        return self.cursor > 0 or bool(self._stops)

    def is_open(self, response: Response) -> bool:
        """Return whether the item at the cursor still wants an answer."""
        return self.agenda.is_open(self.cursor, response)

    def go_on(self, response: Response, *, was_open: bool) -> None:
        """Leave an item that ``was_open`` when it was shown."""
        if self._stops:
            self._go_by_stops(1)
        else:
            self.cursor = self.agenda.after(self.cursor, response, was_open=was_open)

    def go_back(self) -> None:
        """Go to the item before; from the first stop of a detour to the review."""
        if self._stops:
            self._go_by_stops(-1)
        else:
            self.cursor -= 1

    def go_to(self, position: int) -> None:
        """Go on from another place."""
        self.cursor, self.origin = position, None
        self._stops, self._left = (), None

    def visit(self, position: int) -> int:
        """Go to an item and come back when it is left; return where to."""
        if self._left is None:
            self._left = self.cursor, self._stops
        self.cursor, self._stops = position, (position,)
        return self._left[0]

    def open_review(self) -> None:
        """Go to the review, and remember where from; a detour ends there anyway."""
        if self._left is not None:
            self._end()
        if not self._stops:
            self.origin = self.cursor
        self._end()

    def leave_review(self) -> None:
        """Go back to where the review was opened; stay if it was not."""
        if self.origin is not None:
            self.go_to(self.origin)

    def make_detour(self, stops: Sequence[int]) -> None:
        """Go from the review to each of these positions, and back to it."""
        self._stops = tuple(stops)
        self.cursor = self._stops[0]

    def _go_by_stops(self, by: int) -> None:
        index = self._stops.index(self.cursor) + by
        if 0 <= index < len(self._stops):
            self.cursor = self._stops[index]
        else:
            self._end()

    def _end(self) -> None:
        """End a visit, or a detour."""
        self.cursor, self._stops = self._left or (len(self.agenda.items), ())
        self._left = None
