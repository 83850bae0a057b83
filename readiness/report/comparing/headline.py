"""What a reader of ten seconds is told of a comparison."""

from collections.abc import Iterator

from readiness.comparison.results import Comparison, NodeChange, Route
from readiness.report import words
from readiness.report.comparing.outlook import outcome_words
from readiness.report.comparing.phrases import figures, said
from readiness.report.comparing.review import PlanReview
from readiness.uncertainty.verdicts import Verdict

PEOPLE = "People"  #: the label of the line that is true of every trend


def headline(
    comparison: Comparison, review: PlanReview | None
) -> Iterator[tuple[str, str]]:
    """Yield (label, words): the verdict of the overall score, the trends, who, plan."""
    yield "Overall", f"{_overall(comparison.overall)}; {words.SELF_REPORTED}"
    yield "Trends", "; ".join(_trends(comparison))
    yield PEOPLE, _people(comparison)
    if review is not None:
        yield "Plan", outcome_words(review.overall)


def _overall(change: NodeChange) -> str:
    if change.verdict is not Verdict.NO_CHANGE:
        return said(change)
    delta, band = figures(change)
    least = band.removeprefix("±")
    verdict = change.verdict.value
    return f"{verdict}: {delta}, a change of {least} or more would have counted"


def _trends(comparison: Comparison) -> Iterator[str]:
    """Name the trends that changed, and count those of which nothing can be said."""
    for verdict in (Verdict.IMPROVED, Verdict.DECLINED):
        for node in comparison.trends:
            if node.verdict is verdict:
                delta, band = figures(node)
                yield f"{node.short} {verdict.value} ({delta}, needed {band})"
    found = [node.verdict for node in comparison.trends]
    if none := found.count(Verdict.NO_CHANGE):
        yield f"{none} with {Verdict.NO_CHANGE.value}"
    if apart := found.count(Verdict.NOT_COMPARABLE):
        yield f"{apart} {Verdict.NOT_COMPARABLE.value}"


def _people(comparison: Comparison) -> str:
    people = comparison.people
    there = f"{people.old} then, {people.new} now"
    if comparison.route is Route.OTHER_PEOPLE:
        return (
            f"compared as two groups ({there}, {people.returning} of them both times)"
        )
    who = words.counted(people.returning, "person", "people")
    view = ": one person's view" if people.returning == 1 else ""
    return f"{who} answered both times ({there}){view}"
