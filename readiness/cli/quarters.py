"""From options to quarters: which periods are meant, and what was answered then."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from readiness.cli.assessed import check_one_pack
from readiness.cli.workspace import find_workspace
from readiness.comparison.results import Quarter
from readiness.errors import NotFoundError, UsageError
from readiness.period import Period
from readiness.responses import Team
from readiness.store.files import FolderStore
from readiness.suggestions import did_you_mean, quoted

_FROM_THE_END = {"latest": 1, "previous": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a team; there is at least one period, the earliest first."""

    store: FolderStore
    team: Team
    periods: tuple[Period, ...]

    def quarter(self, period: Period) -> Quarter:
        """Return all answers of a period.

        Raises `BadDataError` if they answer different packs.
        """
        responses = self.store.responses(self.team.id, period)
        check_one_pack(self.team, period, responses)
        pack = self.store.pack_of(responses[0])
        return Quarter(period=str(period), pack=pack, responses=responses)

    def two(self, old: str | None, new: str | None) -> tuple[Quarter, Quarter]:
        """Return the quarters that two words name: the last two if there are none.

        Raises `NotFoundError` if there is none of that name, `UsageError` unless
        the first is the earlier one.
        """
        if old is None and len(self.periods) == 1:
            raise self._only_one()
        later, earlier = self._find(new or "latest"), self._find(old or "previous")
        if old is not None and new is None and earlier == self.periods[-1]:
            raise UsageError(
                f"{earlier} is the latest quarter: there is none to compare it with",
                facts=(self._found(),),
                tries=("readiness compare", f"readiness compare OLD {earlier}"),
            )
        if earlier >= later:
            raise UsageError(
                f"{earlier} is not earlier than {later}",
                facts=(self._found(),),
                tries=("name the earlier quarter first: readiness compare OLD NEW",),
            )
        return self.quarter(earlier), self.quarter(later)

    def last(self, number: int | None) -> tuple[Quarter, ...]:
        """Return the last quarters, all if there is no number."""
        shown = self.periods[-number:] if number else self.periods
        return tuple(map(self.quarter, shown))

    def _find(self, word: str) -> Period:
        if place := _FROM_THE_END.get(word):
            if place > len(self.periods):
                raise self._only_one()
            return self.periods[-place]
        period = Period.parse(word)
        if period not in self.periods:
            raise NotFoundError(
                f'no answers of team "{self.team.name}" for {period}',
                facts=(self._found(), f"looked in {self.store.root}"),
                tries=(f"readiness assess --period {period}",),
            )
        return period

    def _only_one(self) -> NotFoundError:
        return NotFoundError(
            f'team "{self.team.name}" has answers for {self.periods[0]} only: '
            "a comparison needs two quarters",
            facts=(f"looked in {self.store.root}",),
            tries=(
                "readiness assess  when the next quarter begins",
                "readiness compare --demo",
            ),
        )

    def _found(self) -> str:
        return f"found: {', '.join(map(str, self.periods))}"


def find_kept(*, team: str | None, data_dir: Path | None) -> Kept:
    """Work out whose quarters are meant; raise `NotFoundError` if there are none."""
    workspace = find_workspace(team=team, data_dir=data_dir, reading=True)
    store, who = workspace.store, workspace.team
    return Kept(store=store, team=who, periods=store.periods(who.id))


def check_trend(trend_id: str, ids: Iterable[str]) -> str:
    """Return the id of a trend; raise `NotFoundError` if no quarter has it."""
    there = tuple(ids)
    if trend_id not in there:
        raise NotFoundError(
            f"no trend {quoted(trend_id)}{did_you_mean(trend_id, there)}",
            facts=(f"there are: {', '.join(there)}",),
        )
    return trend_id
