import re
from dataclasses import replace

import pytest

from readiness.branding.model import Brand, Palette
from readiness.report.charts.canvas import colours
from readiness.report.charts.draw import draw
from readiness.report.charts.model import ChartKind
from readiness.report.narrow import narrow
from tests.documents import LONG, demo_document, hostile_document, small_document
from tests.report.charts.pictures import (
    a_blank,
    a_document,
    a_node,
    a_past,
    a_past_line,
    charts_of,
    outside,
    overlaps,
    parsed,
    texts_of,
    trends,
)

KINDS = [kind.value for kind in ChartKind]
WIDE = "組織の準備状況を評価する" * 40
ODD = "\ufffe\uffff 👩‍👩‍👧‍👦 مرحبا بالعالم é́ ]]> &amp; <!-- "


@pytest.fixture(params=["sample", "hostile", "long", "wide", "odd", "small"])
def document(request):
    texts = {"long": LONG, "wide": WIDE, "odd": ODD}
    match request.param:
        case "sample":
            return demo_document()
        case "small":
            return small_document()
        case "hostile":
            return hostile_document()
        case name:
            return hostile_document(texts[name])


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_is_drawn_like_this(kind, assert_golden):
    chart = charts_of(demo_document())[kind]

    assert_golden(chart.svg, f"charts/{kind}.svg")


def test_all_six_are_drawn_of_the_sample_in_their_order():
    charts = draw(demo_document())

    assert [chart.kind for chart in charts] == list(ChartKind)


def test_the_same_document_gives_the_same_pictures():
    once, again = draw(demo_document()), draw(replace(demo_document()))

    assert once == again


def test_a_picture_is_xml_that_names_and_describes_itself(document):
    charts = draw(document)

    assert charts
    for chart in charts:
        root = parsed(chart)
        title, description = root[0], root[1]
        assert root.get("role") == "img"
        ids = f"{title.get('id')} {description.get('id')}"
        assert root.get("aria-labelledby") == ids
        assert title.text == chart.title
        assert description.text == chart.description


def test_ids_are_unique_in_a_page_that_has_all_pictures(document):
    page = "".join(chart.svg for chart in draw(document))

    ids = re.findall(r'\bid="([^"]*)"', page)

    assert len(ids) == len(set(ids))


def test_a_strict_content_policy_has_nothing_to_forbid(document):
    for chart in draw(document):
        for element in parsed(chart).iter():
            tag = element.tag.partition("}")[2]
            assert tag not in {"script", "style", "image", "use", "foreignObject", "a"}
            assert not {"style", "href", "onload"} & set(element.attrib)


def test_no_letters_stand_on_others_or_are_cut(document):
    for chart in draw(document):
        assert not overlaps(chart), chart.kind
        assert not outside(chart), chart.kind


def test_coordinates_have_one_decimal_at_most(document):
    for chart in draw(document):
        for element in parsed(chart).iter():
            for name in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width"):
                assert re.fullmatch(r"-?\d+(\.\d)?", element.get(name, "0"))


def test_what_has_a_colour_has_a_class_for_it(document):
    ink = colours(Palette())
    for chart in draw(document):
        for element in parsed(chart).iter():
            classes = element.get("class", "").split()
            for name, ending in (("fill", ""), ("stroke", "-line")):
                colour = element.get(name, "none")
                if colour.startswith("#"):
                    roles = [role for role in ink if f"{role}{ending}" in classes]
                    assert [ink[role] for role in roles] == [colour]


def test_colours_are_those_of_the_brand():
    palette = Palette(primary="#4b0082", accent="#7a3e00")

    charts = draw(demo_document(brand=Brand(palette=palette)))

    drawn = "".join(chart.svg for chart in charts)
    assert "#4b0082" in drawn
    assert "#7a3e00" in drawn
    assert Palette().primary not in drawn
    assert Palette().accent not in drawn


def test_a_table_is_complete_whatever_the_picture_cuts(document):
    for chart in draw(document):
        table = chart.table
        assert table.rows
        assert len(table.numeric) == len(table.head)
        assert {len(row) for row in table.rows} == {len(table.head)}
    names = {trend.node.name for trend in document.report.trends}
    assert names <= {row[0] for row in charts_of(document)["profile"].table.rows}


def test_a_description_says_nothing_endless():
    charts = draw(hostile_document(LONG))

    assert all(len(chart.description) < 10_000 for chart in charts)


def test_a_report_of_one_trend_has_no_overall_and_no_radar():
    demo = demo_document()
    report = narrow(demo.report, "serverless")

    charts = charts_of(replace(demo, report=report, changes=None, past=None))

    assert list(charts) == ["profile", "heatmap"]
    assert "Overall" not in texts_of(charts["profile"])
    assert charts["profile"].description.startswith(
        "A row for each score, on a scale from 0 to 100. Trend: Serverless 2.0"
    )


def test_nothing_is_drawn_of_what_nothing_was_asked_about():
    document = a_document(a_blank(), overall=a_blank(id_="overall"))

    assert draw(document) == ()


def test_where_all_is_unknown_only_ranges_and_words_are_drawn():
    unknown = [a_node(None, 0, 100, id_=f"trend-{n}") for n in range(5)]
    nothing = [a_past_line([None, None])]
    document = a_document(
        *unknown, overall=a_node(None, 0, 100, id_="overall"), past=a_past(*nothing)
    )

    charts = charts_of(document)

    assert list(charts) == ["profile", "heatmap"]
    assert texts_of(charts["profile"]).count("not enough known") == 6
    assert not overlaps(charts["profile"])


def test_many_trends_with_long_names_keep_apart():
    names = ["Platform engineering and the developers' experience " * 3] * 8
    nodes = [
        replace(node, name=name) for node, name in zip(trends(8), names, strict=True)
    ]

    charts = draw(a_document(*nodes))

    assert len(charts) == 3
    for chart in charts:
        assert not overlaps(chart)
        assert not outside(chart)
