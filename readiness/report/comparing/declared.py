"""What a team said that it would improve, if it said so in time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from readiness.comparison.results import Quarter
from readiness.plan.record import PlanRecord
from readiness.responses import Response


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
    why = why_not_counted(record.focus_at, new.responses)
    if not why:
        return Declared(focus=record.focus)
    named = {trend.id: trend.short for trend in new.pack.trends}
    focus = named.get(record.focus, record.focus)
    return Declared(remark=f"The focus, {focus}: {why}, so not counted.")


def why_not_counted(focus_at: datetime, answered: Sequence[Response]) -> str:
    """Return why a focus declared at this time does not count, "" if it does.

    ``answered`` are the responses of one later period, at least one.
    """
    period, first = answered[0].period, min(_times(answered), default=None)
    if first is None:
        return f"nobody knows when the answers of {period} were given"
    if _with_zone(focus_at) < first:
        return ""
    return f"declared after the first answers of {period}"


def _times(responses: Sequence[Response]) -> Iterator[datetime]:
    for response in responses:
        for answer in response.answers.values():
            if answer.at is not None:
                yield _with_zone(answer.at)


def _with_zone(moment: datetime) -> datetime:
    """Return a moment that can be compared; a file may leave the zone out."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
