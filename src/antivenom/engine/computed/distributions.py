"""The error, gamma and beta functions and the test of Welch, to a relative precision of about 1e-13."""

from __future__ import annotations

import math

from antivenom.engine.computed.table import Computed, NoAnswer

_TINY = 1e-300
_STEPS = 10_000
_CLOSE = 1e-16


def gamma(value: float) -> float:
    """The gamma function; too large for a double is infinite, and NaN where it has no value."""
    try:
        return math.gamma(value)
    except (OverflowError, ValueError):
        return math.inf if value > 0 else math.nan


def log_gamma(value: float) -> float:
    """The logarithm of the absolute value of the gamma function; infinite where that has none."""
    try:
        return math.lgamma(value)
    except (OverflowError, ValueError):
        return math.inf


def beta_share(x: float, alpha: float, beta: float) -> float:
    """The cumulative beta distribution at x, alpha and beta positive; NaN outside of 0 to 1."""
    if not 0 <= x <= 1 or not alpha > 0 or not beta > 0:
        return math.nan
    if x in (0, 1):
        return float(x)
    front = math.exp(alpha * math.log(x) + beta * math.log1p(-x) - _log_beta(alpha, beta))
    if x < (alpha + 1) / (alpha + beta + 2):
        return front * _fraction(x, alpha, beta) / alpha
    return 1 - front * _fraction(1 - x, beta, alpha) / beta


def _log_beta(alpha: float, beta: float) -> float:
    return math.lgamma(alpha) + math.lgamma(beta) - math.lgamma(alpha + beta)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    made = d
    for m in range(1, _STEPS):
        if m == _STEPS - 1:
            raise NoAnswer("KQL beta distribution of parameters as large as these")
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for factor in (even, odd):
            d, c = 1 / _away(1 + factor * d), _away(1 + factor / c)
            made *= c * d
        if abs(c * d - 1) < _CLOSE * 8:
            break
    return made


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def beta_density(x: float, alpha: float, beta: float) -> float:
    """The density of the beta distribution at x, alpha and beta positive; NaN outside of 0 to 1 and at its ends."""
    if not 0 < x < 1:
        return math.nan
    return math.exp((alpha - 1) * math.log(x) + (beta - 1) * math.log1p(-x) - _log_beta(alpha, beta))


def beta_place(share: float, alpha: float, beta: float) -> float:
    """Where the cumulative beta distribution reaches a share between 0 and 1, by halving."""
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2
        reached = beta_share(middle, alpha, beta)
        if middle in (low, high) or math.isnan(reached):
            return middle
        if reached < share:
            low = middle
        else:
            high = middle


def welch(mean1: float, spread1: float, count1: float, mean2: float, spread2: float, count2: float) -> float:
    """The two-sided p-value of Welch's test; variances positive, counts at least two."""
    first, second = spread1 / count1, spread2 / count2
    freedom = (first + second) ** 2 / (first**2 / (count1 - 1) + second**2 / (count2 - 1))
    square = (mean1 - mean2) ** 2 / (first + second)
    return beta_share(freedom / (freedom + square), freedom / 2, 0.5)


_R = "DOUBLE"

ROWS = (
    Computed("kusto.gamma_of", gamma, (_R,), _R),
    Computed("kusto.loggamma_of", log_gamma, (_R,), _R),
    Computed("kusto.erf", math.erf, (_R,), _R),
    Computed("kusto.erfc", math.erfc, (_R,), _R),
    Computed("kusto.beta_share", beta_share, (_R, _R, _R), _R),
    Computed("kusto.beta_density", beta_density, (_R, _R, _R), _R),
    Computed("kusto.beta_place", beta_place, (_R, _R, _R), _R),
    Computed("kusto.welch", welch, (_R,) * 6, _R),
)
