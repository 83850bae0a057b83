"""A period: one quarter of a year, such as 2026-Q4."""

import re
from dataclasses import dataclass
from datetime import date
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

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}"
