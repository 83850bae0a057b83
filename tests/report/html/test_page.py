"""What the page consists of, read without a browser."""

import base64
import json
import re
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from readiness.plan.document.seal import is_untouched, seal
from readiness.report import json as json_report
from readiness.report.charts.draw import draw
from readiness.report.documents.model import Redaction
from readiness.report.html.render import render
from readiness.report.panel_model import RespondentLine, RoleTrendLine
from tests.documents import demo_document, small_document
from tests.report.html.elements import Page
from tests.report.html.pages import BRAND, LOGO

ROOM = 300_000  #: bytes of the sample's page


@pytest.fixture(scope="module", name="demo")
def _demo():
    return Page.of(render(demo_document()))


def with_report(document, **changes):
    """Return a document with other parts in its report."""
    return replace(document, report=replace(document.report, **changes))


def test_the_page_of_the_sample_is_the_accepted_one(assert_golden):
    assert_golden(render(demo_document()), "report.html")


def test_the_page_stays_small_enough_to_send_around():
    assert len(render(demo_document()).encode()) < ROOM


def test_the_page_ends_with_one_newline_and_takes_a_seal():
    page = render(demo_document())

    assert re.search(r"[^\n]\n\Z", page)
    assert is_untouched(seal(page))
    assert len(Page.of(seal(page)).comments) == 1


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(demo):
    policy = demo.one("meta", **{"http-equiv": "Content-Security-Policy"})
    style, script = demo.one("style"), demo.all("script")[-1]

    allowed = dict(
        rule.strip().split(" ", 1) for rule in policy.attributes["content"].split(";")
    )

    assert allowed == {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": hash_source(style.text),
        "script-src": hash_source(script.text),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def hash_source(text):
    digest = base64.b64encode(sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def test_no_element_has_a_style_or_a_handler_of_its_own(demo):
    names = {name for one in demo.elements for name in one.attributes}

    assert "style" not in names
    assert [name for name in names if name.startswith("on")] == []


def test_the_page_names_no_address_but_those_of_sources():
    page = Page.of(render(demo_document(brand=BRAND)))

    sources = [
        one.attributes["src"] for one in page.elements if "src" in one.attributes
    ]
    links = [
        one
        for one in page.elements
        if not one.attributes.get("href", "#").startswith("#")
    ]

    assert [source[:5] for source in sources] == ["data:"]
    assert {one.tag for one in links} == {"a"}
    assert {one.attributes["rel"] for one in links} == {"noreferrer"}
    assert all(re.match("https?://", one.attributes["href"]) for one in links)


def test_headings_go_down_one_level_at_a_time(demo):
    levels = [int(one.tag[1]) for one in demo.all("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_name_that_the_page_refers_to_is_there_once(demo):
    ids = demo.ids()

    referred = [
        name
        for one in demo.elements
        for attribute in ("aria-labelledby", "aria-describedby")
        for name in one.attributes.get(attribute, "").split()
    ] + [
        one.attributes["href"][1:]
        for one in demo.all("a")
        if one.attributes["href"].startswith("#")
    ]

    assert len(ids) == len(set(ids))
    assert set(referred) <= set(ids)


def test_every_section_is_in_the_contents(demo):
    listed = {one.attributes["href"][1:] for one in demo.all("a")}

    parts = [one for one in demo.all("section") if one.attributes["class"] == "part"]

    assert len(parts) == 13
    assert {one.attributes["id"] for one in parts} <= listed


def test_every_table_has_a_caption_and_heads_that_say_what_they_head(demo):
    tables, captions = demo.all("table"), demo.all("caption")

    assert len(tables) == len(captions) > 0
    assert all(one.text for one in captions)
    scopes = {one.attributes.get("scope") for one in demo.all("th")}
    assert scopes == {"col", "row", "rowgroup"}


def test_behind_every_chart_stands_a_table_of_its_figures(demo):
    charts = {chart.title: chart for chart in draw(demo_document())}
    titles = [one.text for one in demo.all("figcaption")]

    folded = [one.text for one in demo.all("details") if "Figures of" in one.text]

    assert sorted(titles) == sorted(charts)
    for title, behind in zip(titles, folded, strict=True):
        chart = charts[title]
        for cell in (chart.table.caption, *chart.table.head, *chart.table.rows[0]):
            assert cell in behind


def test_other_programs_read_the_figures_of_the_report_out_of_the_page(demo):
    whole = json.loads(json_report.render(demo_document()))

    found = demo.data()

    in_words = {"strengths", "gaps", "claims", "method", "changes", "past"}
    in_part = {"answers", "later", "panel"}
    assert found.keys() == whole.keys() - in_words
    assert all(found[key] == whole[key] for key in found.keys() - in_part)
    for part in ("answers", "later"):
        for fewer, every in zip(found[part], whole[part], strict=True):
            assert all(fewer[key] == every[key] for key in fewer)
    ids = {line["question"] for line in found["answers"]}
    assert {one["question"] for one in whole["gaps"] + whole["strengths"]} <= ids


def test_what_is_redacted_is_in_no_part_of_the_page():
    page = render(demo_document(redacted=(Redaction.NOTES, Redaction.NAMES)))

    assert "Inside the network everything answers everybody." not in page
    assert "Harbour" not in page.replace("example.com/harbour", "")
    assert "Left out on request" in page


def test_all_that_the_report_says_in_markdown_is_on_the_page(demo):
    report = demo_document().report
    body = demo.one("body").words

    for text in (
        *(words for _, words in report.headline),
        *(finding.rationale for finding in report.findings),
        *(reason for finding in report.findings for reason in finding.because),
        *(f"it {step.why_here}." for step in report.steps),
        *(line.words for line in report.inquiries),
        *(line for fact in report.panel.facts for line in fact.lines),
        *(piece.words for line in report.answers for piece in line.evidence),
        *(claim.claim for claim in report.claims),
        *(claim.known_words for claim in report.claims),
        report.plan_words,
        report.verify_words,
        "0 Not started, 1 Exploring, 2 Established in part",
        "R12",
    ):
        assert text in body


def test_all_that_changed_is_on_the_page(demo):
    changes = demo_document().changes
    body = demo.one("body").words

    for text in (
        *(words for _, words in changes.headline),
        *(cause.words for cause in changes.causes),
        *(
            part
            for move in changes.moves
            for part in (move.question, move.was, move.now)
        ),
        *changes.remarks,
        *changes.outlook,
        changes.withheld_words,
        "▲ improved",
        "▼ declined",
    ):
        assert text in body


def test_a_report_of_one_quarter_has_no_sections_about_others():
    page = Page.of(render(small_document()))

    headings = [one.text for one in page.all("h2")]

    assert headings == [
        "At a glance", "Contents", "Trends", "Strengths", "Gaps", "Findings", "Plan",
        "Find out", "Capabilities", "Answers", "Method",
    ]  # fmt: skip


def test_what_is_not_known_has_a_range_and_no_score():
    page = Page.of(render(small_document()))

    rows = [one.words for one in page.all("tr")]

    assert "Trust \u2013 0 to 100 not enough known 0 of 2 2 don't know" in rows


def test_what_cannot_be_compared_says_why():
    changes = demo_document().changes
    unlike = replace(
        changes.lines[1],
        delta=None,
        band=None,
        verdict="not comparable",
        said="not comparable (60 % of the questions changed)",
    )
    document = replace(demo_document(), changes=replace(changes, lines=(unlike,)))

    page = render(document)

    assert "not comparable (60 % of the questions changed)" in page


def test_last_quarters_plan_and_the_forms_of_the_quarters_are_told():
    changes = replace(demo_document().changes, plan=("2 of 6 actions are done.",))
    past = replace(demo_document().past, forms=("quick", "full"))

    body = Page.of(render(replace(demo_document(), changes=changes, past=past)))

    text = body.one("main").words
    assert "Last quarter's plan 2 of 6 actions are done." in text
    assert "Form quick full" in text


def test_leaders_and_practitioners_and_who_answered_are_shown():
    row = RoleTrendLine(
        id="ai", name="AI", short="AI", leaders=68, practitioners=49, gap=19, band=9,
        adjusted_p=0.01, leaders_words="68", practitioners_words="49",
        gap_words="+19", verdict="leaders see it higher", is_detectable=True, words="",
    )  # fmt: skip
    ana = RespondentLine(
        respondent="ana", role="leader", form="full", decided=54, asked=56,
        words="ana, leader: 54 of 56 answered",
    )  # fmt: skip
    panel = demo_document().report.panel
    panel = replace(panel, roles=replace(panel.roles, trends=(row,)))

    page = Page.of(render(with_report(demo_document(), panel=panel, who=(ana,))))

    text = page.one("section", id="people").words
    assert "AI 68 49 +19 leaders see it higher" in text
    assert "Who answered ana, leader: 54 of 56 answered" in text


def test_a_step_tells_all_that_is_known_of_it():
    report = demo_document().report
    step = replace(
        report.steps[0],
        first_step="Ask Ben.",
        solid_words="first in 9 of 10 draws",
        progress_words="Zoë, in progress, due 2026-11-13: overdue",
        is_overdue=True,
    )
    settled = replace(report.steps[1], progress_words="dropped: the vendor does it")
    later = replace(report.later[0], solid_words="after the plan in 8 of 10")

    page = Page.of(
        render(
            with_report(
                demo_document(),
                steps=(step,),
                later=(later,),
                aside=(settled,),
                capacity_words="12 of 20 person-weeks are planned.",
            )
        )
    )

    text = page.one("section", id="plan").words
    assert "First step, within two weeks: Ask Ben." in text
    assert "How sure this place is first in 9 of 10 draws" in text
    assert "after the plan in 8 of 10" in text
    assert "12 of 20 person-weeks are planned." in text
    assert f"{step.title} Zoë, in progress, due 2026-11-13: overdue Gain" in text
    assert f"{settled.title} dropped: the vendor does it" in text
    assert [one.text for one in page.all("p") if is_overdue(one)] == [
        step.progress_words
    ]


def is_overdue(element):
    return "overdue" in element.attributes.get("class", "").split()


def test_why_nothing_stands_out_is_said_and_what_stays_open():
    document = with_report(demo_document(), strengths=(), gaps=())
    finding = replace(document.report.findings[0], stays_open="Stays open: accepted")
    document = with_report(document, findings=(finding,), not_evaluated_words="")
    document = replace(document, strengths_words="No strength.", gaps_words="No gap.")

    text = Page.of(render(document)).one("main").words

    assert "Strengths No strength. Gaps No gap." in text
    assert "Stays open: accepted." in text


def test_without_steps_findings_and_claims_the_page_says_so_or_is_silent():
    empty = with_report(demo_document(), steps=(), findings=(), claims=())

    page = Page.of(render(empty))

    text = page.one("main").words
    assert "Nothing below level 3 is known" in text
    assert "None of the rules fires." in text
    assert "Where this comes from" not in text


def test_a_brand_has_its_logo_its_names_and_its_colours():
    page = Page.of(render(demo_document(brand=BRAND)))

    logo, style = page.one("img").attributes, page.one("style").text
    encoded = base64.b64encode(LOGO.content).decode()

    assert logo["src"] == f"data:image/svg+xml;base64,{encoded}"
    assert logo["alt"] == 'The "ACME" anvil'
    assert "--primary: #7a1f5c" in style
    assert 'font: 1rem/1.6 "Noto Sans", system-ui' in style
    for text in ("ACME", "Bright Lantern", "Confidential"):
        assert text in page.one("body").text
    assert page.one("span", lang="de").text == "2026-11-23"


def test_the_data_of_a_team_of_nobodys_own_carries_no_demo_banner():
    assert "DEMO" not in render(small_document())
