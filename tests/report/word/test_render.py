from dataclasses import replace
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from readiness.branding.model import Brand
from readiness.report.word.render import render
from readiness.report.words import HORIZONS
from readiness.responses import Rated
from tests.builders import a_capability, a_pack, a_response, a_trend
from tests.documents import (
    HOSTILE,
    LONG,
    demo_document,
    document_of,
    hostile_document,
    small_document,
)
from tests.parsing import text_of
from tests.report.word.reading import cells, chapters, headings, parsed, table

NONE = "\u2013"  # in place of a figure


def header_words(parsed_document):
    return [p.text for p in parsed_document.sections[0].header.paragraphs]


def test_the_table_of_trends_has_every_score_and_range(demo):
    rows = table(demo, "Trend").rows

    assert cells(rows[0]) == ["Trend", "Score", "Range", "Level", "Rated"]
    for row, trend in zip(rows[1:], demo_document().report.trends, strict=True):
        name, score, range_words, level, _ = cells(row)
        assert name == trend.node.name
        assert score == trend.node.score_words
        assert range_words == (trend.node.range_words or NONE)
        assert level.startswith(trend.node.level_words)


def test_the_plan_has_every_action_with_its_gain_effort_and_owner(demo):
    rows = table(demo, "No.").rows[1:]

    for row, step in zip(rows, demo_document().report.steps, strict=True):
        assert cells(row) == [
            step.number,
            step.title,
            step.horizon,
            f"+{step.gain_words}",
            step.effort_words,
            step.owner,
        ]


def test_every_action_says_when_it_is_done(demo):
    details = [one for one in demo.tables if one.cell(0, 0).text == "Lifts"]

    for one, step in zip(details, demo_document().report.steps, strict=True):
        said = dict(cells(row) for row in one.rows)
        assert said["Done when"] == "\n".join(step.done_when)
        assert "First step" not in said


def test_a_first_step_stands_in_the_details_of_its_action():
    document = demo_document()
    first, *others = document.report.steps
    steps = (replace(first, first_step="Ask the mesh team."), *others)

    made = parsed(replace(document, report=replace(document.report, steps=steps)))

    assert ["First step", "Ask the mesh team."] in [
        cells(row) for one in made.tables for row in one.rows
    ]


def test_the_actions_stand_under_their_horizons_as_in_all_formats(demo):
    shown = [text for style, text in headings(demo) if style == "Heading 2"]

    assert [text for text in shown if text in HORIZONS.values()] == [*HORIZONS.values()]
    listed = [text for style, text in headings(demo) if style == "Heading 3"]
    steps = demo_document().report.steps
    assert listed == [f"{step.number} {step.title}" for step in steps]


def test_who_does_it_by_when_stands_with_the_action():
    document = demo_document()
    first, *others = document.report.steps
    steps = (replace(first, progress_words="Zoë, in progress"), *others)

    made = parsed(replace(document, report=replace(document.report, steps=steps)))

    assert cells(table(made, "No.").rows[1])[1] == f"{first.title}\nZoë, in progress"
    rows = [cells(row) for one in made.tables for row in one.rows]
    assert rows.count(["Progress", "Zoë, in progress"]) == 1
    assert ["Usually led by", first.owner] in rows


def test_what_comes_after_the_plan_has_its_gain_and_effort(demo):
    later = demo_document().report.later

    rows = [cells(row) for one in demo.tables for row in one.rows]

    assert later
    for step in later:
        title = "\n".join(filter(None, (step.title, step.solid_words)))
        assert [title, f"+{step.gain_words}", step.effort_words] in rows
    assert ("Heading 2", "After that") in headings(demo)


def test_rules_that_are_not_evaluated_are_named(demo):
    words = demo_document().report.not_evaluated_words

    assert words in [p.text for p in demo.paragraphs]


def test_what_is_to_hold_has_its_level_and_evidence(demo):
    holds = demo_document().report.holds

    rows = table(demo, "Capability").rows[1:]

    for row, line in zip(rows, holds, strict=True):
        assert cells(row) == [line.capability, line.level, "\n".join(line.evidence)]


