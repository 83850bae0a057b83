"""A plan that was made, and what is kept of it from quarter to quarter."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final, Literal, TypeAlias

import typer

from readiness.cli.assessed import Assessed, assessed, find_trend, sample
from readiness.cli.kept_plan import (
    Wishes,
    actions_of,
    expected_of,
    find_document,
    is_earlier,
    usable,
    with_statuses,
)
from readiness.cli.workspace import Workspace, find_workspace, now
from readiness.errors import ReadinessError
from readiness.plaintext import one_line
from readiness.plan.file import PlanFile
from readiness.plan.record import PlanRecord
from readiness.plan.steps import Plan
from readiness.report.comparing.declared import why_not_counted
from readiness.report.model import Report
from readiness.report.words import joined, tenth
from readiness.store.plans import find_plan, save_plan

NONE: Final = "none"  #: takes back what was declared
Weeks: TypeAlias = float | Literal["none"]  #: person-weeks
SEED = 2026  #: the same answers give the same plan, byte for byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan with its report; ``workspace`` is where it is kept, `None` for a demo.

    ``kept`` is what was kept of this period's plan before. ``there`` is what was in
    the file that is to be written, ``file`` the document that says how far the actions
    are, if there is one.
    """

    meant: Assessed
    workspace: Workspace | None
    kept: PlanRecord | None
    wishes: Wishes
    plan: Plan
    report: Report
    there: bytes
    file: PlanFile | None

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
        from readiness.cli.planning.looking_back import look_back

        try:
            return look_back(self.workspace, file)
        except ReadinessError as failure:  # the plan does not hang on it
            return (f"It cannot be compared: {failure.message}",)

    def notes(self) -> Iterator[str]:
        """Yield what the plan follows that was not said this time."""
        declared = self.kept and self.kept.capacity
        if declared is not None and self.wishes.capacity == declared:
            unit = "person-week" if declared == 1 else "person-weeks"
            weeks = f"{tenth(declared)} {unit}"
            yield f"For {weeks}, as declared; --capacity {NONE} is without a limit."
        counts = Counter(settled.status for settled in self.plan.aside)
        if counts:
            yield f"Left out: {joined(f'{n} {s}' for s, n in counts.items())}."

    def records(self) -> tuple[PlanRecord, ...]:
        """Return what is to be kept: what is proposed, with the statuses in the file.

        If that is of an earlier period, its own record gets them too. Raises
        `BadDataError` if that record is damaged.
        """
        if self.workspace is None:
            return ()
        file, record = self.file, self._record()
        if file is None or file.period == record.period:
            return (record,)
        root = self.workspace.store.root
        earlier = find_plan(root, record.team, file.period)
        if earlier is None:
            return (record,)
        return (with_statuses(earlier, file, now()), record)

    def keep(self, records: Iterable[PlanRecord]) -> None:
        """Keep these records; a demo has none. Raises `CannotWriteError`."""
        if self.workspace is None:
            return
        for record in records:
            save_plan(self.workspace.store.root, record)

    @property
    def focus_words(self) -> str:
        """What the declared trend is, and whether it counts; "" if there is none."""
        if not self.focus_name:
            return ""
        if why := self._why_not_counted():
            return f"{self.focus_name}; {why}, so no comparison counts it."
        return (
            f"{self.focus_name}, declared before the next answers: less is needed "
            "there to show that it improved."
        )

    def warn_if_late(self) -> None:
        """Say so if a focus is declared that cannot count any more."""
        if why := self._why_not_counted():
            typer.echo(
                f"No comparison will count this focus: {why}. It has to be declared "
                "before the first answers of the next quarter.",
                err=True,
            )

    def _why_not_counted(self) -> str:
        """Return why the focus counts for nothing, "" if it may or there is none."""
        if self.workspace is None or self.plan.focus is None:
            return ""
        store, team = self.workspace.store, self.workspace.team
        later = [p for p in store.periods(team.id) if p > self.workspace.period]
        if not later:
            return ""
        declared_at = self._record().focus_at or now()
        return why_not_counted(declared_at, store.responses(team.id, later[0]))

    def _record(self) -> PlanRecord:
        first = self.meant.results.responses[0]
        before = self.kept or PlanRecord(
            team=first.team.id, period=first.period, made_at=now()
        )
        declared_at = before.focus_at
        if before.focus != self.plan.focus:
            declared_at = now() if self.plan.focus else None
        statuses = self.wishes.statuses
        actions = actions_of(self.plan, before.actions, statuses, now())
        record = before.model_copy(
            update={
                "made_at": now(),
                "focus": self.plan.focus,
                "focus_at": declared_at,
                "capacity": self.wishes.capacity,
                "expected": expected_of(actions.values()),
                "actions": actions,
            }
        )
        return record if self.file is None else with_statuses(record, self.file, now())


def make_planned(
    *,
    team: str | None,
    period: str | None,
    data_dir: Path | None,
    demo: bool,
    focus: str | None,
    capacity: Weeks | None = None,
    robust: bool = False,
    output: Path | None = None,
) -> Planned:
    """Make the plan of what the options name, or of the sample team.

    ``focus`` is the id of a trend, "none", or ``None`` for what was declared before;
    ``capacity`` is person-weeks, "none", or ``None`` likewise. ``output`` is the file
    that the plan is to be merged into, if it is one; actions that are settled in it, or
    else in plan.md here, are not proposed.
    Raises `NotFoundError` for a trend that is not in the pack, `BadDataError` for an
    ``output`` that is damaged.
    """
    workspace, kept, is_past = None, None, False
    if demo:
        meant = sample()
    else:
        workspace = find_workspace(
            team=team, period=period, data_dir=data_dir, reading=True
        )
        meant = assessed(workspace)
        first = meant.results.responses[0]
        kept = find_plan(workspace.store.root, first.team.id, first.period)
        is_past = is_earlier(workspace)
    there = output.read_bytes() if output is not None and output.is_file() else b""
    file = _file(meant, output, there, is_past=is_past)
    declared = Wishes.of(kept, file, is_past=is_past)
    wishes = _wishes(meant, declared, focus, capacity)
    dice = Random(SEED) if robust else None  # noqa: S311 - it keeps no secret
    plan = wishes.plan(meant.results, dice=dice)
    report = replace(meant, wishes=wishes).built(plan)
    return Planned(
        meant=meant,
        workspace=workspace,
        kept=kept,
        wishes=wishes,
        plan=plan,
        report=report,
        there=there,
        file=file,
    )


def _file(
    meant: Assessed, output: Path | None, there: bytes, *, is_past: bool
) -> PlanFile | None:
    """Return the document that says how far the actions are.

    One of an earlier quarter has been worked on since, and counts where it is named.
    """
    first = meant.results.responses[0]
    if output is not None and there:
        return usable(there, one_line(str(output)), first.team.id, first.period)
    if meant.is_demo or is_past:
        return None
    return find_document(first.team.id, first.period)


def _wishes(
    meant: Assessed, declared: Wishes, focus: str | None, capacity: Weeks | None
) -> Wishes:
    """Return what was declared, with what is said now."""
    if focus is not None:
        trend = None if focus == NONE else find_trend(meant.results.pack, focus).id
        declared = replace(declared, focus=trend)
    if capacity is not None:
        weeks = None if capacity == NONE else capacity
        declared = replace(declared, capacity=weeks)
    return declared
