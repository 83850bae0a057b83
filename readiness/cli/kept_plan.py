"""What a team made of its plan, which the next one follows: focus, time, statuses.

It stands in the document that people edit, and in the record that is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import fsum
from pathlib import Path
from typing import TYPE_CHECKING, Self

import typer

from readiness.errors import BadDataError
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a team wants of its plan: a focus (id), person-weeks, statuses by action."""

    focus: str | None = None
    capacity: float | None = None
    statuses: Mapping[str, Status] = field(default_factory=dict)

    @classmethod
    def of(cls, record: PlanRecord | None, file: "PlanFile | None" = None) -> Self:
        """Return what was declared; statuses are those of the document, if any."""
        if record is None:
            return cls(statuses=engaged_in(file) if file else {})
        kept = {id_: action.status for id_, action in record.actions.items()}
        return cls(
            focus=record.focus,
            capacity=record.capacity,
            statuses=kept if file is None else engaged_in(file),
        )

    def following(self, file: "PlanFile") -> Self:
        """Return the same with the statuses of another document."""
        return replace(self, statuses=engaged_in(file))

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
    return Wishes.of(record, find_document(team_id, period))


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


def planned_action(step: Step, status: Status = Status.OPEN) -> PlannedAction:
    """Return what is kept of a step that was proposed."""
    return PlannedAction(
        title=step.action.title,
        trend=step.trend.id,
        gain=min(100.0, step.gain.points),
        trend_gain=min(100.0, step.trend_gain.points),
        status=status,
    )


def actions_of(
    plan: Plan,
    before: Mapping[str, PlannedAction],
    statuses: Mapping[str, Status],
) -> Mapping[str, PlannedAction]:
    """Return what is proposed, with the statuses known ``before``, and what is settled.

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
        actions[id_] = kept.model_copy(update={"status": settled.status})
    for step in plan.steps():
        id_ = step.action.id
        status = before[id_].status if id_ in before else Status.OPEN
        actions[id_] = planned_action(step, status)
    return actions


def expected_of(actions: Iterable[PlannedAction]) -> float:
    """Return the overall points that actions gain, without those that are refused."""
    refused = {Status.DROPPED, Status.ACCEPTED}
    return min(100.0, fsum(a.gain for a in actions if a.status not in refused))


def with_statuses(record: PlanRecord, file: "PlanFile") -> PlanRecord:
    """Return the record with the statuses in the document."""
    statuses = statuses_in(file)
    actions = {
        id_: action.model_copy(update={"status": statuses.get(id_, action.status)})
        for id_, action in record.actions.items()
    }
    return record.model_copy(update={"actions": actions})


def _say_unused(what: str, failure: BadDataError | OSError) -> None:
    why = failure.message if isinstance(failure, BadDataError) else failure.strerror
    typer.echo(f"Not used: {what} ({one_line(str(why))})", err=True)