def test_what_there_is_none_of_has_no_heading():
    document = small_document()
    report = replace(document.report, later=(), aside=(), holds=())

    shown = [text for _, text in headings(parsed(replace(document, report=report)))]

    assert not {"After that", "Settled by the team", "Hold"} & {*shown}


def test_the_score_that_it_is_about_stands_first(demo):
    overall = demo_document().report.overall

    words = f"{overall.score_words} of 100  Overall, range {overall.range_words}"

    assert words in [p.text for p in demo.paragraphs]


def of_one_trend(document):
    """Return a document as one about its first trend is: nothing says why overall."""
    changes = replace(
        document.changes, split_words="in points of the overall score", causes=()
    )
    lead = document.report.trends[0].node
    return replace(document, lead=lead, changes=changes)


def test_a_document_of_one_trend_shows_its_score_and_no_lone_words_of_overall():
    document = of_one_trend(demo_document())

    shown = [p.text for p in parsed(document).paragraphs]

    lead = document.lead
    assert any(
        text.startswith(f"{lead.score_words} of 100  {lead.name}") for text in shown
    )
    assert document.changes.split_words not in shown
    assert "Where the difference comes from" not in shown
    assert "Points are those of the overall score." in shown


def test_why_there_is_no_split_of_the_overall_score_is_said():
    document = demo_document()
    changes = replace(document.changes, split_words="too little is known", causes=())

    shown = [p.text for p in parsed(replace(document, changes=changes)).paragraphs]

    assert "too little is known" in shown


def test_a_change_stands_with_its_band_and_verdict(demo):
    changes = demo_document().changes

    rows = [cells(row) for one in demo.tables for row in one.rows]

    assert any(row[3:6] == ["Change", "Needed", "In common"] for row in rows)
    for line in changes.lines:
        said = "\n".join((line.said, *line.notes))
        assert [
            line.name,
            line.old_words,
            line.new_words,
            line.delta_words,
            line.band_words,
            line.common_words,
            said,
        ] in rows


def test_the_history_has_a_column_for_every_quarter(demo):
    past = demo_document().past
    head = ["Trend", *past.shorts, "In words"]

    shown = next(one for one in demo.tables if cells(one.rows[0]) == head)

    for row, line in zip(shown.rows[2:], past.lines, strict=True):
        assert cells(row)[:3] == [line.name, *line.figures]
        assert cells(row)[3].startswith(line.words)


