"""What the next quarter could prove, and last quarter's plan, in sentences."""

from collections.abc import Iterable, Iterator

from readiness.comparison.results import Comparison, NodeChange
from readiness.report import words
from readiness.report.comparing.phrases import figures
from readiness.report.comparing.review import Outcome, PlanReview
from readiness.uncertainty.verdicts import WIDEST, Verdict


def outlook(comparison: Comparison) -> Iterator[str]:
    """Yield what as many people could prove next quarter, and what two more could."""
    overall = comparison.overall
    if not _is_provable(overall):
        return
    trends = [n for n in comparison.trends if n.next_band is not None]
    provable = [n for n in trends if _is_provable(n)]
    who = words.counted(comparison.people.new, "person", "people")
    now = [f"±{_widest([overall.next_band])} overall"]
    if provable:
        where = "any trend"
        if len(provable) < len(trends):
            where = f"{len(provable)} of {len(trends)} trends"
        now.insert(0, f"±{_widest(n.next_band for n in provable)} in {where}")
    yield f"With {who}, the next quarter can prove changes of {', '.join(now)}."
    groups = [those for those in (provable, [overall]) if those]
    more = (f"±{_widest(n.band_with_more for n in those)}" for those in groups)
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


def _is_provable(node: NodeChange) -> bool:
    return node.next_band is not None and node.next_band <= WIDEST


def _widest(bands: Iterable[float | None]) -> str:
    return words.whole(max(band for band in bands if band is not None))
