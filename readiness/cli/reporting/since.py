"""What a document shows of the quarters before: what changed, and the history.

They add to a report and never stop it: what cannot be read or compared is told and
left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from readiness.cli.assessed import Assessed
from readiness.cli.compared import compared
from readiness.cli.everywhere import warn
from readiness.cli.planning.last_plan import find_foci, find_last_plan, sample_plan
from readiness.cli.quarters import find_kept
from readiness.cli.reporting.wanted import Wanted
from readiness.cli.sample import sample_quarters
from readiness.cli.workspace import today
from readiness.comparison.history import trace
from readiness.comparison.results import Quarter
from readiness.comparison.unrecognisable import (
    WHAT_COUNTS,
    side_by_side,
    unrecognisable,
)
from readiness.errors import ReadinessError
from readiness.report.comparing import build as comparing
from readiness.report.documents.changes import changes_of, past_of
from readiness.report.documents.model import Changes, Past
from readiness.report.history import build as history
from readiness.report.model import Report
from readiness.scoring.groups import ANONYMOUS, NAMED

_TOO_FEW = (
    f"Earlier quarters are left out where fewer than {ANONYMOUS} people answered, "
    "joined or left."
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What the quarters before add; ``left_out`` says what they do not, or is ""."""

    changes: Changes | None = None
    past: Past | None = None
    left_out: str = ""

    def marked(self, report: Report) -> Report:
        """Return ``report`` with what was left out of the quarters before, too."""
        left_out = " ".join(filter(None, (report.left_out, self.left_out)))
        return replace(report, left_out=left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """The quarters before one; ``None`` for one that cannot be read.

    ``root`` is the folder of the answers, ``None`` for the sample's.
    """

    root: Path | None
    quarters: tuple[Quarter | None, ...]

    @property
    def read(self) -> tuple[Quarter, ...]:
        """Those that can be read, the earliest first."""
        return tuple(quarter for quarter in self.quarters if quarter is not None)


def find_since(meant: Assessed, wanted: Wanted) -> Since:
    """Return what the quarters before that of ``meant`` add to its document.

    Where it is anonymous, no quarter is shown that fewer than five people answered, and
    none beside which fewer than five came or went: the difference would be theirs.
    """
    responses = meant.results.responses
    new = Quarter(
        period=responses[0].period, pack=meant.results.pack, responses=responses
    )
    before = _sample() if meant.is_demo else _kept(wanted, new)
    shown = unrecognisable(before.read, new) if wanted.is_anonymous else before.read
    left_out = "" if shown == before.read else _TOO_FEW
    if not shown:
        return Since(left_out=left_out)
    has_last = shown[-1] is before.quarters[-1]
    quarters = (*shown, new)
    if wanted.is_anonymous:
        quarters = side_by_side(quarters)
        left_out = f"{left_out} {WHAT_COUNTS}".strip()
    changes = None
    if has_last:
        since = f"what changed since {shown[-1].period}"
        old, now = quarters[-2:]
        changes = _told(since, partial(_changes, before.root, old, now, wanted))
    past = _told("the history", partial(_past, before.root, quarters, wanted))
    return Since(changes=changes, past=past, left_out=left_out)


def _sample() -> _Before:
    return _Before(root=None, quarters=sample_quarters()[:-1])


def _kept(wanted: Wanted, new: Quarter) -> _Before:
    kept = find_kept(team=wanted.team, data_dir=wanted.data_dir)
    earlier = [period for period in kept.periods if str(period) < new.period]
    quarters = (_told(str(one), partial(kept.quarter, one)) for one in earlier)
    return _Before(root=kept.store.root, quarters=tuple(quarters))


def _told(what: str, make: Callable[[], _T]) -> _T | None:
    """Return what ``make`` does; say why there is nothing of it if it fails."""
    try:
        return make()
    except ReadinessError as failure:
        warn(f"{what} is not in the document: {failure.message}")
        return None


def _changes(root: Path | None, old: Quarter, new: Quarter, wanted: Wanted) -> Changes:
    last = sample_plan(old) if root is None else find_last_plan(root, old, None)
    last.tell_damage()
    made = compared(
        old, new, last, is_demo=root is None, is_anonymous=wanted.is_anonymous
    )
    return changes_of(comparing.narrow(made, wanted.trend) if wanted.trend else made)


def _past(root: Path | None, quarters: tuple[Quarter, ...], wanted: Wanted) -> Past:
    foci = {} if root is None else find_foci(root, quarters)
    least = ANONYMOUS if wanted.is_anonymous else NAMED
    traced = trace(quarters, foci=foci, least=least)
    made = history.build_history(traced, made_on=today(), is_demo=root is None)
    return past_of(history.narrow(made, wanted.trend) if wanted.trend else made)
