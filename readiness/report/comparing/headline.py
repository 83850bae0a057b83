"""What a reader of ten seconds is told of a comparison."""

from collections.abc import Iterator

from readiness.comparison.results import Comparison, NodeChange, Route
from readiness.report import words
from readiness.report.comparing.outlook import outcome_words
from readiness.report.comparing.phrases import apart, figures, said, whose
from readiness.report.comparing.review import PlanReview
from readiness.uncertainty.verdicts import Verdict

PEOPLE = "People"  #: the label of the line that is true of every trend


def headline(
    comparison: Comparison, review: PlanReview | None
) -> Iterator[tuple[str, str]]:
    """Yield (label, words): the verdict of the overall score, the trends, who, plan."""
    yield "Overall", f"{_overall(comparison)}; {words.SELF_REPORTED}"
    yield "Trends", "; ".join(_trends(comparison))
    yield PEOPLE, who_compared(comparison)
    if review is not None:
        yield "Plan", outcome_words(review.overall)


def _overall(comparison: Comparison) -> str:
    change = comparison.overall
    own = whose(change, comparison)
    if change.verdict is not Verdict.NO_CHANGE:
        return said(change, whose=own)
    delta, band = figures(change)
    least = band.removeprefix("±")
    verdict = change.verdict.value
    found = f"{verdict}: {delta}, a change of {least} or more would have counted"
    return f"{found}; {own}" if own else found


def _trends(comparison: Comparison) -> Iterator[str]:
    """Name the trends that changed, and count those of which nothing can be said."""
    for verdict in (Verdict.IMPROVED, Verdict.DECLINED):
        for node in comparison.trends:
            if node.verdict is verdict:
                about = (whose(node, comparison), _against(node))
                own = "; ".join(filter(None, about))
                yield f"{node.short} {said(node, whose=own)}"
    found = [node.verdict for node in comparison.trends]
    if none := found.count(Verdict.NO_CHANGE):
        yield f"{none} with {Verdict.NO_CHANGE.value}"
    if apart := found.count(Verdict.NOT_COMPARABLE):
        yield f"{apart} {Verdict.NOT_COMPARABLE.value}"


def _against(change: NodeChange) -> str:
    """Return how the shown scores differ if it is the other way than the verdict."""
    old, new = (
        score.point if score is not None and score.is_enough else None
        for score in (change.old, change.new)
    )
    if old is None or new is None or (new - old) * (change.delta or 0.0) >= 0:
        return ""
    return apart(change)


def who_compared(comparison: Comparison) -> str:
    """Return how many answered, and both times: "5 people answered both times"."""
    people = comparison.people
    there = f"{people.old} then, {people.new} now"
    nodes = (comparison.overall, *comparison.trends)
    if all(node.verdict is Verdict.NOT_COMPARABLE for node in nodes):
        return f"{there}, {people.returning} of them both times; nothing was compared"
    if comparison.route is Route.OTHER_PEOPLE:
        return (
            f"compared as two groups ({there}, {people.returning} of them both times)"
        )
    who = words.counted(people.returning, "person", "people")
    view = ": one person's view" if people.returning == 1 else ""
    return f"{who} answered both times ({there}){view}"
