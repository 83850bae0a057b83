"""What a plan proposed, kept to be held against what is measured next quarter."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from readiness.pack.fields import Record, Slug

MOST_WEEKS = 10_000  #: person-weeks that a plan may be made for


class Status(StrEnum):
    """How far an action of a plan is; the values are what people write."""

    OPEN = "open"
    STARTED = "in progress"
    DONE = "done"
    DROPPED = "dropped"
    ACCEPTED = "risk accepted"

    @property
    def is_settled(self) -> bool:
        """Whether nobody works on it any more."""
        return self in {Status.DONE, Status.DROPPED, Status.ACCEPTED}


class PlannedAction(Record):
    """An action that was proposed: what it was to gain, and what became of it.

    ``gain`` is points of the overall score, ``trend_gain`` of its trend. ``status_at``
    is when the status was first seen, ``None`` if it is open or nobody noted it.
    """

    title: str
    trend: Slug
    gain: Annotated[float, Field(ge=0, le=100)]
    trend_gain: Annotated[float, Field(ge=0, le=100)]
    status: Status = Status.OPEN
    status_at: datetime | None = None

    def with_status(self, status: Status, at: datetime) -> Self:
        """Return the action with a status that is seen at ``at``."""
        if status is self.status:
            return self
        seen = None if status is Status.OPEN else at
        return self.model_copy(update={"status": status, "status_at": seen})


class PlanRecord(Record):
    """The plan of one team after one period, schema version 1.

    ``focus`` is the trend that the team declared before the next quarter's answers,
    at ``focus_at``; ``capacity`` is the person-weeks that it declared to have, if any.
    ``expected`` is what all actions together were to gain, in points of the overall
    score; those that were dropped or accepted as a risk gain nothing.
    """

    schema_version: Literal[1] = 1
    kind: Literal["readiness.plan-record"] = "readiness.plan-record"
    team: Slug
    period: Annotated[str, StringConstraints(pattern=r"^\d{4}-Q[1-4]$")]
    made_at: datetime
    focus: Slug | None = None
    focus_at: datetime | None = None
    capacity: Annotated[float, Field(ge=0, le=MOST_WEEKS)] | None = None
    expected: Annotated[float, Field(ge=0, le=100)] = 0.0
    actions: Mapping[Slug, PlannedAction] = Field(default_factory=dict)  #: by action id
