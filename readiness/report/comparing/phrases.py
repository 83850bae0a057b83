"""One change in words: figures, verdict with its band, reason."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from readiness.comparison.results import Comparison, NodeChange, Reason, Route
from readiness.report import words
from readiness.report.comparing.model import NO_FIGURE, ChangeRow
from readiness.scoring.score import Score
from readiness.scoring.weights import ENOUGH
from readiness.uncertainty.verdicts import LEAST, Verdict

LEANING = 0.8  #: posterior chance from which a remark may be made
FULL_SCALE = 100  #: points

_REASONS = {
    Reason.NEW: ", the older quarter does not have it",
    Reason.GONE: ", the newer quarter does not have it",
    Reason.NOISE: ", only more than a whole level would show",
}
_NEEDED = "60 %"  # of a node's weight, see `readiness.scoring.weights.ENOUGH`
_CHANGED = {Verdict.IMPROVED, Verdict.DECLINED}


def change_row(change: NodeChange, comparison: Comparison) -> ChangeRow:
    """Return a node's change with its words."""
    delta, band = figures(change)
    return ChangeRow(
        change=change,
        old_words=score_words(change.old),
        new_words=score_words(change.new),
        delta_words=delta,
        band_words=band,
        common_words=words.percent(change.common),
        verdict_words=change.verdict.value,
        reason_words=reason_of(change),
        said=said(change),
        whose=whose(change, comparison),
        notes=tuple(_notes(change, comparison)),
    )


def score_words(score: Score | None) -> str:
    """Return the score as its quarter's report shows it, or `NO_FIGURE`."""
    if score is None or score.point is None or not score.is_enough:
        return NO_FIGURE
    return words.whole(score.point)


def short_periods(old: str, new: str) -> tuple[str, str]:
    """Return "Q3" and "Q4", or "25-Q4" and "26-Q4" if the quarters are the same."""
    is_clear = old[-2:] != new[-2:]
    return (old[-2:], new[-2:]) if is_clear else (old[2:], new[2:])


def figures(change: NodeChange) -> tuple[str, str]:
    """Return change and band ("+12", "±9") as precise as the verdict takes.

    Rounded to whole points, a change that was not enough may look as if it were, and
    one that just was like a tie.
    """
    if change.delta is None or change.band is None:
        return NO_FIGURE, NO_FIGURE
    delta = band = ""
    for rounded in (words.whole, words.tenth, words.exact):
        delta, band = rounded(change.delta), rounded(change.band)
        beyond = abs(Decimal(delta)) - Decimal(band)
        if beyond and (beyond > 0) is (change.verdict in _CHANGED):
            break
    return words.signed(delta), f"±{band}"


def said(change: NodeChange, since: str = "", whose: str = "") -> str:
    """Return the verdict with its band, or with its reason.

    ``since`` goes between, and whose answers it rests on comes last: "improved since
    2025-Q4 (+12, needed ±9; from 2 of 5 people)".
    """
    delta, band = figures(change)
    verdict = f"{change.verdict.value}{since and f' since {since}'}"
    band = f"{band}; {whose}" if whose else band
    match change.verdict:
        case Verdict.IMPROVED | Verdict.DECLINED:
            return f"{verdict} ({delta}, needed {band})"
        case Verdict.NO_CHANGE:
            return f"{verdict} (would have needed {band})"
        case Verdict.NOT_COMPARABLE:
            return f"{verdict}: {reason_of(change)}"
        case _:
            assert_never(change.verdict)


def reason_of(change: NodeChange) -> str:
    """Return why a node is not comparable, "" if it is."""
    if change.reason is None:
        return ""
    more = _REASONS.get(change.reason, "")
    if change.reason is Reason.LITTLE:
        more = f", {_little(change)}"
    return f"{change.reason.value}{more}"


def _little(change: NodeChange) -> str:
    """Return what there is too little of."""
    scores = (change.old, change.new)
    if None in scores:
        when = "then" if change.new else "now" if change.old else "either time"
        return f"nothing that was asked applied {when}"
    if all(score is None or score.point is None for score in scores):
        return "nothing of it is known"
    share = f"{words.whole(100 * change.common)} %"
    if round(change.common, 9) < ENOUGH:
        return f"{share} of its weight; {_NEEDED} are needed"
    return f"nobody rated {_NEEDED} of it"


def whose(change: NodeChange, comparison: Comparison) -> str:
    """Return "from 2 of 5 people" if a verdict rests on some of those who answered.

    It is "" if it rests on all who answered both times, or on both groups; that a
    single person's answers are that person's view is said to several people only. To
    the anonymous nothing is said.
    """
    people, number = comparison.people, change.people
    if change.reason is not None or number is None:
        return ""
    if comparison.route is Route.OTHER_PEOPLE:
        there = min(people.old, people.new)
        return f"from {number} of {there} people in a group" if number < there else ""
    view = "one person's view" if number == 1 < max(people.old, people.new) else ""
    if number == people.returning:
        return view
    part = f"from {number} of {people.returning} people"
    return f"{part}, {view}" if view else part


def apart(change: NodeChange) -> str:
    """Return where the shown scores tell something else than like with like, or ""."""
    if change.delta is None or NO_FIGURE in map(score_words, (change.old, change.new)):
        return ""
    old, new = (score.point or 0.0 for score in (change.old, change.new) if score)
    if abs(new - old - change.delta) < LEAST:
        return ""
    shown, like = (words.signed(words.whole(n)) for n in (new - old, change.delta))
    return (
        f"the two scores differ by {shown}, for the same questions, people and weights "
        f"by {like}"
    )


def leaning(change: NodeChange) -> str:
    """Return which way a change leans that is not detectable, "" if neither.

    Source: measurement.md, section 3.4; it is wrong for one unchanged trend in seven.
    """
    chance = change.chance_up
    if change.verdict is not Verdict.NO_CHANGE or chance is None:
        return ""
    way, sure = ("up", chance) if chance >= 1 / 2 else ("down", 1 - chance)
    if sure < LEANING:
        return ""
    share = words.whole(100 * sure)
    return f"leaning {way}, a chance of {share} %: a remark, not a verdict"


def _notes(change: NodeChange, comparison: Comparison) -> Iterator[str]:
    if change.reason is not None:
        return
    if change.is_focus:
        yield "declared beforehand: needs less"
    yield from filter(None, (whose(change, comparison), apart(change)))
    yield from _room(change)


def _room(change: NodeChange) -> Iterator[str]:
    """Yield where a score is too near an end to show a change next quarter."""
    point = change.new.point if change.new else None
    band = change.next_band
    if point is None or band is None:
        return
    if point + band > FULL_SCALE:
        yield f"too high for the next quarter to show a rise of {words.whole(band)}"
    elif point - band < 0:
        yield f"too low for the next quarter to show a fall of {words.whole(band)}"
