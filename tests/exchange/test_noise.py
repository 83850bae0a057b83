from dataclasses import replace

import pytest

from readiness.comparison.calibration import calibrate
from readiness.errors import BadDataError
from readiness.exchange.noise import read_noise, write_noise
from readiness.pack.model import Noise
from tests.comparison.twice import MAY, MOVED, STEADY, a_time

GIVEN = "item = 0.4\nshift = 0.1\n"


def mistakes_in(text):
    with pytest.raises(BadDataError) as caught:
        read_noise(text, "noise.toml")
    return (caught.value.message, *caught.value.facts)


def test_what_was_measured_is_read_again_to_four_decimals():
    up = tuple(level + 1 for level in MOVED)
    measured = calibrate(a_time(*[STEADY] * 3), a_time(MOVED, up, MOVED))

    found = read_noise(write_noise(measured), "noise.toml")

    assert found.item == pytest.approx(measured.item.value, abs=5e-5)
    assert found.shift == pytest.approx(measured.shift.value, abs=5e-5)
    assert (found.rater, found.prior_df) == (0.5, 10)


def test_the_file_says_where_its_figures_come_from():
    second = a_time(*[MOVED] * 3, at=MAY.replace(day=15))

    text = write_noise(calibrate(a_time(*[STEADY] * 3, at=MAY), second))

    assert (
        "# 3 people answered 20 questions twice, on 2026-05-01 and 2026-05-15, "
        "14 days apart.\n# 90 % of the answers were the same both times.\n"
    ) in text
    assert "another day. Measured: between 0.20 and 0.27.\nitem = 0.2294\n" in text
    assert "answers alike. Measured: between" in text
    assert "same team. Not measured: as it was assumed.\nrater = 0.5\n" in text


def test_the_file_says_what_too_few_people_could_not_tell():
    text = write_noise(calibrate(a_time(STEADY), a_time(MOVED)))

    assert "# 1 person answered 20 questions twice, on days that the answers" in text
    assert (
        "Not measured with fewer than 3 people: as it was assumed.\nshift = 0.15"
        in (text)
    )


def test_what_a_file_leaves_out_is_assumed():
    found = read_noise(f"\ufeff{GIVEN}rater = 1\n", "noise.toml")

    assert found == Noise(item=0.4, shift=0.1, rater=1)


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (
            "",
            ('noise.toml: "item" is missing', 'noise.toml: "shift" is missing'),
        ),
        (
            "# mine\nitem = 0\nshift = 9\n",
            (
                'noise.toml:2: "item" must be greater than 0, not 0',
                'noise.toml:3: "shift" must be less than or equal to 4, not 9',
            ),
        ),
        (
            "item = 1e-300\nshift = 0.1\n",
            (
                (
                    'noise.toml:1: "item" must be at least 0.05, not 1e-300: nobody '
                    "answers more steadily on another day"
                ),
            ),
        ),
        (
            "item = '0.4'\nshift = true\n",
            (
                'noise.toml:1: "item" must be a number',
                'noise.toml:2: "shift" must be a number',
            ),
        ),
        (
            "item = inf\nshift = nan\n",
            (
                'noise.toml:1: "item" must be less than or equal to 4, not inf',
                'noise.toml:2: "shift" must be less than or equal to 4, not nan',
            ),
        ),
        (
            f"{GIVEN}priordf = 10\n",
            ("noise.toml:3: there is no 'priordf', did you mean 'prior_df'?",),
        ),
        (f"{GIVEN}[noise]\nitem = 1\n", ("noise.toml:3: there is no 'noise'",)),
        ("item = \n", ("noise.toml:1:8: invalid value",)),
    ],
)
def test_every_mistake_is_named_with_its_line(text, mistakes):
    assert mistakes_in(text) == mistakes


def test_a_file_with_many_mistakes_names_the_first():
    text = "".join(f"key{n} = 1\n" for n in range(50))

    assert len(mistakes_in(text)) == 5


def test_a_number_without_end_is_not_shown_whole():
    (mistake,) = mistakes_in(f"item = {'9' * 300}\nshift = 0.1\n")

    assert len(mistake) < 150


def test_the_steadiest_people_that_can_be_measured_can_be_read_again():
    measured = calibrate(a_time(*[STEADY] * 3), a_time(*[MOVED] * 3))
    steadier = replace(measured, item=replace(measured.item, value=0.01))

    assert read_noise(write_noise(steadier), "noise.toml").item == 0.05
