"""What the figures of the page are called, and what stands where there are none."""

from dataclasses import replace

import pytest

from readiness.report.html.render import render
from tests.documents import demo_document
from tests.report.html.elements import Page


def about_one(document, **changes):
    """Return a document about its first trend only."""
    row, *_ = document.report.trends
    report = replace(document.report, trends=(row,))
    return replace(document, report=report, lead=row.node, **changes)


@pytest.fixture(scope="module", name="demo")
def _demo():
    return Page.of(render(demo_document()))


def test_the_large_score_is_that_of_what_the_page_is_about():
    whole, one = demo_document(), about_one(demo_document())

    for document in (whole, one):
        (card,) = large_scores(Page.of(render(document)))
        assert card.startswith(
            f"{document.lead.name} {document.lead.score_words} of 100"
        )


def large_scores(page):
    """Return the words of all cards with a large score."""
    return [one.words for one in page.all("div") if is_card(one)]


def is_card(element):
    return element.attributes.get("class") == "score"


def test_the_difference_of_the_shown_scores_says_what_it_is(demo):
    words = demo_document().changes.split_words

    told = f"The two scores as shown: {words} (verdicts compare"
    assert told in demo.one("section", id="changes").words


def test_without_causes_a_reason_is_shown_and_no_line_without_one():
    changes = replace(demo_document().changes, causes=(), split_words="not enough")

    whole = Page.of(render(replace(demo_document(), changes=changes)))
    one = Page.of(render(about_one(demo_document(), changes=changes)))

    about_all, about_trend = (
        page.one("section", id="changes").words for page in (whole, one)
    )
    assert "No split into causes: not enough." in about_all
    assert "not enough." not in about_trend
    assert "Points are those of the overall score." in about_trend


def test_a_column_that_is_empty_throughout_is_left_out(demo):
    known = tuple(
        replace(
            row,
            node=without_range(row.node),
            capabilities=tuple(map(without_range, row.capabilities)),
        )
        for row in demo_document().report.trends
    )
    overall = without_range(demo_document().report.overall)
    report = replace(demo_document().report, overall=overall, trends=known)

    page = Page.of(render(replace(demo_document(), report=report, lead=overall)))

    assert heads(demo, "Range") == 5
    assert heads(page, "Range") == 0


def without_range(node):
    return replace(node, range_words="")


def heads(page, words):
    """Return how many columns have that head."""
    return len([one for one in page.all("th") if one.words == words])


def test_a_missing_figure_has_one_sign():
    past, changes = demo_document().past, demo_document().changes
    lines = tuple(replace(line, figures=("--", "41")) for line in past.lines)
    unlike = replace(changes.lines[0], old_words="--", delta_words="--")
    document = replace(
        demo_document(),
        past=replace(past, lines=lines),
        changes=replace(changes, lines=(unlike,)),
    )

    cells = [one.words for one in Page.of(render(document)).all("td")]

    assert "\u2013" in cells
    assert "--" not in cells
