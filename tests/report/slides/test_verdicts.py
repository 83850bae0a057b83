"""The title of what changed counts, so that it never depends on names."""

from dataclasses import replace

import pytest

from readiness.uncertainty.verdicts import Verdict
from tests.documents import demo_document


@pytest.fixture(scope="module")
def demo():
    return demo_document()


def with_verdicts(demo, overall, *trends):
    """Return the demo with these verdicts of overall and of its trends."""
    first, *rest = demo.changes.lines
    lines = [replace(first, verdict=overall, delta_words="+11", band_words="±6")]
    lines += [replace(a, verdict=v) for a, v in zip(rest, trends, strict=False)]
    return replace(demo, changes=replace(demo.changes, lines=tuple(lines)))


UP, DOWN, SAME = Verdict.IMPROVED, Verdict.DECLINED, Verdict.NO_CHANGE


@pytest.mark.parametrize(
    ("overall", "trends", "said"),
    [
        (
            "improved",
            (UP, UP, UP, UP, SAME),
            "4 of 5 trends improved; overall +11 (needed ±6)",
        ),
        (
            "declined",
            (UP, DOWN, DOWN),
            "2 of 3 trends declined, 1 improved; overall +11 (needed ±6)",
        ),
        (
            "no detectable change",
            (SAME, SAME, Verdict.NOT_COMPARABLE),
            (
                "No trend changed detectably, 1 not comparable; "
                "overall +11 (would have needed ±6)"
            ),
        ),
        (
            "not comparable",
            (Verdict.NOT_COMPARABLE,),
            "No trend can be compared; overall not comparable",
        ),
        ("not comparable", (DOWN,), "1 of 1 trend declined; overall not comparable"),
    ],
)
def test_the_changes_are_counted_and_what_declined_comes_first(
    demo, slides, overall, trends, said
):
    made = slides(with_verdicts(demo, overall, *trends))

    assert made.titles[2] == said


def test_a_comparison_of_the_overall_score_alone_speaks_of_it(demo, slides):
    made = slides(with_verdicts(demo, "improved"))

    assert made.titles[2] == "Overall +11 (needed ±6)"


def test_trends_alone_are_counted_without_overall(demo, slides):
    trends = demo.changes.lines[1:3]

    made = slides(replace(demo, changes=replace(demo.changes, lines=trends)))

    assert made.titles[2] == "1 of 2 trends improved"
