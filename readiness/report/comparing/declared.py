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
    if not is_late(record, new.responses):
        return Declared(focus=record.focus)
    if not any(_times(new.responses)):
        why = f"nobody knows when the answers of {new.period} were given"
    else:
        why = f"declared after the first answers of {new.period}"
    return Declared(remark=f"The focus, {record.focus}: {why}, so not counted.")


def is_late(record: PlanRecord, answered: Sequence[Response]) -> bool:
    """Return whether a focus is not known to be declared before all these answers."""
    first = min(_times(answered), default=None)
    is_early = record.focus_at and first and _with_zone(record.focus_at) < first
    return not is_early


def _times(responses: Sequence[Response]) -> Iterator[datetime]:
    for response in responses:
        for answer in response.answers.values():
            if answer.at is not None:
                yield _with_zone(answer.at)


def _with_zone(moment: datetime) -> datetime:
    """Return a moment that can be compared; a file may leave the zone out."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
