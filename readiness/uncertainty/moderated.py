"""Is a change more than noise? One formula from 1 respondent to 30.

The moderated t of Smyth (2004): with one respondent it is the reliable change index of
Jacobson & Truax (1991), with many a paired t-test; in between, what is assumed about
noise and what the answers show of it are weighed (measurement.md, section 3.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, fsum, sqrt

from readiness.pack.model import Noise
from readiness.uncertainty.student import critical, two_sided_p

LEVEL = 25  #: points per level
FAMILY_ERROR = 0.10  #: two-sided error of all the verdicts of a page together
TYPICAL_CHANGE = 8.0  #: points a quarter: standard deviation of what really happens

# a pack may call its answers free of noise, and no error is no test
_LEAST_ERROR = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A difference in points with its standard error, degrees of freedom and p.

    ``p`` is two-sided.
    """

    delta: float
    error: float
    df: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Standard error in points and df of a test, before any answer is looked at."""

    error: float
    df: float

    def band(self, share: float) -> float:
        """Return the change in points that could just be proved.

        ``share``, between 0 and 1, is the part of the error budget that the test gets.
        """
        return self.error * critical(share, self.df)


def effective_items(weights: Sequence[float]) -> float:
    """Return how many equal items are as precise as these (weights > 0; not empty)."""
    return fsum(weights) ** 2 / fsum(weight**2 for weight in weights)


def variance_of_change(items: float, noise: Noise) -> float:
    """Return the variance (points²) of one returning respondent's change.

    ``items`` is the number of effective items, at least 1.
    """
    return LEVEL**2 * 2 * (noise.item**2 / items + noise.shift**2)


def variance_of_score(items: float, noise: Noise) -> float:
    """Return the variance (points²) of one respondent's score in one quarter."""
    return LEVEL**2 * (noise.item**2 / items + noise.shift**2 + noise.rater**2)


def compare_same_people(
    changes: Sequence[float], variance: float, noise: Noise
) -> Tested:
    """Test the changes in points, one per returning respondent (at least one).

    ``variance`` is what `variance_of_change` expects of each.
    """
    delta = fsum(changes) / len(changes)
    mean_square, df = _moderated(changes, variance, noise)
    return _tested(delta, sqrt(mean_square / len(changes)), df)


def compare_other_people(
    before: Sequence[float], after: Sequence[float], variance: float, noise: Noise
) -> Tested:
    """Test the difference between the scores, in points, of two groups of people.

    ``variance`` is what `variance_of_score` expects of each. The degrees of freedom
    are those of Welch and Satterthwaite.
    """
    parts = []
    for scores in (before, after):
        mean_square, df = _moderated(scores, variance, noise)
        parts.append((mean_square / len(scores), df))
    joint = _welch(parts)
    return _tested(_mean(after) - _mean(before), joint.error, joint.df)


def expect_same_people(items: float, people: int, noise: Noise) -> Expected:
    """Return what to expect of `compare_same_people` with ``people`` >= 1.

    ``items`` is the number of effective items, at least 1.
    """
    error = sqrt(variance_of_change(items, noise) / people)
    return Expected(error=max(error, _LEAST_ERROR), df=noise.prior_df + people - 1)


def expect_other_people(
    items: float, before: int, after: int, noise: Noise
) -> Expected:
    """Return what to expect of `compare_other_people` with this many people, >= 1."""
    variance = variance_of_score(items, noise)
    return _welch(
        [(variance / people, noise.prior_df + people - 1) for people in (before, after)]
    )


def error_of_mean(values: Sequence[float], variance: float, noise: Noise) -> float:
    """Return the standard error, in points, of the mean of people's scores.

    ``variance`` is what `variance_of_score` expects of each; there is at least one.
    """
    mean_square, _ = _moderated(values, variance, noise)
    return sqrt(mean_square / len(values))


def smallest_provable(
    items: float, people: int, noise: Noise, share: float = FAMILY_ERROR / 6
) -> float:
    """Return the change in points that ``people`` who return could just prove.

    ``share`` is the part of the error budget that the test gets: by default that of
    the strictest of six. Only what is assumed about noise counts here.
    """
    return expect_same_people(items, people, noise).band(share)


def chance_of_rise(tested: Tested) -> float:
    """Return the chance 0..1 that the true change is above 0.

    Posterior of a normal prior around no change, N(0, `TYPICAL_CHANGE`²).
    """
    prior, seen = TYPICAL_CHANGE**2, tested.error**2
    mean = tested.delta * prior / (prior + seen)
    spread = sqrt(prior * seen / (prior + seen))
    return (1 + erf(mean / spread / sqrt(2))) / 2


def _moderated(
    values: Sequence[float], variance: float, noise: Noise
) -> tuple[float, float]:
    """Return the variance that assumption and values agree on, and its df."""
    mean = _mean(values)
    squares = fsum((value - mean) ** 2 for value in values)
    df = noise.prior_df + len(values) - 1
    return (noise.prior_df * variance + squares) / df, df


def _welch(parts: Sequence[tuple[float, float]]) -> Expected:
    """Join the variances of two means, each with its df (Welch, Satterthwaite)."""
    least = _LEAST_ERROR**2
    parts = [(max(variance, least), df) for variance, df in parts]
    whole = fsum(variance for variance, _ in parts)
    df = whole**2 / fsum(variance**2 / own_df for variance, own_df in parts)
    return Expected(error=sqrt(whole), df=df)


def _tested(delta: float, error: float, df: float) -> Tested:
    error = max(error, _LEAST_ERROR)
    return Tested(delta=delta, error=error, df=df, p=two_sided_p(delta / error, df))


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