def test_the_headings_are_an_outline(demo):
    assert chapters(demo) == [
        "Summary",
        "Trends",
        "What changed",
        "History",
        "People",
        "Strengths",
        "Gaps",
        "Findings",
        "Plan",
        "Find out",
        "Capabilities",
        "All answers",
        "Where this comes from",
        "What the figures can and cannot say",
    ]
    levels = [int(style[-1]) for style, _ in headings(demo)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_contents_lead_to_all_chapters_and_sections(demo):
    entries = [p for p in demo.paragraphs if p.style.name in {"toc 1", "toc 2"}]
    bookmarks = {
        mark.get(qn("w:name")): mark.getparent()
        for mark in demo.element.body.iter(qn("w:bookmarkStart"))
    }

    listed = [entry.hyperlinks[0] for entry in entries]

    assert [link.text.partition("\t")[2] for link in listed] == [
        text for style, text in headings(demo) if style in {"Heading 1", "Heading 2"}
    ]
    assert [link.text.partition("\t")[0] for link in listed][:4] == [
        "1",
        "2",
        "2.1",
        "2.2",
    ]
    assert all(bookmarks[link.fragment].text in link.text for link in listed)


def test_a_head_is_repeated_on_every_page_and_no_row_is_parted(demo):
    tables = list(demo.element.body.iter(qn("w:tbl")))

    assert len(tables) == len(demo.tables)
    for one in tables:
        has_head = next(one.iter(qn("w:tblLook"))).get(qn("w:firstRow")) == "1"
        for number, row in enumerate(one.iter(qn("w:tr"))):
            assert row.trPr.find(qn("w:cantSplit")) is not None
            repeats = row.trPr.find(qn("w:tblHeader")) is not None
            assert repeats == (has_head and number == 0)


def test_the_cover_has_the_statements_and_whose_report_it_is():
    brand = Brand(client="ACME", consultant="Bright Lantern", footer="Confidential")
    document = demo_document(brand=brand)

    made = parsed(document)

    words = [p.text for p in made.paragraphs[:8]]
    assert words[:5] == [
        "Readiness report",
        document.subject,
        "For ACME",
        "By Bright Lantern",
        "2026-11-23",
    ]
    assert document.demo_words in words
    assert [tuple(cells(row)) for row in made.tables[0].rows] == [*document.statements]


def test_every_page_says_where_its_figures_come_from():
    document = demo_document(brand=Brand(client="ACME", footer="Confidential"))

    made = parsed(document)

    section = made.sections[0]
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == f"{document.footer_words} Confidential"
    assert header_words(made) == [
        f"Readiness report, {document.subject}, for ACME",
        document.demo_words,
    ]


def test_the_pages_are_numbered(demo):
    pages = demo.sections[0].footer.part.element.iter(qn("w:fldSimple"))

    fields = [field.get(qn("w:instr")).strip() for field in pages]

    assert fields == ["PAGE", "NUMPAGES"]


def test_a_small_document_has_no_chapter_without_a_text():
    assert chapters(parsed(small_document())) == [
        "Summary",
        "Trends",
        "Strengths",
        "Gaps",
        "Findings",
        "Plan",
        "Find out",
        "Capabilities",
        "All answers",
        "What the figures can and cannot say",
    ]


def test_a_document_of_one_trend_is_whole():
    pack = a_pack(a_trend("ai", a_capability("pairing")))
    document = document_of(pack, a_response(pack, pairing=Rated(level=3)))

    made = parsed(document)

    assert cells(table(made, "Trend").rows[1])[1] == "75"
    assert document.gaps_words in [p.text for p in made.paragraphs]
    assert not document.strengths_words


def test_what_is_not_known_has_no_score():
    made = parsed(small_document())

    unknown = table(made, "Trend").rows[2]
    assert cells(unknown)[1:4] == [NONE, "0 to 100", "not enough known"]
    assert "Not enough known." in [p.text for p in made.paragraphs]


def test_a_note_keeps_its_lines():
    pack = a_pack(a_trend("ai", a_capability("pairing")))
    rated = Rated(level=1, note="Mondays.\nTuesdays.")

    made = parsed(document_of(pack, a_response(pack, pairing=rated)))

    answers = table(made, "Question").rows[1].cells[1]
    note = next(p for p in answers.paragraphs if p.style.name == "Note")
    assert note.text == "Mondays.\nTuesdays."


def test_hostile_text_stays_text():
    document = hostile_document()
    shown = text_of("docx", render(document))

    for step in document.report.steps:
        assert step.title in shown
    for line in document.report.answers:
        assert line.text in shown
    assert "{{ 7*7 }} {% raw %}" in HOSTILE
    assert "{{ 7*7 }} {% raw %}" in shown


@pytest.mark.parametrize("text", ["{_{ x }_}", "{_% x %_}", "\uffff", "a & b < c"])
def test_text_that_others_would_change_stays_as_it_is(text):
    document = replace(small_document(), subject=text)

    made = parsed(document)

    assert made.paragraphs[1].text == text.replace("\uffff", "\ufffd")


def test_texts_of_10_000_characters_are_shown_whole_and_cut_in_the_margins():
    document = hostile_document(LONG)

    made = parsed(document)

    assert made.paragraphs[0].text == document.title
    assert len(header_words(made)[0]) < 250
    assert max(len(p.text) for p in made.paragraphs if p.style.name == "toc 2") < 250


def test_the_properties_are_those_of_the_report():
    document = demo_document(brand=Brand(consultant="Bright Lantern"))

    properties = parsed(document).core_properties

    assert properties.title == f"Readiness report, {document.subject}"
    assert properties.author == properties.last_modified_by == "Bright Lantern"
    assert properties.created == properties.modified
    assert properties.created.date().isoformat() == "2026-11-23"
    assert properties.comments == document.footer_words
    assert parsed(small_document()).core_properties.author == "readiness"


def test_properties_are_cut_to_what_word_takes():
    document = replace(small_document(), subject=LONG)

    properties = parsed(document).core_properties

    assert len(properties.title) == len(properties.subject) == 255


def test_the_same_document_makes_the_same_bytes():
    assert render(small_document()) == render(small_document())
