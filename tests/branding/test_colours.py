import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.branding.colours import contrast, normal, readable_on
from readiness.branding.model import Palette

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_contrast_that_the_standard_names():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#767676", 4.54), ("#777777", 4.48), ("#0000ff", 8.59)]
)
def test_contrast_is_what_other_programs_count_for_well_known_colours(colour, ratio):
    assert contrast(colour, "#fff") == pytest.approx(ratio, abs=0.005)


@given(one=COLOURS, other=COLOURS)
def test_contrast_does_not_depend_on_which_of_the_two_is_the_text(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


def test_three_digits_say_the_same_as_six():
    assert normal("#0AF") == normal("#00aaff") == "#00aaff"


@pytest.mark.parametrize(
    "text", ["", "red", "#12", "#12345", "#ggg", "#fff\n", "#\uff11\uff12\uff13"]
)
def test_what_is_no_colour_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="such as"):
        normal(text)


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert readable_on("#005A82", "#ffffff") == "#005a82"


@given(colour=COLOURS, background=COLOURS)
def test_a_moved_colour_can_be_read_on_every_background(colour, background):
    moved = readable_on(colour, background)

    assert contrast(moved, background) >= 4.5


def test_a_colour_moves_no_further_than_it_must():
    moved = readable_on("#808080", "#ffffff")

    assert 4.5 <= contrast(moved, "#ffffff") < 4.7


def test_on_a_dark_background_a_colour_gets_lighter():
    moved = readable_on("#005a82", "#11161c")

    assert contrast(moved, "#000000") > contrast("#005a82", "#000000")


def test_where_nothing_contrasts_enough_the_most_there_is_comes():
    assert readable_on("#123456", "#808080", least=21) == "#000000"
    assert readable_on("#123456", "#303030", least=21) == "#ffffff"


def test_the_colours_without_a_brand_can_be_read_on_white():
    usual = Palette()

    assert contrast(usual.primary, "#ffffff") >= 4.5
    assert contrast(usual.accent, "#ffffff") >= 4.5
