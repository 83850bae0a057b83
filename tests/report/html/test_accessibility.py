"""No violation of WCAG 2.2 AA that axe-core can find."""

import json
from collections.abc import Callable

import pytest

from readiness.report.documents.model import Document
from readiness.report.html.render import render
from tests.documents import demo_document, small_document
from tests.report.html.pages import BRAND, sparse, unfold, window

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES: dict[str, Callable[[], Document]] = {
    "branded": lambda: sparse(demo_document(brand=BRAND)),
    "small": small_document,
}


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation_by_day_and_by_night(opened, name, width):
    with opened(render(PAGES[name]()), bypass_csp=True, **window(width)) as seen:
        unfold(seen.page)
        light = violations(seen.page)
        seen.page.emulate_media(color_scheme="dark")
        dark = violations(seen.page)

    assert (light, dark) == ([], [])


def test_axe_finds_no_violation_in_the_whole_sample(opened):
    with opened(render(demo_document()), bypass_csp=True, **window(1440)) as seen:
        assert violations(seen.page) == []


def test_axe_would_find_a_violation(opened):
    html = render(small_document()).replace('<html lang="en">', "<html>")

    with opened(html, bypass_csp=True) as seen:
        assert [rule for rule, _ in violations(seen.page)] == ["html-has-lang"]


def violations(page):
    """Return the rules that are broken, each with where."""
    from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it ships no types

    is_loaded = page.evaluate("'axe' in window")
    if not is_loaded:
        page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],
    }
    result = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return [
        (rule["id"], [node["html"] for node in rule["nodes"]])
        for rule in result["violations"]
    ]
