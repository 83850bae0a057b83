from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from readiness.report.charts.heatmap import SHADES, Fill, heatmap, heatmap_of
from readiness.scoring.levels import LEVEL_NAMES
from tests.documents import demo_document
from tests.report.charts.pictures import (
    a_blank,
    a_document,
    a_node,
    all_of,
    drawn,
    texts_of,
    trends,
)


def _cells(*nodes):
    trend = a_document(a_node(50)).report.trends[0]
    return heatmap_of([replace(trend, capabilities=nodes)], LEVEL_NAMES).cells


def test_the_higher_the_level_the_darker():
    nodes = [a_node(25.0 * level, id_=f"part-{level}") for level in range(5)]

    shades = [cell.shade for cell in _cells(*nodes)]

    assert shades == list(SHADES) == sorted(set(SHADES))


def test_what_is_not_known_is_hatched_with_its_range():
    (cell,) = _cells(a_node(None, 20, 80))

    assert cell.fill is Fill.HATCHED
    assert cell.texts[1].lines == ("not enough known, 20 to 80",)


def test_what_does_not_apply_is_blank_with_a_sign():
    (cell,) = _cells(a_blank())

    assert cell.fill is Fill.BLANK
    assert cell.texts[1].lines == ("\N{EN DASH} not applicable",)


def test_a_cell_says_its_score_and_level():
    (cell,) = _cells(a_node(48))

    assert cell.fill is Fill.LEVEL
    assert cell.texts[1].lines == ("48, level 2",)


@given(st.integers(1, 14))
def test_cells_do_not_touch_and_stay_inside(number):
    boxes = [cell.box for cell in _cells(*trends(number))]

    assert all(0 < box.x < box.x + box.width < 640 for box in boxes)
    for one, other in combinations(boxes, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        assert beside or one.y + one.height < other.y


def test_the_paper_behind_letters_stays_inside_of_its_cell():
    for cell in _cells(*(replace(node, name="long " * 50) for node in trends(5))):
        box, plate = cell.box, cell.plate
        assert box.x < plate.x
        assert plate.x + plate.width < box.x + box.width
        assert box.y < plate.y
        assert plate.y + plate.height < box.y + box.height


def test_the_key_shows_only_what_is_drawn():
    plain = drawn(heatmap, a_document(a_node(50)))
    sample = drawn(heatmap, demo_document())

    assert texts_of(plain)[-5:] == [f"{n} {name}" for n, name in enumerate(LEVEL_NAMES)]
    assert texts_of(sample)[-2:] == [
        "not enough known, its range",
        "\N{EN DASH} not asked, or not applicable",
    ]
    assert not [
        one for one in all_of(plain, "rect", "track-line") if "hatch" in one.get("fill")
    ]


def test_the_table_has_every_capability_with_its_trend():
    demo = demo_document()

    table = drawn(heatmap, demo).table

    expected = [
        (node.name, trend.node.name)
        for trend in demo.report.trends
        for node in trend.capabilities
    ]
    assert [row[:2] for row in table.rows] == expected
    assert table.rows[3][2:] == ("not enough known", "23 to 73", "")
