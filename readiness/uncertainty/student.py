"""Student's t distribution, with nothing but the standard library.

The incomplete beta function is the continued fraction of Abramowitz & Stegun 26.5.8,
evaluated by Lentz's method.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p, pi

_TINY = 1e-300  # stands in for a denominator of zero
_TERMS = 400  # never needed: 50 do for up to 10,000 degrees of freedom
_EXACT = 1e-15
_CLOSE = 1e-13  # relative


def two_sided_p(t: float, df: float) -> float:
    """Return P(|T| >= |t|) for ``df`` > 0 degrees of freedom."""
    return _incomplete_beta(df / 2, 0.5, df / (df + t * t))


@lru_cache(maxsize=4096)
def critical(p: float, df: float) -> float:
    """Return c with P(|T| > c) = ``p``, 0 < p < 1.

    Newton's method from 0: the probability is convex, so no step goes too far.
    """
    t, steps = 0.0, 0
    while (excess := two_sided_p(t, df) - p) > _CLOSE * p and steps < _TERMS:
        t += excess / (2 * _density(t, df))
        steps += 1
    return t


def _density(t: float, df: float) -> float:
    constant = lgamma((df + 1) / 2) - lgamma(df / 2) - log(pi * df) / 2
    return exp(constant - (df + 1) / 2 * log1p(t * t / df))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):  # where the fraction converges fast
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value, factor, m = d, 0.0, 0
    while abs(factor - 1) > _EXACT and m < _TERMS:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            factor = d * c
            value *= factor
    return value


def _not_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
