"""When the same people answered the first time and the second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median_low

from readiness.comparison.pairs import Pair
from readiness.errors import UsageError
from readiness.responses import Answer

LONGEST = 21  #: days after which something may have changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasions:
    """The days on which people answered twice; ``None`` if nobody's are known.

    ``undated`` is how many people's answers do not say when they were given.
    """

    first: date | None
    second: date | None
    undated: int

    @property
    def days(self) -> int | None:
        """How many days lie between the two."""
        if self.first is None or self.second is None:
            return None
        return (self.second - self.first).days


def find_occasions(people: Iterable[Sequence[Pair]]) -> Occasions:
    """Return when people answered, each on the median day of their answers.

    Raises `UsageError` if somebody's second answers are older than their first, or
    more than 21 days younger.
    """
    each = [_occasion(pairs) for pairs in people]
    dated = [days for days in each if days is not None]
    for first, second in dated:
        _check(first, second)
    return Occasions(
        first=median_low(first for first, _ in dated) if dated else None,
        second=median_low(second for _, second in dated) if dated else None,
        undated=len(each) - len(dated),
    )


def _occasion(pairs: Sequence[Pair]) -> tuple[date, date] | None:
    first = _day(pair.old for pair in pairs)
    second = _day(pair.new for pair in pairs)
    return None if first is None or second is None else (first, second)


def _day(answers: Iterable[Answer | None]) -> date | None:
    """Return the median day of those answers that say when they were given."""
    times = [_aware(answer.at) for answer in answers if answer and answer.at]
    return median_low(times).date() if times else None


def _aware(time: datetime) -> datetime:
    """Return the time in UTC, which is what one without a zone is taken for."""
    zoned = time if time.tzinfo else time.replace(tzinfo=UTC)
    return zoned.astimezone(UTC)


def _check(first: date, second: date) -> None:
    days = (second - first).days
    if days < 0:
        raise UsageError(
            "the second answers are older than the first",
            facts=(f"first {first}, second {second}",),
            tries=("name them the other way round",),
        )
    if days > LONGEST:
        raise UsageError(
            f"{days} days lie between the first answers and the second",
            facts=(
                f"first {first}, second {second}",
                f"after more than {LONGEST} days a team may really have changed",
            ),
            tries=("answer once more within three weeks of the second time",),
        )
