"""A period: one quarter of a year, such as 2026-Q4."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from readiness.errors import UsageError

_FORM = re.compile(r"(\d{4})-[Qq]([1-4])", re.ASCII)


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
        """Read ``2026-Q4``, in either case; raise `UsageError` for anything else."""
        if not (found := _FORM.fullmatch(text.strip())):
            raise UsageError(
                f"{text[:40]!r} is not a period", tries=("write it like 2026-Q4",)
            )
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}"
