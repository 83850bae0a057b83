"""A range for a number of which both people and answers are missing.

The confidence interval of Imbens & Manski (2004, Econometrica 72:1845-1857) for what
is only known to lie between two bounds, each with a standard error: it widens the
bounds just so much that the true value, wherever between them it is, is covered.
"""

from statistics import NormalDist

CONFIDENCE = 0.90  #: how often the range contains what it is about
LEAST_SCORE, MOST_SCORE = 0.0, 100.0  #: points

_NORMAL = NormalDist()
_LARGEST = 10.0  # standard errors
_HALVINGS = 60
_LEAST_ERROR = 1e-9  # a pack may call its answers free of noise


def critical_width(errors: float, confidence: float = CONFIDENCE) -> float:
    """Return c with Phi(c + ``errors``) - Phi(-c) = ``confidence``.

    ``errors`` is the distance between the bounds in standard errors, 0 or more. At 0
    it is the two-sided quantile, far apart the one-sided: only one end can be wrong.
    """
    low, high = 0.0, _LARGEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        covered = _NORMAL.cdf(middle + errors) - _NORMAL.cdf(-middle)
        if covered < confidence:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def widen(
    low: float, high: float, error: float, confidence: float = CONFIDENCE
) -> tuple[float, float]:
    """Return the bounds ``low`` <= ``high``, in points, widened for their ``error``.

    Neither end leaves 0 to 100.
    """
    error = max(error, _LEAST_ERROR)
    margin = critical_width((high - low) / error, confidence) * error
    return max(LEAST_SCORE, low - margin), min(MOST_SCORE, high + margin)
