"""What was planned after the earlier quarter, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from readiness.cli.workspace import now
from readiness.comparison.results import Comparison, Quarter
from readiness.errors import BadDataError
from readiness.pack.reader import load_bytes
from readiness.plaintext import one_line
from readiness.plan.file import PlanFile, read_plan
from readiness.plan.make import make_plan
from readiness.plan.record import PlannedAction, PlanRecord, Status
from readiness.report.comparing.declared import Declared, find_declared
from readiness.report.comparing.review import PlanReview, review_plan
from readiness.report.words import title_of
from readiness.scoring.results import evaluate

DEFAULT = "plan.md"  #: the file that is looked for in the current folder


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlan:
    """The plan that was kept, if any, and how far its actions are, by id.

    ``remark`` is a sentence about a plan that could not be used, or "".
    """

    record: PlanRecord | None = None
    statuses: Mapping[str, Status]
    remark: str = ""

    def declared(self, new: Quarter) -> Declared:
        """Return what the team said that it would improve, if it said so in time."""
        return Declared() if self.record is None else find_declared(self.record, new)

    def review(self, comparison: Comparison) -> PlanReview | None:
        """Hold the plan against what was measured; ``None`` if there is no plan."""
        if self.record is None or not self.record.actions:
            return None
        return review_plan(self.record, self.statuses, comparison)


def find_last_plan(store_root: Path, old: Quarter, path: Path | None) -> LastPlan:
    """Return what was planned after ``old``, with the statuses of a plan document.

    That is the file at ``path``, or one called plan.md here. Raises `NotFoundError` or
    `BadDataError` for a file that was named and is of no use.
    """
    from readiness.store.plans import find_plan

    team_id = old.responses[0].team.id
    record = find_plan(store_root, team_id, old.period)
    if record is None:
        why = f"no plan of {old.period} was kept, so there is none to look back on"
        return LastPlan(
            statuses={}, remark=f"{why[0].upper()}{why[1:]}." if path else ""
        )
    try:
        statuses = _statuses(path or Path(DEFAULT), record, is_named=path is not None)
    except BadDataError as damage:
        if path is not None:
            raise
        remark = f"{DEFAULT} was not used: {one_line(damage.message)}."
        return LastPlan(record=record, statuses={}, remark=remark)
    return LastPlan(record=record, statuses=statuses)


def sample_plan(old: Quarter) -> LastPlan:
    """Return what the sample team might have planned: what came first is done."""
    results = evaluate(old.pack, old.responses)
    actions = {
        step.action.id: PlannedAction(
            title=title_of(step.action),
            trend=step.trend.id,
            gain=step.gain.points,
            trend_gain=step.trend_gain.points,
        )
        for step in make_plan(results).steps()
    }
    record = PlanRecord(
        team=old.responses[0].team.id,
        period=old.period,
        made_at=now(),
        actions=actions,
    )
    done = tuple(actions)[: len(actions) // 2]
    return LastPlan(record=record, statuses=dict.fromkeys(done, Status.DONE))


def _statuses(
    path: Path, record: PlanRecord, *, is_named: bool
) -> Mapping[str, Status]:
    if not is_named and not path.is_file():
        return {}
    name = path.name
    plan = read_plan(load_bytes(path).decode("utf-8", "replace"), name)
    if plan is not None and _is_for(plan, record):
        return {action.id: action.status for action in plan.actions}
    if is_named:
        raise _misfit(plan, name, record)
    return {}


def _is_for(plan: PlanFile, record: PlanRecord) -> bool:
    """Return whether a plan may say what became of the one that was kept.

    A later one may: what is carried over keeps its id.
    """
    return plan.team == record.team and plan.period >= record.period


def _misfit(plan: PlanFile | None, name: str, record: PlanRecord) -> BadDataError:
    wanted = f"the plan of {record.team} for {record.period}"
    if plan is None:
        return BadDataError(f"{name} is not a plan that readiness wrote")
    return BadDataError(
        f"{name} is not {wanted}",
        facts=(f"it is the plan of {plan.team} for {plan.period}",),
    )
