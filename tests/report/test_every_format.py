"""What holds of all documents alike: the same figures, and text that stays text."""

import json
from io import BytesIO

import pytest
from pptx import Presentation
from python_calamine import CalamineWorkbook

from readiness.report import json as json_report
from readiness.report import markdown
from readiness.report.html.render import render as html
from readiness.report.pdf.render import render as pdf
from readiness.report.sheets.render import render as xlsx
from readiness.report.slides.render import render as pptx
from readiness.report.word.render import render as docx
from tests.documents import demo_document, hostile_document, small_document
from tests.parsing import text_of

RENDERERS = {"html": html, "pdf": pdf, "docx": docx, "xlsx": xlsx, "pptx": pptx}
TEXTS = ("html", "pdf", "docx", "pptx")
FULL = ("html", "pdf", "docx", "xlsx")  # a deck leaves the details to them


@pytest.fixture(scope="module", name="shown")
def _shown():
    """Return the text of a document in a format; each is rendered once."""
    known = {}

    def show(document, ending):
        key = (id(document), ending)
        if key not in known:
            made = RENDERERS[ending](document)
            content = made.encode() if isinstance(made, str) else made
            known[key] = text_of(ending, content)
        return known[key]

    return show


@pytest.mark.parametrize("ending", RENDERERS)
def test_every_format_states_where_its_figures_come_from(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    assert "DEMO" in text
    for _, words in document.statements:
        assert words in text
    for section in document.method:
        assert section.heading in text


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_every_text_has_the_scores_and_ranges_of_all_trends(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    for node in (document.report.overall, *(r.node for r in document.report.trends)):
        about = _what_follows(node.name, text)
        assert any(node.score_words in part for part in about), node.name
        assert any(node.range_words in part for part in about), node.name


def test_markdown_and_json_have_them_too():
    document = demo_document()
    text = text_of("md", markdown.render(document).encode())
    told = json.loads(json_report.render(document))

    for row, trend in zip(document.report.trends, told["trends"], strict=True):
        about = _what_follows(row.node.name, text)
        assert any(row.node.score_words in part for part in about)
        assert any(row.node.range_words in part for part in about)
        ends = (row.node.point, row.node.low, row.node.high)
        assert (trend["point"], trend["low"], trend["high"]) == ends
    for _, words in document.statements:
        assert words in text
        assert words in json.dumps(told, ensure_ascii=False)


def test_a_deck_has_the_scores_and_ranges_of_all_trends_in_a_chart():
    report = demo_document().report
    deck = Presentation(BytesIO(pptx(demo_document())))

    charts = [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]
    figures = {v for c in charts for p in c.plots for s in p.series for v in s.values}

    for node in (report.overall, *(row.node for row in report.trends)):
        for end in (node.point, node.low):
            assert any(v is not None and abs(v - end) < 1e-9 for v in figures), node.id


def _what_follows(name, text, length=200):
    """Return the text after each place where ``name`` stands."""
    return [part[:length] for part in text.split(name)[1:]]


def _told_of(line, text):
    """Return the text after each place where a line of changes is named."""
    return [
        part
        for name in (line.name, line.short)
        for part in _what_follows(name, text, 400)
    ]


def test_cells_of_a_workbook_have_unrounded_figures():
    document = demo_document()
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx(document)))

    cells = {
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
        if isinstance(cell, float)
    }

    report = document.report
    figures = {
        figure
        for node in (report.overall, *(row.node for row in report.trends))
        for figure in (node.point, node.low, node.high)
    } | {step.gain for step in report.steps}
    missing = [f for f in figures if not any(abs(f - cell) < 1e-9 for cell in cells)]
    assert missing == []


@pytest.mark.parametrize("ending", RENDERERS)
def test_every_format_has_the_actions_and_who_leads_them(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    for step in document.report.steps:
        assert step.title in text
        assert step.owner in text


@pytest.mark.parametrize("ending", TEXTS)  # in a workbook they are figures
def test_every_text_has_the_gain_of_every_action(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    for step in document.report.steps:
        assert step.gain_words in text


@pytest.mark.parametrize("ending", RENDERERS)
def test_every_format_says_of_every_trend_whether_it_changed(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    for line in document.changes.lines:
        about = _told_of(line, text)
        assert any(line.verdict in part for part in about), line.name


@pytest.mark.parametrize("ending", TEXTS)
def test_every_text_says_how_much_a_change_had_to_be(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    for line in document.changes.lines:
        about = _told_of(line, text)
        assert any(line.band_words in part for part in about), line.name


@pytest.mark.parametrize("ending", FULL)
def test_every_long_format_has_all_answers(shown, ending):
    document = demo_document()

    text = shown(document, ending)

    for line in document.report.answers:
        assert line.text in text
        assert " ".join(line.answer.split()) in text


@pytest.mark.parametrize("ending", RENDERERS)
def test_what_is_not_known_has_no_score_in_any_format(shown, ending):
    text = shown(small_document(), ending)

    assert "not enough known" in text


@pytest.mark.parametrize("ending", TEXTS)
def test_what_is_not_known_has_a_range_in_every_text(shown, ending):
    assert "0 to 100" in shown(small_document(), ending)


HARMLESS = (
    '<script>alert("x")</script>',
    "{{ 7*7 }}",
    "{% raw %}",
    '=HYPERLINK("http://example.org","x")',
    "#let",
    "[bold]*stars*[/oops]",
    "Ünïcödé Δ Ж",
)
OTHER_SCRIPTS = ("😀", "👩‍💻", "数字", "مرحبا")


@pytest.mark.parametrize("ending", RENDERERS)
def test_hostile_text_comes_out_as_text(shown, ending):
    text = shown(hostile_document(), ending)

    for piece in HARMLESS:
        assert piece in text


@pytest.mark.parametrize("ending", ["html", "docx", "xlsx", "pptx"])
def test_other_scripts_come_out_as_they_are_and_no_control_does(shown, ending):
    text = shown(hostile_document(), ending)

    for piece in OTHER_SCRIPTS:
        assert piece in text
    assert not set(text) & set("\x1b\u202e\u2066")


@pytest.mark.parametrize("ending", RENDERERS)
def test_ten_thousand_characters_break_no_format(shown, ending):
    text = shown(hostile_document("long " * 2_000), ending)

    assert "long long" in text


@pytest.mark.parametrize("ending", RENDERERS)
def test_the_same_document_makes_the_same_bytes(ending):
    render = RENDERERS[ending]

    assert render(demo_document()) == render(demo_document())
