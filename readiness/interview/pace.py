"""How long the person takes for an answer, and so how long the rest will take."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from statistics import median

KNOWN_AFTER = 5  #: answers until a pace can be told
BREAK = timedelta(minutes=10)  #: who takes longer has done something else
_MINUTE = 60  # seconds


@dataclass
class Pace:
    """The pace of one sitting; ``since`` is when the question was first shown."""

    since: datetime
    _seconds: list[float] = field(default_factory=list)

    def pass_by(self, at: datetime) -> None:
        """Note that until ``at`` the person did something else than answer."""
        self.since = at

    def answered(self, at: datetime) -> None:
        """Note that a question was answered; breaks, and clocks set back, are not."""
        taken, self.since = at - self.since, at
        if timedelta(0) <= taken <= BREAK:
            self._seconds.append(taken.total_seconds())

    def minutes_left(self, still_open: int) -> int | None:
        """Return the whole minutes for so many questions, 0 for less than one.

        That is the median of the answers so far, times the questions, rounded up;
        ``None`` until `KNOWN_AFTER` answers.
        """
        if len(self._seconds) < KNOWN_AFTER:
            return None
        seconds = median(self._seconds) * still_open
        return 0 if seconds < _MINUTE else ceil(seconds / _MINUTE)
