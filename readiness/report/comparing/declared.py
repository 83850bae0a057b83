"""What a team said that it would improve, if it said so in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from readiness.comparison.results import Quarter
from readiness.plan.record import PlanRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The trend that needs less evidence; a remark if one was not counted."""

    focus: str | None = None  #: id of the trend
    remark: str = ""


def find_declared(record: PlanRecord, new: Quarter) -> Declared:
    """Return the focus of a plan if it was declared before the answers it is for.

    Who has seen the first answers might choose by them what to look at.
    """
    if record.focus is None or record.focus_at is None:
        return Declared()
    first = min(_times(new), default=None)
    if first is not None and _with_zone(record.focus_at) < first:
        return Declared(focus=record.focus)
    if first is None:
        why = f"nobody knows when the answers of {new.period} were given"
    else:
        why = f"declared after the first answers of {new.period}"
    return Declared(remark=f"The focus, {record.focus}: {why}, so not counted.")


def _times(quarter: Quarter) -> Iterator[datetime]:
    for response in quarter.responses:
        for answer in response.answers.values():
            if answer.at is not None:
                yield _with_zone(answer.at)


def _with_zone(moment: datetime) -> datetime:
    """Return a moment that can be compared; a file may leave the zone out."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
