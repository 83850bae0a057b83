"""What a reader finds in a PDF."""

import re
from dataclasses import replace
from itertools import compress

import pytest

from readiness.branding.model import Brand
from readiness.report.charts.draw import draw
from readiness.report.documents.model import Redaction
from readiness.report.panel_model import RespondentLine, RoleTrendLine
from readiness.report.pdf.render import render
from readiness.responses import Rated, Unknown
from tests.builders import a_capability, a_pack, a_response, a_trend, an_action
from tests.documents import demo_document, document_of, small_document
from tests.report.pdf.papers import DOCUMENTS, paper
from tests.report.pdf.reading import elements, pages, text_of


def text(name):
    return text_of(paper(name))


def test_the_cover_says_who_what_and_when():
    document = demo_document(brand=DOCUMENTS["branded"]().brand)

    cover = pages(paper("branded"))[0]

    for words in (
        document.title,
        document.report.team,
        document.report.period,
        "ACME Freight",
        "Bright Lantern",
        document.made_on_words,
        document.demo_words,
        document.footer_words,
        "Confidential",
    ):
        assert words in cover


def test_the_contents_name_the_pages_where_the_parts_are():
    all_pages = pages(paper("demo"))
    contents = all_pages[1]

    for part in ("Summary", "The trends", "People", "Findings", "Plan", "Method"):
        (number,) = re.findall(rf"{part}[ .]+(\d+)", contents)
        assert part in all_pages[int(number) - 1]


def test_heads_and_feet_run_on_every_page_after_the_cover():
    document = demo_document()
    all_pages = pages(paper("branded"))

    for number, page in enumerate(all_pages[1:], start=2):
        assert document.subject in page
        assert "ACME Freight" in page
        assert document.footer_words in page
        assert "Confidential" in page
        assert f"Page {number} of {len(all_pages)}" in page


def test_the_head_has_the_chapter_where_nobody_is_named_as_client():
    contents, *_, last = pages(paper("demo"))[1:]

    assert contents.count("Contents") == 2
    assert "Appendix: where this comes from" in last


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_page_is_empty(name):
    least = (
        len("Page 1 of 1") + 150
    )  # head and foot alone are shorter, of the small one

    for page in pages(paper(name))[1:]:
        assert len(page) > least or "None of the rules" in page


def test_scores_and_ranges_of_all_trends_and_capabilities_stand_beside_their_names():
    shown = text("demo")

    dash = "\u2013"
    trends = demo_document().report.trends
    for nodes in ([row.node for row in trends], *(row.capabilities for row in trends)):
        no_range = dash if any(node.range_words for node in nodes) else ""
        for node in nodes:
            score = dash if node.point is None else node.score_words
            told = f"{node.name} {score} {node.range_words or no_range}"
            assert told.strip() in shown


def test_a_trend_says_what_is_known_of_it_and_what_holds_it():
    shown = text("demo")

    for row in demo_document().report.trends:
        assert row.node.level_words in shown
        assert row.node.held_words in shown
        assert "; ".join(row.notes) in shown


def test_every_action_has_gain_effort_owner_and_when_it_is_done():
    shown = text("demo")

    for step in demo_document().report.steps:
        assert f"{step.number} {step.title}" in shown
        assert f"+{step.gain_words}" in shown
        assert step.effort_words in shown
        assert step.owner in shown
        assert step.why_here in shown
        assert all(criterion in shown for criterion in step.done_when)
        assert all(line.text in shown for line in step.causes)


def test_what_comes_after_the_plan_is_there_too():
    report, shown = demo_document().report, text("demo")

    assert report.later
    for step in report.later:
        told = f"{step.title} +{step.gain_words} {step.effort_words}"
        assert _joined(told) in _joined(shown)  # a line may end after a hyphen
    assert all(line.capability in shown for line in report.holds)
    for line in report.inquiries:
        assert _joined(f"{line.text} {line.words} {line.ask}") in _joined(shown)


def test_findings_say_what_they_rest_on():
    shown = text("demo")

    for finding in demo_document().report.findings:
        for words in (
            finding.severity.upper(),
            finding.name,
            finding.rationale,
            finding.action,
            finding.source,
            *finding.because,
        ):
            assert words in shown


def test_all_answers_stand_in_the_appendix_with_notes_and_evidence():
    shown = text("demo").replace("- ", "-")

    for line in demo_document().report.answers:
        assert line.text.replace("- ", "-") in shown
        assert line.answer.replace("- ", "-") in shown
        for part in (line.anchor, *line.note.split("\n")):
            assert " ".join(part.split()).replace("- ", "-") in shown
        for piece in line.evidence:
            assert _joined(piece.words) in _joined(shown)


def _is_told(cell, shown):
    """Return whether a figure, or a range in either wording, stands in a text."""
    wordings = (cell, cell.replace(" to ", " and "))
    return any(_joined(one) in _joined(shown) for one in wordings)


def _joined(words):
    return words.replace(" ", "")  # an address is broken where a line ends


def test_all_claims_stand_in_the_appendix_with_how_well_they_are_known():
    shown = _joined(text("demo"))

    for claim in demo_document().report.claims:
        for words in (claim.claim, claim.attributed, claim.known_words, claim.url):
            assert _joined(words) in shown


def test_changes_have_their_verdicts_and_history_its_figures():
    document, shown = demo_document(), text("demo")

    for line in document.changes.lines:
        scores = f"{line.old_words} {line.new_words} {line.delta_words}"
        sure = f"{line.band_words} {line.common_words} {line.verdict}"
        assert f"{line.name} {scores} {sure}" in shown
    for line in document.past.lines:
        assert f"{line.name} {' '.join(line.figures)}" in shown
        assert f"{line.name}: {line.words}" in shown


