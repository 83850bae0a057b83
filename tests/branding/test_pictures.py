"""What holds for logos of every format."""

import pytest

from readiness.branding.logo import logo_of
from tests.branding.logos import a_jpeg, a_png, an_svg


def a_drawing(width, height):
    return an_svg(size=f'viewBox="0 0 {width} {height}"')


@pytest.mark.parametrize("build", [a_png, a_jpeg])
@pytest.mark.parametrize("size", [(4001, 1), (1, 60_000), (0, 1), (1, 0)])
def test_a_picture_too_large_to_unpack_is_refused(build, size):
    with pytest.raises(ValueError, match=r"pixels; it may have 1 to 4,000"):
        logo_of(build(*size), "")


@pytest.mark.parametrize("build", [a_png, a_jpeg, a_drawing])
@pytest.mark.parametrize("size", [(21, 1), (1, 21), (1, 3000)])
def test_a_picture_that_is_a_line_is_refused(build, size):
    with pytest.raises(ValueError, match="neither may be more than 20 times the other"):
        logo_of(build(*size), "")


@pytest.mark.parametrize("build", [a_png, a_jpeg, a_drawing])
@pytest.mark.parametrize("size", [(20, 1), (1, 20), (1, 1)])
def test_a_long_picture_is_a_logo(build, size):
    logo = logo_of(build(*size), "")

    assert (logo.width, logo.height) == size


def test_the_refusal_of_a_line_says_what_it_measures():
    with pytest.raises(ValueError, match=r"is 0\.001 wide and 1,000,000 high"):
        logo_of(a_drawing("0.001", "1000000"), "")
