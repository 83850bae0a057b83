"""What a team made of its plan, which the next one follows: focus, time, statuses.

It stands in the document that people edit, and in the record that is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import fsum
from pathlib import Path
from typing import TYPE_CHECKING, Self

import typer

from readiness.errors import BadDataError
from readiness.period import Period
from readiness.plaintext import one_line
from readiness.plan.make import make_plan
from readiness.plan.record import PlannedAction, PlanRecord, Status
from readiness.plan.steps import Plan, Step

if TYPE_CHECKING:
    from readiness.cli.workspace import Workspace
    from readiness.plan.file import PlanFile
    from readiness.plan.robust import Dice
    from readiness.scoring.results import Results

DEFAULT = Path("plan.md")  #: the document, in the current folder

_EARLIER = (
    "A later quarter was answered since. What was ticked, dropped or accepted after "
    "this quarter does not count here."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a team wants of its plan: a focus (id), person-weeks, statuses by action.

    ``file`` is the document that the statuses are from, if there is one. Of an earlier
    quarter, ``is_past``, there is none: it has been worked on since.
    """

    focus: str | None = None
    capacity: float | None = None
    statuses: Mapping[str, Status] = field(default_factory=dict)
    file: "PlanFile | None" = None
    is_past: bool = False

    @classmethod
    def of(
        cls,
        record: PlanRecord | None,
        file: "PlanFile | None" = None,
        *,
        is_past: bool = False,
    ) -> Self:
        """Return what was declared; statuses are those of the document, if any.

        Of an earlier quarter only those count that were seen while it lasted.
        """
        kept = {} if record is None else _statuses_of(record, only_then=is_past)
        return cls(
            focus=record.focus if record else None,
            capacity=record.capacity if record else None,
            statuses=kept if file is None else engaged_in(file),
            file=file,
            is_past=is_past,
        )

    @property
    def earlier_words(self) -> str:
        """What a report of an earlier quarter does not count, "" for the latest."""
        return _EARLIER if self.is_past and self.file is None else ""

    def following(self, file: "PlanFile") -> Self:
        """Return the same with the statuses of another document."""
        return replace(self, statuses=engaged_in(file), file=file)

    def plan(self, results: "Results", *, dice: "Dice | None" = None) -> Plan:
        """Make the plan for ``results``; a focus the pack does not have is none."""
        known = {trend.id for trend in results.pack.trends}
        return make_plan(
            results,
            focus=self.focus if self.focus in known else None,
            capacity=self.capacity,
            dice=dice,
            settled=self.statuses,
        )


def statuses_in(file: "PlanFile | None") -> Mapping[str, Status]:
    """Return how far the actions in a document are, by id."""
    return {action.id: action.status for action in file.actions} if file else {}


def engaged_in(file: "PlanFile") -> Mapping[str, Status]:
    """Return the statuses in a document; what has an owner or a date is begun."""
    return {
        action.id: Status.STARTED if action.is_begun else action.status
        for action in file.actions
    }


def find_wishes(workspace: "Workspace") -> Wishes:
    """Return what was declared for the workspace's team and period.

    What is damaged is left aside with a word on standard error.
    """
    from readiness.store.plans import find_plan

    team_id, period = workspace.team.id, str(workspace.period)
    try:
        record = find_plan(workspace.store.root, team_id, period)
    except BadDataError as damage:
        _say_unused("what was declared with the plan", damage)
        record = None
    is_past = is_earlier(workspace)
    file = None if is_past else find_document(team_id, period)
    return Wishes.of(record, file, is_past=is_past)


def is_earlier(workspace: "Workspace") -> bool:
    """Return whether the team has answered for a later period than this one."""
    periods = workspace.store.periods(workspace.team.id)
    return any(period > workspace.period for period in periods)


def find_document(team_id: str, period: str) -> "PlanFile | None":
    """Return plan.md here, if it is of this team and of no later period.

    If it is damaged, it is left aside with a word on standard error.
    """
    if not DEFAULT.is_file():
        return None
    try:
        return usable(DEFAULT.read_bytes(), str(DEFAULT), team_id, period)
    except BadDataError as damage:
        _say_unused(str(DEFAULT), damage)
    except OSError as failure:
        _say_unused(str(DEFAULT), failure)
    return None


def usable(content: bytes, name: str, team_id: str, period: str) -> "PlanFile | None":
    """Return the document, ``None`` if it says nothing of this team and period.

    Raises `BadDataError` with ``name`` if it is damaged.
    """
    from readiness.plan.file import read_plan

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    file = read_plan(text, name)
    is_fit = file is not None and file.team == team_id and file.period <= period
    return file if is_fit else None


def planned_action(step: Step, before: PlannedAction | None = None) -> PlannedAction:
    """Return what is kept of a step that was proposed, now and perhaps ``before``."""
    return PlannedAction(
        title=step.action.title,
        trend=step.trend.id,
        gain=min(100.0, step.gain.points),
        trend_gain=min(100.0, step.trend_gain.points),
        status=before.status if before else Status.OPEN,
        status_at=before.status_at if before else None,
    )


def actions_of(
    plan: Plan,
    before: Mapping[str, PlannedAction],
    statuses: Mapping[str, Status],
    at: datetime,
) -> Mapping[str, PlannedAction]:
    """Return what is proposed, with the statuses known ``before``, and what is settled.

    ``at`` is when it is.
    What an action was to gain when it was proposed stays, once it is settled. So does
    one that is begun by ``statuses``, though the plan has no place for it any more:
    whoever finishes it shall see it counted.
    """
    actions = {
        id_: action
        for id_, action in before.items()
        if action.status.is_settled or statuses.get(id_) is Status.STARTED
    }
    for settled in plan.aside:
        id_ = settled.step.action.id
        kept = before.get(id_) or planned_action(settled.step)
        actions[id_] = kept.with_status(settled.status, at)
    for step in plan.steps():
        id_ = step.action.id
        actions[id_] = planned_action(step, before.get(id_))
    return actions


def expected_of(actions: Iterable[PlannedAction]) -> float:
    """Return the overall points that actions gain, without those that are refused."""
    refused = {Status.DROPPED, Status.ACCEPTED}
    return min(100.0, fsum(a.gain for a in actions if a.status not in refused))


def with_statuses(record: PlanRecord, file: "PlanFile", at: datetime) -> PlanRecord:
    """Return the record with the statuses in the document, as they are ``at``."""
    statuses = statuses_in(file)
    actions = {
        id_: action.with_status(statuses.get(id_, action.status), at)
        for id_, action in record.actions.items()
    }
    return record.model_copy(update={"actions": actions})


def _statuses_of(record: PlanRecord, *, only_then: bool) -> Mapping[str, Status]:
    """Return the statuses that were kept; ``only_then`` those of its own quarter."""
    period = Period.parse(record.period)
    return {
        id_: action.status
        for id_, action in record.actions.items()
        if not only_then or _was_seen_by(action, period)
    }


def _was_seen_by(action: PlannedAction, period: Period) -> bool:
    at = action.status_at
    return at is not None and Period.of(at.astimezone().date()) <= period


def _say_unused(what: str, failure: BadDataError | OSError) -> None:
    why = failure.message if isinstance(failure, BadDataError) else failure.strerror
    typer.echo(f"Not used: {what} ({one_line(str(why))})", err=True)
