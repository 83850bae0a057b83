"""A plan that was made, and what is kept of it from quarter to quarter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import typer

from readiness.cli.assessed import Assessed, assessed, find_trend, sample
from readiness.cli.workspace import Workspace, find_workspace, now, today
from readiness.errors import ReadinessError
from readiness.plan.file import PlanFile
from readiness.plan.make import make_plan
from readiness.plan.record import PlannedAction, PlanRecord, Status
from readiness.plan.steps import Plan
from readiness.report import words
from readiness.report.build import build_report
from readiness.report.model import Report
from readiness.store.plans import find_plan, save_plan

NO_FOCUS = "none"  #: takes a declared focus back
SEED = 2026  #: the same answers give the same plan, byte for byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan with its report; ``workspace`` is where it is kept, `None` for a demo.

    ``kept`` is what was kept of this period's plan before.
    """

    meant: Assessed
    workspace: Workspace | None
    kept: PlanRecord | None
    plan: Plan
    report: Report

    @property
    def focus_name(self) -> str:
        """The name of the trend that is declared, "" if there is none."""
        if self.plan.focus is None:
            return ""
        return find_trend(self.meant.results.pack, self.plan.focus).name

    def last_quarter(self, file: PlanFile | None) -> tuple[str, ...]:
        """Return sentences on how the plan before fared; none if there is none.

        ``file`` says how far its actions are.
        """
        if self.workspace is None:
            return ()
        try:
            return _look_back(self.workspace, file)
        except ReadinessError as failure:  # the plan does not hang on it
            return (f"It cannot be compared: {failure.message}",)

    def records(self, file: PlanFile | None = None) -> tuple[PlanRecord, ...]:
        """Return what is to be kept: what is proposed, with the statuses in ``file``.

        If that is of an earlier period, its own record gets them too. Raises
        `BadDataError` if that record is damaged.
        """
        if self.workspace is None:
            return ()
        record = self._record(file)
        if file is None or file.period == record.period:
            return (record,)
        root = self.workspace.store.root
        earlier = find_plan(root, record.team, file.period)
        if earlier is None:
            return (record,)
        return (_with_statuses(earlier, file), record)

    def keep(self, records: Iterable[PlanRecord]) -> None:
        """Keep these records; a demo has none. Raises `CannotWriteError`."""
        if self.workspace is None:
            return
        for record in records:
            save_plan(self.workspace.store.root, record)

    def warn_if_late(self) -> None:
        """Say so if a focus is declared that cannot count any more."""
        if self.workspace is None or self.plan.focus is None:
            return
        store, team = self.workspace.store, self.workspace.team
        later = [p for p in store.periods(team.id) if p > self.workspace.period]
        if later:
            typer.echo(
                f"There are answers of {later[0]} already: a focus counts only if it "
                "is declared before them, so this one will not.",
                err=True,
            )

    def _record(self, file: PlanFile | None) -> PlanRecord:
        first = self.meant.results.responses[0]
        before = self.kept or PlanRecord(
            team=first.team.id, period=first.period, made_at=now()
        )
        declared_at = before.focus_at
        if before.focus != self.plan.focus:
            declared_at = now() if self.plan.focus else None
        record = before.model_copy(
            update={
                "made_at": now(),
                "focus": self.plan.focus,
                "focus_at": declared_at,
                "expected": min(100.0, self.plan.expected()),
                "actions": _actions(self.plan, before.actions),
            }
        )
        return record if file is None else _with_statuses(record, file)


def make_planned(
    *,
    team: str | None,
    period: str | None,
    data_dir: Path | None,
    demo: bool,
    focus: str | None,
    capacity: float | None = None,
    robust: bool = False,
) -> Planned:
    """Make the plan of what the options name, or of the sample team.

    ``focus`` is the id of a trend, "none", or ``None`` for what was declared before;
    ``capacity`` is person-weeks, all there is to do if ``None``.
    Raises `NotFoundError` for a trend that is not in the pack.
    """
    workspace, kept = None, None
    if demo:
        meant = sample()
    else:
        workspace = find_workspace(
            team=team, period=period, data_dir=data_dir, reading=True
        )
        meant = assessed(workspace)
        first = meant.results.responses[0]
        kept = find_plan(workspace.store.root, first.team.id, first.period)
    plan = make_plan(
        meant.results,
        focus=_focus(meant, focus, kept),
        capacity=capacity,
        dice=Random(SEED) if robust else None,  # noqa: S311 - it keeps no secret
    )
    report = build_report(meant.results, plan, made_on=today(), is_demo=meant.is_demo)
    return Planned(
        meant=meant, workspace=workspace, kept=kept, plan=plan, report=report
    )


def _focus(meant: Assessed, said: str | None, kept: PlanRecord | None) -> str | None:
    pack = meant.results.pack
    if said is None:
        known = {trend.id for trend in pack.trends}
        return kept.focus if kept and kept.focus in known else None
    return None if said == NO_FOCUS else find_trend(pack, said).id


def _look_back(workspace: Workspace, file: PlanFile | None) -> tuple[str, ...]:
    from readiness.cli.last_plan import LastPlan
    from readiness.cli.quarters import Kept
    from readiness.comparison.compare import compare
    from readiness.report.comparing.outlook import plan_sentences

    store, team = workspace.store, workspace.team
    before = [p for p in store.periods(team.id) if p < workspace.period]
    record = find_plan(store.root, team.id, before[-1]) if before else None
    if record is None:
        return ()
    kept = Kept(store=store, team=team, periods=tuple(before))
    old, new = kept.quarter(before[-1]), kept.quarter(workspace.period)
    last = LastPlan(record=record, statuses=_statuses(file))
    focus = last.declared(new).focus
    review = last.review(compare(old, new, focus=focus))
    return tuple(plan_sentences(review)) if review else ()


def _statuses(file: PlanFile | None) -> Mapping[str, Status]:
    return {action.id: action.status for action in file.actions} if file else {}


def _with_statuses(record: PlanRecord, file: PlanFile) -> PlanRecord:
    statuses = _statuses(file)
    actions = {
        id_: action.model_copy(update={"status": statuses.get(id_, action.status)})
        for id_, action in record.actions.items()
    }
    return record.model_copy(update={"actions": actions})


def _actions(
    plan: Plan, before: Mapping[str, PlannedAction]
) -> Mapping[str, PlannedAction]:
    """Return what is proposed, with the statuses that were known before."""
    return {
        step.action.id: PlannedAction(
            title=words.title_of(step.action),
            trend=step.trend.id,
            gain=min(100.0, step.gain.points),
            trend_gain=min(100.0, step.trend_gain.points),
            status=before[step.action.id].status
            if step.action.id in before
            else Status.OPEN,
        )
        for step in plan.steps()
    }
