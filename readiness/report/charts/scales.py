"""From values to places, and places that keep apart.

All places are in units of the view box, rounded to a tenth, so that the same figures
draw the same picture on every machine.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From values ``low`` to ``high`` to units ``start`` to ``end``, which may fall."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of ``value``; what is beyond an end is at the end."""
        return at(self.exactly(value))

    def exactly(self, value: float) -> float:
        """Return the place of ``value`` before it is rounded."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def at(units: float) -> float:
    """Return a coordinate as it is written: to a tenth, and no negative zero."""
    return round(units, 1) + 0.0


def spread(
    wanted: Sequence[float], gap: float, low: float, high: float
) -> tuple[float, ...]:
    """Return places near ``wanted``, in the order of their sizes, ``gap`` apart.

    They are between ``low`` and ``high`` if there is room for all. Neighbours that are
    too near move apart as one block around the mean of what they want, which is the
    least sum of squares (isotonic regression: pool adjacent violators).
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    # without the gaps before it, what each wants is to be in ascending order
    levels = _ascending([wanted[n] - gap * rank for rank, n in enumerate(order)])
    last = high - gap * (len(wanted) - 1)
    places = [0.0] * len(wanted)
    for rank, (n, level) in enumerate(zip(order, levels, strict=True)):
        places[n] = at(max(min(level, last), low) + gap * rank)
    return tuple(places)


def steps_of(highest: float, most: int = 6) -> tuple[float, ...]:
    """Return 0 and equal steps up to ``highest`` (above 0) or just beyond it.

    Steps are 1, 2 or 5 times a power of ten; there are at most ``most`` after the 0.
    """
    least = highest / most
    power = 10.0 ** math.floor(math.log10(least))
    size = next(n * power for n in (1, 2, 5, 10) if n * power >= least)
    return tuple(size * n for n in range(math.ceil(round(highest / size, 9)) + 1))


def _ascending(wanted: Sequence[float]) -> list[float]:
    """Return the ascending numbers that are nearest to ``wanted``."""
    blocks: list[tuple[float, int]] = []  # mean, and how many
    for one in wanted:
        mean, count = one, 1
        while blocks and blocks[-1][0] > mean:
            before, members = blocks.pop()
            mean = (mean * count + before * members) / (count + members)
            count += members
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]
