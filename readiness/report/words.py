"""Numbers in words: the only place that rounds."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from readiness.pack.model import Action, ClaimStatus, Effort
from readiness.plan.steps import Gain
from readiness.report.model import StepLine
from readiness.scoring.grounds import Grounds
from readiness.scoring.levels import LEVEL_NAMES, Attained
from readiness.scoring.score import Score

NOT_ENOUGH = "not enough known"
NOT_ASKED = "not asked"
NOT_APPLICABLE = "not applicable"
SELF_REPORTED = "self-reported"
FINE = 10  #: below so many points, a gain is shown with a decimal

_WITHIN = {
    Effort.SMALL: "up to 2 weeks",
    Effort.MEDIUM: "up to 6 weeks",
    Effort.LARGE: "about a quarter",
}
HORIZONS = {  #: as headings, by what `StepLine.horizon` says
    "now": "Now: the first six weeks",
    "next": "Next: up to three months",
    "later": "Later: up to twelve months",
}
STATUS_WORDS = {
    ClaimStatus.VERIFIED: "verified",
    ClaimStatus.DIFFERS: "the source says something else",
    ClaimStatus.NOT_FOUND: "no source found",
    ClaimStatus.UNCONFIRMED: "not confirmed",
}


def without_noise(number: float) -> float:
    """Return a number without what sums of floats add beyond nine decimals.

    0.5499999999999999 is 0.55: whoever rounds it next, a number format of an office
    too, rounds the same way as the words here.
    """
    return round(number, 9)


def whole(points: float) -> str:
    """Return points as a whole number, halves up."""
    exact = Decimal(repr(without_noise(points)))
    return str(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def tenth(number: float) -> str:
    """Return a number with at most one decimal, halves up."""
    return one_decimal(number).removesuffix(".0")


def percent(share: float) -> str:
    """Return a share 0..1 as "96 %"."""
    return f"{whole(100 * share)} %"


def exact(number: float) -> str:
    """Return a number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def points_or_reason(score: Score) -> str:
    """Return the point, or why there is none."""
    return (
        whole(score.point)
        if score.is_enough and score.point is not None
        else NOT_ENOUGH
    )


def range_of(score: Score) -> str:
    """Return "52 to 63", or "" where everything is known."""
    if round(score.coverage, 9) >= 1:
        return ""
    return f"{whole(score.low)} to {whole(score.high)}"


def level_figure(attained: Attained) -> str:
    """Return "2", both ends of a range such as "1-2", or "" if not enough is known."""
    if attained.level is None:
        return ""
    if attained.low == attained.high:
        return str(attained.level)
    return f"{attained.low}-{attained.high}"


def level_of(attained: Attained) -> str:
    """Return "2 Established in part", or both ends of the range of levels."""
    if attained.level is None:
        return ""
    ends = dict.fromkeys((attained.low, attained.high))
    names = " to ".join(LEVEL_NAMES[level] for level in ends)
    return f"{level_figure(attained)} {names}"


def title_of(action: Action) -> str:
    """Return the first sentence of what to do, without its full stop."""
    return action.title


def details_of(action: Action) -> str:
    """Return what to do after the first sentence, or ""."""
    return action.do.partition(". ")[2]


def criteria_of(action: Action) -> tuple[str, ...]:
    """Return the done criteria one by one: what stands between the semicolons."""
    parts = (part.strip(" .") for part in action.done.split(";"))
    return tuple(part[:1].upper() + part[1:] for part in parts if part)


def effort_of(action: Action) -> str:
    """Return "up to 2 weeks, 3 person-weeks of work"."""
    unit = "person-week" if action.person_weeks == 1 else "person-weeks"
    return f"{_WITHIN[action.effort]}, {tenth(action.person_weeks)} {unit} of work"


def gain_of(gain: Gain) -> str:
    """Return "6 points (4 to 8)"; small gains keep a decimal."""
    figure = tenth if gain.points < FINE else whole
    low, high = figure(gain.low), figure(gain.high)
    return f"{points_in_words(gain.points)} ({low} to {high})"


def points_in_words(points: float) -> str:
    """Return "1 point", "2.5 points", "12 points"."""
    figure = tenth(points) if points < FINE else whole(points)
    return f"{figure} point" if figure == "1" else f"{figure} points"


def importance_of(stated: float) -> str:
    """Return how much a trend matters, from 1 to 3, as an adverb."""
    return ("little", "moderately", "greatly")[round(stated) - 1]


def first_step(step: StepLine) -> str:
    """Return a step with its gain and effort on one line."""
    return f"{step.title}: +{step.gain_words}, {step.effort_words}"


def grounds_of(grounds: Grounds) -> str:
    """Return how many ratings others can check, or "" if there is no rating."""
    if not grounds.ratings:
        return ""
    rest = "rests" if grounds.checkable == 1 else "rest"
    ratings = counted(grounds.ratings, "rating")
    return f"{grounds.checkable} of {ratings} {rest} on something others can check."


def joined(parts: Iterable[str]) -> str:
    """Return "a", "a and b", or "a, b and c"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return "1 answer", "2 answers"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def one_decimal(number: float) -> str:
    """Return a number with its first decimal, also if that is 0; halves up."""
    exact = Decimal(repr(without_noise(number)))
    return str(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def signed(figure: str) -> str:
    """Return a rounded number with its sign: "+12", "-7"; none for zero."""
    number = Decimal(figure)
    if not number:
        return figure.removeprefix("-")
    return figure if number < 0 else f"+{figure}"


def adding_up(parts: Sequence[float], total: Decimal) -> tuple[str, ...]:
    """Return ``parts`` with one decimal each, so that they visibly make ``total``.

    What rounding leaves over goes, a tenth at a time, to the part that it falsifies
    least; parts that are nothing stay nothing if there is any other.
    """
    tenths = [int(Decimal(one_decimal(part)) * 10) for part in parts]
    some = [n for n, part in enumerate(parts) if part] or range(len(parts))
    while left := int(total * 10) - sum(tenths):
        step = 1 if left > 0 else -1
        at = min(some, key=lambda n: abs(tenths[n] + step - 10 * parts[n]))
        tenths[at] += step
    return tuple(f"{tenth_ / 10:.1f}" for tenth_ in tenths)
