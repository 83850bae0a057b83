"""The file itself: no formulas, real tables, native charts, always the same bytes."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.branding.model import Brand, Fonts, Logo, LogoType, Palette
from readiness.plan.record import Status
from readiness.report.sheets.heights import MOST, height_of, lines_of
from readiness.report.sheets.render import render
from readiness.report.sheets.text import CELL, cell_text, footer_text, shortened
from readiness.responses import Rated
from tests.builders import a_capability, a_pack, a_response, a_trend
from tests.documents import (
    LONG,
    demo_document,
    document_of,
    hostile_document,
    small_document,
)
from tests.programs import find

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEETS = r"xl/worksheets/sheet\d+\.xml"
CHARTS = r"xl/charts/chart\d+\.xml"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'  # noqa: E501
FORMULAS = ["=HYPERLINK(1)", "+1", "@SUM(A1)", "-2", "{=A1}", "http://example.org"]


@pytest.fixture(scope="module")
def read(workbook):
    return workbook(demo_document())


def with_notes(document, notes):
    lines = zip(document.report.answers, notes, strict=False)
    answers = tuple(replace(line, note=note) for line, note in lines)
    return replace(document, report=replace(document.report, answers=answers))


@pytest.mark.parametrize("document", [demo_document(), hostile_document()])
def test_no_cell_and_no_table_has_a_formula(workbook, document):
    trees = workbook(document).trees(r"xl/(worksheets/sheet|tables/table)\d+\.xml")

    for tree in trees:
        for tag in ("f", "calculatedColumnFormula", "totalsRowFormula"):
            assert not list(tree.iter(MAIN + tag))


def test_what_looks_like_a_formula_a_number_or_a_link_stays_text(workbook):
    made = workbook(with_notes(demo_document(), FORMULAS))

    assert [row["Note"] for row in made.table("Answers")] == FORMULAS
    targets = b"".join(made.parts(r"xl/worksheets/_rels/.*").values())
    assert b"example.org" not in targets


def test_every_table_has_its_own_name_a_filter_and_bands(read):
    tables = read.trees(r"xl/tables/table\d+\.xml")

    names = [table.get("name") for table in tables]
    assert len(set(names)) == len(names) == 13
    for table in tables:
        assert table.find(f"{MAIN}autoFilter").get("ref") == table.get("ref")
        assert table.find(f"{MAIN}tableStyleInfo").get("showRowStripes") == "1"


def test_the_heads_stay_in_sight_and_are_repeated_on_paper(read):
    about, charts, *grids = read.trees(SHEETS)

    for sheet in (about, charts, *grids):
        setup = sheet.find(f"{MAIN}pageSetup")
        assert setup.get("orientation") == "landscape"
        assert "Self-reported" in sheet.find(f"{MAIN}headerFooter/{MAIN}oddFooter").text
    for sheet in grids:
        pane = sheet.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
        assert pane.get("state") == "frozen"
    names = read.parts(r"xl/workbook\.xml")["xl/workbook.xml"].decode()
    assert names.count("_xlnm.Print_Titles") == len(grids)


def test_status_is_chosen_from_a_list_and_due_is_a_date(read):
    plan = read.trees(SHEETS)[4]

    rules = list(plan.iter(f"{MAIN}dataValidation"))

    date, status = sorted(rules, key=lambda rule: rule.get("type"))
    assert (date.get("type"), status.get("type")) == ("date", "list")
    assert status.find(f"{MAIN}formula1").text == f'"{",".join(Status)}"'


def test_numbers_are_shown_as_the_words_round_them(read):
    styles = read.parts(r"xl/styles\.xml")["xl/styles.xml"].decode()

    for shown in ("+0.0;-0.0;0.0", "0 %", "yyyy-mm-dd"):
        assert f'formatCode="{shown}"' in styles


def test_charts_are_native_with_titles_axes_and_a_text_instead(read):
    charts = read.trees(CHARTS)
    (drawing,) = read.trees(r"xl/drawings/drawing\d+\.xml")

    assert len(charts) == 4
    for chart in charts:
        titles = ["".join(t.itertext()) for t in chart.iter(f"{CHART}title")]
        assert len(titles) >= 2
        assert all(titles)
    texts = [element.get("descr") for element in drawing.iter(f"{DRAWING}cNvPr")]
    assert "AI-native development: 39 (35 to 42)." in texts[0]
    assert "AI-native development: 23 to 39, improved (+16, needed ±7)." in texts[1]
    assert "Overall: 41, 43." in texts[2]
    assert "A1 Let one sensitive service" in texts[3]


def test_charts_refer_to_the_numbers_of_the_model(read):
    demo = demo_document()
    profile, change, history, plan = read.trees(CHARTS)

    def points(chart, series):
        found = list(chart.iter(f"{CHART}ser"))[series]
        kind = "yVal" if chart is plan else "val"
        cached = found.find(f"{CHART}{kind}/{CHART}numRef/{CHART}numCache")
        return [float(v.text) for v in cached.iter(f"{CHART}v")]

    nodes = [demo.report.overall, *(row.node for row in demo.report.trends)]
    lines = demo.changes.lines
    assert points(profile, 2) == pytest.approx([node.point for node in nodes])
    assert points(profile, 0) == pytest.approx([node.low for node in nodes])
    assert points(change, 0) == pytest.approx([line.old for line in lines])
    assert points(change, 1) == pytest.approx([line.new for line in lines])
    assert points(history, 0) == pytest.approx(demo.past.lines[0].points)
    people = demo.report.panel
    ends = [people.low, *(line.low for line in people.trends)]
    assert points(profile, 3) == pytest.approx(ends)
    for n, step in enumerate(demo.report.steps):
        assert points(plan, n) == pytest.approx([step.trend_gain])


def test_names_of_dots_in_one_place_stand_on_different_sides(workbook):
    demo = demo_document()
    steps = tuple(
        replace(step, person_weeks=2.0, trend_gain=0.01) for step in demo.report.steps
    )

    made = workbook(replace(demo, report=replace(demo.report, steps=steps[:3])))

    chart = made.trees(CHARTS)[-1]
    sides = {place.get("val") for place in chart.iter(f"{CHART}dLblPos")}
    assert sides == {"l", "t"}  # and one on the right, where names stand anyway
    (across, up) = (axis.get("val") for axis in chart.iter(f"{CHART}majorUnit"))
    assert (across, up) == ("0.5", "0.2")


def test_where_all_is_known_the_profile_shows_scores_alone(workbook):
    pack = a_pack(a_trend("ai", a_capability("pairing")))
    response = a_response(pack, pairing=Rated(level=1))

    profile = workbook(document_of(pack, response)).trees(CHARTS)[0]

    assert len(list(profile.iter(f"{CHART}ser"))) == 1
    assert not list(profile.iter(f"{CHART}barChart"))


def test_the_foot_of_paper_has_that_of_the_brand_whatever_it_is(workbook):
    for words in ("{R}&D only", "x" * 300):
        made = workbook(small_document(brand=Brand(footer=words)))

        foot = made.trees(SHEETS)[0].find(f"{MAIN}headerFooter/{MAIN}oddFooter").text
        assert words[:6].replace("&", "&&") in foot
        assert "Self-reported by 1 person" in foot
        assert len(foot) <= 255


def test_charts_and_tables_lie_apart(read):
    (drawing,) = read.trees(r"xl/drawings/drawing\d+\.xml")

    def row(anchor, end):
        return int(anchor.find(f"{DRAWING}{end}/{DRAWING}row").text)

    anchors = list(drawing.iter(f"{DRAWING}twoCellAnchor"))
    for one, other in pairwise(anchors):
        assert row(one, "to") < row(other, "from")
    columns = {int(a.find(f"{DRAWING}from/{DRAWING}col").text) for a in anchors}
    tables = [table.get("ref") for table in read.trees(r"xl/tables/table[1-4]\.xml")]
    last = max(ord(ref.partition(":")[2][0]) - ord("A") for ref in tables)
    assert min(columns) > last


def test_colours_and_fonts_are_those_of_the_brand(workbook):
    brand = Brand(
        client="ACME",
        consultant="Bright Lantern",
        footer="Confidential",
        palette=Palette(primary="#123456", accent="#654321"),
        fonts=Fonts(heading="Georgia", body="Verdana"),
    )

    made = workbook(small_document(brand=brand))

    styles = made.parts(r"xl/styles\.xml")["xl/styles.xml"].decode()
    assert "FF123456" in styles
    assert "Georgia" in styles
    assert "Verdana" in styles
    assert all("123456" in c.decode() for c in made.parts(CHARTS).values())
    for said in ("ACME", "Bright Lantern", "Confidential"):
        assert said in made.text()
    core = made.parts(r"docProps/core\.xml")["docProps/core.xml"].decode()
    assert "<dc:creator>Bright Lantern</dc:creator>" in core


def test_the_logo_stands_on_the_first_sheet_with_its_text(workbook):
    pytest.importorskip("typst")
    logo = Logo(type=LogoType.SVG, content=SVG, width=40, height=10, alt="ACME's logo")
    drawn = workbook(small_document(brand=Brand(logo=logo)))
    picture = next(iter(drawn.parts(r"xl/media/.*").values()))
    logo = replace(logo, type=LogoType.PNG, content=picture)

    given_as_it_is = workbook(small_document(brand=Brand(logo=logo)))

    assert picture.startswith(b"\x89PNG")
    assert next(iter(given_as_it_is.parts(r"xl/media/.*").values())) == picture
    for made in (drawn, given_as_it_is):
        first, _ = made.trees(r"xl/drawings/drawing\d+\.xml")
        assert next(first.iter(f"{DRAWING}cNvPr")).get("descr") == "ACME's logo"


def test_the_same_document_gives_the_same_bytes_in_another_process(read):
    code = (
        "import sys; from tests.documents import demo_document; "
        "from readiness.report.sheets.render import render; "
        "sys.stdout.buffer.write(render(demo_document()))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert ran.stdout == read.content
    assert read.times() == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_when_the_report_was_made(read):
    core = read.parts(r"docProps/core\.xml")["docProps/core.xml"].decode()

    times = set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core))

    assert {datetime.fromisoformat(t).date().isoformat() for t in times} == {
        "2026-11-23"
    }
    assert "<dc:creator>readiness</dc:creator>" in core


def test_text_of_any_length_and_kind_comes_out_as_text(workbook):
    made = workbook(hostile_document())
    longest = workbook(hostile_document(LONG))

    answers = hostile_document().report.answers
    rows = made.table("Answers")
    assert [row["Text"] for row in rows] == [line.text for line in answers]
    assert longest.table("Plan")[0]["Action"].count("long") == 2_000


def test_what_is_longer_than_a_cell_is_cut_visibly():
    text = "😀" * CELL

    cut = cell_text(text)

    assert len(cut.encode("utf-16-le")) // 2 <= CELL
    assert cut.endswith("… (cut: a cell holds 32,767 characters)")
    assert cell_text("x" * CELL) == "x" * CELL


def test_a_foot_with_many_ampersands_still_fits():
    assert footer_text("R&D", 20) == "R&&D"
    assert len(footer_text("&" * 300, 200)) <= 200


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_what_is_shortened_is_one_line_and_no_longer_than_asked(text, limit):
    shown = shortened(text, limit)

    assert len(shown.encode("utf-16-le", "surrogatepass")) // 2 <= limit
    assert "\n" not in shown


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50))
def test_any_text_that_may_come_in_is_read_back_as_it_is(workbook, text):
    made = workbook(with_notes(small_document(), [f"x{text}x"]))

    (row,) = made.table("Answers")
    assert row["Note"] == f"x{text}x"


def test_a_row_is_as_high_as_its_longest_text_asks():
    assert lines_of("", 10) == 1
    assert lines_of("five words of no length\nx", 10) == 4
    assert lines_of("数" * 10, 10) == 2
    assert height_of([]) < height_of([("x" * 100, 10)]) < MOST
    assert height_of([("x" * 10_000, 10)]) == MOST


def test_a_spreadsheet_program_opens_it(tmp_path):
    office = find("soffice")
    (tmp_path / "report.xlsx").write_bytes(render(demo_document()))

    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/office",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "report.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    assert (tmp_path / "report.pdf").stat().st_size > 10_000