def test_people_are_shown_as_far_as_the_report_shows_them():
    shown = text("demo")

    panel = demo_document().report.panel
    for fact in (*panel.facts, *panel.details):
        assert fact.label in shown
        assert all(_joined(line) in _joined(shown) for line in fact.lines)


def test_every_chart_is_there_and_its_figures_stand_in_the_text():
    document, shown = demo_document(), text("demo")

    charts = draw(document)

    told = [figure["/Alt"] for figure in elements(paper("demo"), "Figure")]
    assert set(told) == {chart.description for chart in charts}
    for chart in charts:
        for row in chart.table.rows:
            figures = compress(row, chart.table.numeric)
            assert all(_is_told(cell, shown) for cell in figures)


def test_what_the_figures_can_say_stands_in_the_summary_and_in_the_method():
    document, shown = demo_document(), text("demo")

    for label, words in document.statements:
        assert f"{label} {words}" in shown
    for section in document.method:
        for paragraph in section.paragraphs:
            assert paragraph in shown


def test_the_logo_is_on_the_cover_with_its_text():
    for name in ("branded", "branded with PNG"):
        assert elements(paper(name), "Figure")[0]["/Alt"] == "ACME"


def test_one_trend_alone_is_not_called_several():
    trend = a_trend("ai", a_capability("pairing", actions=(an_action("pairing"),)))
    pack = a_pack(trend)
    alone = document_of(pack, a_response(pack, pairing=Rated(level=1)))

    shown = text_of(render(alone))

    assert "The trend " in shown
    assert "The trends" not in shown


def test_a_document_of_nothing_known_says_so():
    pack = a_pack(a_trend("ai", a_capability("pairing")))
    unknown = document_of(pack, a_response(pack, pairing=Unknown()))

    shown = text_of(render(unknown))

    assert "not enough known" in shown
    assert "Nothing below level 3 is known" in shown
    assert "None of the rules fires." in shown
    assert "No strength stands out" in shown


def test_who_answered_and_what_two_groups_say_is_shown_where_it_is_given():
    document = small_document()
    row = RoleTrendLine(
        id="ai", name="AI", short="AI", leaders=68, practitioners=49, gap=19, band=10,
        adjusted_p=0.01, leaders_words="68", practitioners_words="49",
        gap_words="+19", verdict="leaders see it higher", is_detectable=True, words="",
    )  # fmt: skip
    panel = demo_document().report.panel
    ana = RespondentLine(
        respondent="ana", role="leader", form="full", decided=3, asked=3,
        words="ana, leader: 3 of 3 answered",
    )  # fmt: skip
    roles = replace(panel.roles, trends=(row,))
    report = replace(document.report, who=(ana,), panel=replace(panel, roles=roles))

    shown = text_of(render(replace(document, report=report)))

    assert "AI 68 49 +19 leaders see it higher" in shown
    assert "ana, leader: 3 of 3 answered" in shown


def test_what_was_left_out_is_nowhere_and_the_foot_says_so():
    redacted = demo_document(
        brand=Brand(client="ACME Freight"), redacted=tuple(Redaction)
    )
    content = render(redacted)

    shown = text_of(content)

    assert "Harbour Freight" not in shown
    assert "ACME Freight" not in shown
    assert "Evidence:" not in shown
    (left_out,) = (said for label, said in redacted.statements if label == "Left out")
    assert shown.count(left_out) == 1
    assert all(redacted.footer_words in page for page in pages(content)[1:])


def about_one(document, **changes):
    """Return a document about its first trend only, whose score is 77."""
    row, *_ = document.report.trends
    node = replace(row.node, point=77.0, score_words="77")
    trends = (replace(row, node=node),)
    report = replace(document.report, trends=trends, headline=())
    return replace(document, report=report, lead=node, **changes)


def test_a_document_about_one_trend_shows_its_score_large_and_not_overall():
    document = about_one(demo_document())

    all_pages = pages(render(document))

    cover, _, summary, *_ = all_pages
    assert document.lead.name in cover
    assert f"{document.lead.name} 77 of 100" in summary
    assert f"{document.report.overall.score_words} of 100" not in summary


def test_the_large_score_has_its_name():
    overall = demo_document().lead

    summary = pages(paper("demo"))[2]

    assert f"{overall.name} {overall.score_words} of 100" in summary


def test_the_difference_of_the_shown_scores_says_what_it_is():
    words = demo_document().changes.split_words

    assert f"The two scores as shown: {words} (verdicts compare" in text("demo")


def test_without_causes_a_reason_is_shown_and_no_line_without_one():
    changes = replace(demo_document().changes, causes=(), split_words="not enough")

    whole = text_of(render(replace(demo_document(), changes=changes)))
    one = text_of(render(about_one(demo_document(), changes=changes)))

    assert "No split into causes: not enough." in whole
    assert "not enough." not in one
    assert "Points are those of the overall score." in one


def test_a_column_that_is_empty_throughout_is_left_out():
    document = demo_document()
    known = tuple(
        replace(row, node=replace(row.node, range_words=""), capabilities=())
        for row in document.report.trends
    )
    all_known = replace(document, report=replace(document.report, trends=known))

    assert "Trend Score Range Level Rated" in text("demo")
    assert "Trend Score Level Rated" in text_of(render(all_known))


def test_a_missing_figure_has_one_sign():
    past = demo_document().past
    lines = tuple(replace(line, figures=("--", "41")) for line in past.lines)

    shown = text_of(render(replace(demo_document(), past=replace(past, lines=lines))))

    assert f"{lines[0].name} \u2013 41" in shown


def test_short_chapters_share_their_pages():
    _, _, *inner, _ = pages(paper("demo"))

    assert len(inner) < 25
    assert min(map(len, inner)) > 900
