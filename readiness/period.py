"""A period: one quarter of a year, such as 2026-Q4."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from readiness.errors import UsageError

_FORMS = (  # as people write it; the first is ours
    re.compile(r"(?P<year>\d{4})[- /]?q(?P<quarter>[1-4])", re.ASCII | re.IGNORECASE),
    re.compile(r"q(?P<quarter>[1-4])[- /]?(?P<year>\d{4})", re.ASCII | re.IGNORECASE),
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar quarter; periods sort by time."""

    year: int
    quarter: int  #: 1 to 4

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the period that ``day`` falls in."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2026-Q4``, also as ``Q4 2026``; raise `UsageError` for other texts."""
        for form in _FORMS:
            if found := form.fullmatch(text.strip()):
                return cls(int(found["year"]), int(found["quarter"]))
        raise UsageError(
            f"{text[:40]!r} is not a period", tries=("write it like 2026-Q4",)
        )

    def next_check(self, today: date) -> date | None:
        """Return the day to answer again: the first Monday of the quarter after this.

        Once that is past, the check is overdue, and the day is the Monday that comes
        next. It is a Monday, so that whole weeks of reviews lead to it. ``None`` if the
        calendar ends before, with the year 9999.
        """
        year, quarter = self.year + self.quarter // 4, self.quarter % 4
        try:
            return max(_monday(date(year, 3 * quarter + 1, 1)), _monday(today))
        except (OverflowError, ValueError):
            return None

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}"


def _monday(day: date) -> date:
    """Return ``day`` if it is a Monday, or else the Monday after it."""
    return day + timedelta(days=-day.weekday() % 7)
