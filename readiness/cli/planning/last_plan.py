"""What was planned after the earlier quarter, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.cli.everywhere import warn
from readiness.cli.kept_plan import DEFAULT, planned_action, statuses_in
from readiness.cli.workspace import now
from readiness.comparison.results import Comparison, Quarter
from readiness.errors import BadDataError
from readiness.pack.reader import load_bytes
from readiness.plaintext import one_line
from readiness.plan.file import PlanFile, read_plan
from readiness.plan.make import make_plan
from readiness.plan.record import PlanRecord, Status
from readiness.report.comparing.declared import Declared, find_declared
from readiness.report.comparing.review import PlanReview, review_plan
from readiness.scoring.results import evaluate


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlan:
    """The plan that was kept, if any, and how far its actions are, by id.

    ``remark`` is a sentence about a plan that could not be used, or ""; ``hint`` is
    one that names the file, for who is typing. ``damage`` is what is wrong with it; it
    may quote the document.
    """

    record: PlanRecord | None = None
    statuses: Mapping[str, Status]
    remark: str = ""
    hint: str = ""
    damage: str = ""

    def tell_damage(self) -> None:
        """Say on stderr what is wrong with it: a document must not quote it."""
        if self.damage:
            warn(f"{DEFAULT} was not used: {self.damage}")

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

    That is the file at ``path``, or one called plan.md here. Of a plan made after a
    later quarter nothing is taken but a remark. Raises `NotFoundError` or
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
        plan = _document(path or DEFAULT, record, is_named=path is not None)
    except BadDataError as damage:
        if path is not None:
            raise
        return LastPlan(
            record=record,
            statuses={},
            remark="The plan as people edited it was not used: it has a mistake in it.",
            hint=f"{DEFAULT} is the file with the mistake.",
            damage=one_line(damage.message),
        )
    if plan is None or plan.period == record.period:
        return LastPlan(record=record, statuses=statuses_in(plan))
    name = one_line((path or DEFAULT).name)
    return LastPlan(
        record=record,
        statuses={},
        remark=(
            f"Done is what was marked so before the plan of {plan.period} was made: "
            "what was marked after that may have been done later, and is not counted."
        ),
        hint=f"{name} is the plan of {plan.period}.",
    )


def find_foci(store_root: Path, quarters: Sequence[Quarter]) -> dict[int, str]:
    """Return the trend that each quarter's plan declared in time for the last quarter.

    By the quarter's place, so that a comparison with it hears the same plan wherever it
    is made. A damaged plan declares nothing here: `readiness compare` tells it.
    """
    found = {}
    for place, old in enumerate(quarters[:-1]):
        if focus := _focus_of(store_root, old, quarters[-1]):
            found[place] = focus
    return found


def _focus_of(store_root: Path, old: Quarter, new: Quarter) -> str | None:
    from readiness.store.plans import find_plan

    try:
        record = find_plan(store_root, old.responses[0].team.id, old.period)
    except BadDataError:
        return None
    return None if record is None else find_declared(record, new).focus


def sample_plan(old: Quarter) -> LastPlan:
    """Return what the sample team might have planned: what came first is done."""
    results = evaluate(old.pack, old.responses)
    actions = {
        step.action.id: planned_action(step) for step in make_plan(results).steps()
    }
    record = PlanRecord(
        team=old.responses[0].team.id,
        period=old.period,
        made_at=now(),
        actions=actions,
    )
    done = tuple(actions)[: len(actions) // 2]
    return LastPlan(record=record, statuses=dict.fromkeys(done, Status.DONE))


def _document(path: Path, record: PlanRecord, *, is_named: bool) -> PlanFile | None:
    """Return the plan in a file, ``None`` if it is of others and was not named."""
    if not is_named and not path.is_file():
        return None
    name = path.name
    plan = read_plan(load_bytes(path).decode("utf-8", "replace"), name)
    if plan is not None and _is_for(plan, record):
        return plan
    if is_named:
        raise _misfit(plan, name, record)
    return None


def _is_for(plan: PlanFile, record: PlanRecord) -> bool:
    """Return whether a plan follows the one that was kept: its own, or a later one.

    Only its own says what was done in time; a later one was ticked after the answers.
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
