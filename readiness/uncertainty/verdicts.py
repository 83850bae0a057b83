"""From several tests on one page to verdicts, with Holm's step-down procedure.

Holm (1979), weighted where something was declared beforehand: at most 10 % of pages
have a false verdict, 5 % in each direction (measurement.md, section 3.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from readiness.uncertainty.moderated import FAMILY_ERROR, LEVEL, Tested
from readiness.uncertainty.student import critical

LEAST = 2.5  #: points: one item of ten by one level
WIDEST = float(LEVEL)  #: points: what only a larger change would show is no test
FOCUS_SHARE = 0.5  #: of the error budget, for what was declared beforehand


class Verdict(StrEnum):
    """What may be said of a change; the words are the same everywhere."""

    IMPROVED = "improved"
    DECLINED = "declined"
    NO_CHANGE = "no detectable change"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A test with its verdict.

    ``band`` is the change in points that the verdict needed: it is not "no detectable
    change" exactly if the change is at least as large. ``adjusted_p`` is Holm's.
    """

    tested: Tested
    verdict: Verdict
    band: float
    adjusted_p: float


def declared(tests: Sequence[Tested | None], focus: int) -> tuple[float, ...]:
    """Return weights for `judge` that give `FOCUS_SHARE` of the error to one test.

    ``focus`` is its place; the others share the rest. If it is the only test, it gets
    everything; if it is none, there is nothing to share, and all weigh alike.
    """
    others = sum(test is not None for test in tests) - 1
    weight = max(others, 1) * FOCUS_SHARE / (1 - FOCUS_SHARE)
    return tuple(weight if place == focus else 1.0 for place in range(len(tests)))


def strictest(tests: int, *, has_focus: bool = False, is_focus: bool = False) -> float:
    """Return the part of the error that a test gets in Holm's first step.

    Of ``tests`` on the page one may be declared beforehand: this one, or another.
    """
    if is_focus:
        return FAMILY_ERROR * FOCUS_SHARE
    if has_focus:
        return FAMILY_ERROR * (1 - FOCUS_SHARE) / (tests - 1)
    return FAMILY_ERROR / tests


def judge(
    tests: Sequence[Tested | None],
    weights: Sequence[float] | None = None,
    *,
    family_error: float = FAMILY_ERROR,
) -> tuple[Judged | None, ...]:
    """Return the verdicts of one page, ``None`` where there is no test.

    ``weights`` (> 0, one per test) say how the error budget is shared; alike if there
    are none.
    """
    share = weights or [1.0] * len(tests)
    live = [(i, test) for i, test in enumerate(tests) if test is not None]
    live.sort(key=lambda entry: (entry[1].p / share[entry[0]], entry[0]))
    judged: dict[int, Judged] = {}
    frozen = left = fsum(share[i] for i, _ in live)
    has_stopped, adjusted = False, 0.0
    for i, test in live:
        needed = test.error * critical(family_error * share[i] / frozen, test.df)
        has_stopped = has_stopped or abs(test.delta) < needed
        adjusted = max(adjusted, min(1.0, test.p / share[i] * left))
        judged[i] = Judged(
            tested=test,
            verdict=_verdict(test.delta, is_rejected=not has_stopped),
            band=max(needed, LEAST),
            adjusted_p=adjusted,
        )
        left -= share[i]
        frozen = frozen if has_stopped else left  # later bands are those of the stop
    return tuple(judged.get(i) for i in range(len(tests)))


def _verdict(delta: float, *, is_rejected: bool) -> Verdict:
    if not is_rejected or abs(delta) < LEAST:
        return Verdict.NO_CHANGE
    return Verdict.IMPROVED if delta > 0 else Verdict.DECLINED
