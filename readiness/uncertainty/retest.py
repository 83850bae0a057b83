"""The noise of answers, from those that the same people gave twice.

Nothing has changed meanwhile, so a difference of a person's two answers has twice the
variance of one. What all answers of a person have in common is their mood, what is
left is the noise of each answer (measurement.md, section 3.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import NormalDist, fmean, variance

from readiness.pack.fields import LEVELS

CONFIDENCE = 0.90  #: of the ranges

_TAIL = (1 - CONFIDENCE) / 2
_LARGEST = float(LEVELS - 1)  # levels: no deviation is larger


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A standard deviation in levels, and its approximate 90 % range.

    The range takes noise for normal; of answers in whole levels, about 85 % of the
    ranges of one answer's noise have the true one within them.
    """

    value: float
    low: float
    high: float


def estimate_item(changes: Sequence[Sequence[float]]) -> Estimate:
    """Return the noise of one answer: the mean over people of each person's variance.

    ``changes`` has, for each person (at least one), the differences in levels of the
    same questions (at least two), second answer minus first. The range is by the
    degrees of freedom of that mean, those of Satterthwaite where all have one variance.
    """
    mean = fmean(variance(own) for own in changes) / 2
    df = len(changes) ** 2 / fsum(1 / (len(own) - 1) for own in changes)
    return Estimate(
        value=sqrt(mean),
        low=_deviation(mean * df / _chi_square(1 - _TAIL, df)),
        high=_deviation(mean * df / _chi_square(_TAIL, df)),
    )


def estimate_shift(changes: Sequence[Sequence[float]], item: float) -> Estimate:
    """Return the noise of a person's mood, given that of one answer.

    It is 0 if the noise of the answers alone explains how far people's means moved;
    the range is then that of the largest mood which could have hidden behind it.
    """
    people = len(changes)
    moved = fmean(fmean(own) ** 2 for own in changes)
    explained = fmean(2 * item**2 / len(own) for own in changes)
    seen = max(moved, explained)
    return Estimate(
        value=_deviation((moved - explained) / 2),
        low=_deviation(
            (moved * people / _chi_square(1 - _TAIL, people) - explained) / 2
        ),
        high=_deviation((seen * people / _chi_square(_TAIL, people) - explained) / 2),
    )


def _deviation(variance: float) -> float:
    return min(sqrt(max(0.0, variance)), _LARGEST)


def _chi_square(p: float, df: float) -> float:
    """Return the quantile by the approximation of Wilson and Hilferty (1931).

    Within 1 % from about ten degrees of freedom on. At one or two the lower tail is
    far too thin, which makes a range too wide and never too narrow.
    """
    spread = 2 / (9 * df)
    return df * (1 - spread + NormalDist().inv_cdf(p) * sqrt(spread)) ** 3
