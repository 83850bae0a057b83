"""How the plan of the quarter before fared, for the document of the next one."""

from readiness.cli.kept_plan import statuses_in
from readiness.cli.planning.last_plan import LastPlan
from readiness.cli.quarters import Kept
from readiness.cli.workspace import Workspace
from readiness.comparison.compare import compare
from readiness.plan.file import PlanFile
from readiness.report.comparing.outlook import plan_sentences
from readiness.store.plans import find_plan


def look_back(workspace: Workspace, file: PlanFile | None) -> tuple[str, ...]:
    """Return sentences on the plan kept for the period before; none if there is none.

    ``file`` says how far its actions are if it is of that period. One of this period is
    ticked after the answers, so what was kept counts, as in a comparison. Raises
    `ReadinessError` if an earlier quarter cannot be read.
    """
    store, team = workspace.store, workspace.team
    before = [p for p in store.periods(team.id) if p < workspace.period]
    record = find_plan(store.root, team.id, before[-1]) if before else None
    if record is None:
        return ()
    kept = Kept(store=store, team=team, periods=tuple(before))
    old, new = kept.quarter(before[-1]), kept.quarter(workspace.period)
    is_its_own = file is not None and file.period == record.period
    last = LastPlan(record=record, statuses=statuses_in(file) if is_its_own else {})
    focus = last.declared(new).focus
    review = last.review(compare(old, new, focus=focus))
    return tuple(plan_sentences(review)) if review else ()
