"""What the next quarter could prove, and last quarter's plan, in sentences."""

from collections.abc import Iterator
from math import sqrt

from readiness.comparison.evidence import WIDEST
from readiness.comparison.results import Comparison
from readiness.report import words
from readiness.report.comparing.phrases import figures
from readiness.report.comparing.review import Outcome, PlanReview
from readiness.uncertainty.moderated import FAMILY_ERROR
from readiness.uncertainty.student import critical
from readiness.uncertainty.verdicts import LEAST, Verdict

MORE = 2  #: people whose worth is told


def outlook(comparison: Comparison) -> Iterator[str]:
    """Yield what as many people could prove next quarter, and what two more could."""
    overall = comparison.overall.next_band
    if overall is None or overall > WIDEST:
        return
    trends = [n.next_band for n in comparison.trends if n.next_band is not None]
    provable = [band for band in trends if band <= WIDEST]
    who = words.counted(comparison.people.new, "person", "people")
    now = [f"±{words.whole(overall)} overall"]
    if provable:
        where = "any trend"
        if len(provable) < len(trends):
            where = f"{len(provable)} of {len(trends)} trends"
        now.insert(0, f"±{words.whole(max(provable))} in {where}")
    yield f"With {who}, the next quarter can prove changes of {', '.join(now)}."
    widest = [max(provable), overall] if provable else [overall]
    more = (f"±{words.whole(_with_more(band, comparison))}" for band in widest)
    yield f"Two more people make it {words.joined(more)}."


def next_command(comparison: Comparison) -> str:
    """Return what to type next: a plan for what declined most, or any plan."""
    declined = [n for n in comparison.trends if n.verdict is Verdict.DECLINED]
    if declined:
        worst = min(declined, key=lambda node: node.delta or 0.0)
        return f"readiness plan --focus {worst.id}"
    return "readiness plan -o plan.md"


def plan_sentences(review: PlanReview) -> Iterator[str]:
    """Yield what became of a plan, and its gain expected against measured."""
    counts = ", ".join(f"{n} {status.value}" for status, n in review.counts.items())
    yield f"{words.counted(review.total, 'action')}: {counts}."
    yield f"Overall: {outcome_words(review.overall)}."
    for outcome in review.trends:
        yield from trend_sentences(review, outcome.node.id)


def trend_sentences(review: PlanReview, trend_id: str) -> Iterator[str]:
    """Yield expected against measured for one trend, nothing if nothing was done."""
    for outcome in review.trends:
        if outcome.node.id == trend_id:
            yield f"{outcome.node.name}: {outcome_words(outcome)}."


def outcome_words(outcome: Outcome) -> str:
    """Return "expected +7 from the 3 actions done, measured +6 ±5", or why not."""
    delta, band = figures(outcome.node)
    measured = f"measured {delta} {band}"
    if outcome.node.delta is None:
        measured = "what was gained is not comparable"
    if not outcome.done:
        return f"no action is marked done, so nothing was expected; {measured}"
    gain = words.signed(words.whole(outcome.expected))
    done = words.counted(outcome.done, "action")
    return f"expected {gain} from the {done} done, {measured}"


def _with_more(band: float, comparison: Comparison) -> float:
    """Return the band that `MORE` people more would have; see `smallest_provable`."""
    before, tests = comparison.people.new, 1 + len(comparison.trends)
    after, prior = before + MORE, comparison.noise.prior_df
    at = [critical(FAMILY_ERROR / tests, prior + n - 1) for n in (before, after)]
    return max(LEAST, band * sqrt(before / after) * at[1] / at[0])
