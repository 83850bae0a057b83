"""From what is kept, or from the sample team, to results and a report."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from readiness.cli.kept_plan import Wishes, find_wishes
from readiness.cli.workspace import Workspace, find_workspace, today
from readiness.errors import BadDataError, NotFoundError
from readiness.pack.model import Pack, Trend
from readiness.period import Period
from readiness.plan.steps import Plan
from readiness.report.build import build_report
from readiness.report.disclosure import disclose
from readiness.report.model import Report
from readiness.report.narrow import narrow
from readiness.report.panel_model import Disclosure
from readiness.responses import Response, Team
from readiness.scoring.results import Results, evaluate
from readiness.suggestions import did_you_mean

if TYPE_CHECKING:
    from readiness.plan.file import PlanFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """The results of one team and period, and whether they are the sample's.

    ``wishes`` are what the team declared of its plan.
    """

    results: Results
    is_demo: bool = False
    wishes: Wishes = field(default_factory=Wishes)

    def plan(self) -> Plan:
        """Return the plan, as ``readiness plan`` makes it."""
        return self.wishes.plan(self.results)

    def built(self, plan: Plan) -> Report:
        """Return the whole report with a plan that was made of the wishes."""
        made = build_report(
            self.results,
            plan,
            made_on=today(),
            is_demo=self.is_demo,
            file=self.wishes.file,
        )
        return replace(made, earlier_words=self.wishes.earlier_words)

    def following(self, file: "PlanFile") -> Self:
        """Return the same with the statuses of the actions in ``file``."""
        return replace(self, wishes=self.wishes.following(file))

    def report(
        self,
        trend_id: str | None = None,
        disclosure: Disclosure = Disclosure.USUAL,
    ) -> Report:
        """Return the report; of one trend if it is named."""
        whole = disclose(
            self.results,
            disclosure,
            plan=self.wishes.plan,
            build=lambda results, plan: replace(self, results=results).built(plan),
        )
        if trend_id is None:
            return whole
        return narrow(whole, find_trend(self.results.pack, trend_id).id)


def assess_or_sample(
    *,
    team: str | None,
    period: str | None,
    data_dir: Path | None,
    demo: bool,
) -> Assessed:
    """Evaluate what the options name, or the sample team."""
    if demo:
        return sample()
    return assessed(
        find_workspace(team=team, period=period, data_dir=data_dir, reading=True)
    )


def assessed(workspace: Workspace) -> Assessed:
    """Evaluate all responses of the workspace's team and period.

    Raises `NotFoundError` if there are none, `BadDataError` if they answer
    different packs.
    """
    store, team, period = workspace.store, workspace.team, workspace.period
    responses = store.responses(team.id, period)
    if not responses:
        raise _nothing_there(workspace)
    check_one_pack(team, period, responses)
    results = evaluate(store.pack_of(responses[0]), responses)
    return Assessed(results=results, wishes=find_wishes(workspace))


def check_one_pack(team: Team, period: Period, responses: Sequence[Response]) -> None:
    """Raise `BadDataError` if responses of one period answer different packs."""
    if len({response.pack.sha256 for response in responses}) > 1:
        raise BadDataError(
            f"the answers of {team.name} for {period} were given to different packs",
            facts=tuple(
                f"{r.respondent}: {r.pack.id} {r.pack.version}" for r in responses
            ),
            tries=("report on them apart: one folder each, with --data-dir",),
        )


def sample() -> Assessed:
    """Evaluate the sample team that ships with the default pack."""
    from readiness.cli.sample import sample_latest

    pack, responses = sample_latest()
    return Assessed(results=evaluate(pack, responses), is_demo=True)


def find_trend(pack: Pack, trend_id: str) -> Trend:
    """Return the trend with this id; raise `NotFoundError` if the pack has none."""
    trends = {trend.id: trend for trend in pack.trends}
    if trend_id not in trends:
        raise NotFoundError(
            f'no trend "{trend_id}" in the pack{did_you_mean(trend_id, trends)}',
            facts=(f"there are: {', '.join(trends)}",),
        )
    return trends[trend_id]


def _nothing_there(workspace: Workspace) -> NotFoundError:
    there = workspace.store.periods(workspace.team.id)
    found = f"found: {', '.join(map(str, there))}" if there else "found: nothing yet"
    return NotFoundError(
        f'no answers of team "{workspace.team.name}" for {workspace.period}',
        facts=(found, f"looked in {workspace.store.root}"),
        tries=("readiness assess --quick", "readiness report --demo"),
    )
