"""A file that says how much answers move though nothing has changed."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from readiness.comparison.calibration import ENOUGH_PEOPLE, Calibration
from readiness.comparison.occasions import Occasions
from readiness.errors import BadDataError
from readiness.pack.model import Noise
from readiness.settings.lines import find_lines, nearest
from readiness.settings.toml import parse_toml
from readiness.suggestions import did_you_mean, quoted
from readiness.uncertainty.retest import Estimate

_DIGITS = 4  # of levels: more is not known
_SHOWN = 5  # mistakes per message
LEAST_ITEM = 0.05  #: levels; less would be one answer in 400 that is a level off

_NEEDED = ("item", "shift")
_ASSUMED = "Not measured: as it was assumed."

_FILE = """\
# How much the answers of your people move though nothing has changed: standard
# deviations in levels. Use it with: readiness compare --noise FILE
#
# {people} answered {answers} questions twice, {when}.
# {identical:.0f} % of the answers were the same both times.

# One answer on another day. {of_item}
item = {item}

# A person's mood, which moves all answers alike. {of_shift}
shift = {shift}

# Another person of the same team. {assumed}
rater = {rater}

# What these figures weigh against the answers that are compared, in degrees of
# freedom. {assumed}
prior_df = {prior_df}
"""


def write_noise(calibration: Calibration) -> str:
    """Return what was measured as TOML, with comments that explain it."""
    noise = calibration.noise
    too_few = f"Not measured with fewer than {ENOUGH_PEOPLE} people: as it was assumed."
    return _FILE.format(
        people=_counted(calibration.people, "person", "people"),
        answers=calibration.items,
        when=_when(calibration.occasions),
        identical=100 * calibration.identical,
        of_item=_range_of(calibration.item),
        of_shift=_range_of(calibration.shift)
        if calibration.is_shift_measured
        else too_few,
        item=max(round(noise.item, _DIGITS), LEAST_ITEM),
        shift=round(noise.shift, _DIGITS),
        rater=noise.rater,
        prior_df=noise.prior_df,
        assumed=_ASSUMED,
    )


def read_noise(text: str, name: str) -> Noise:
    """Read such a file; ``name`` is that of the file, for messages.

    What it leaves out is what `Noise` assumes; ``item`` and ``shift`` must be there.
    Raises `BadDataError` with the line of each mistake.
    """
    said = parse_toml(text.removeprefix("\ufeff"), name)
    mistakes = tuple(_mistakes(said, text, name))
    if mistakes:
        raise BadDataError(
            mistakes[0],
            facts=mistakes[1:_SHOWN],
            tries=("readiness calibrate writes such a file",),
        )
    return Noise(**said)


def _mistakes(said: dict[str, Any], text: str, name: str) -> Iterator[str]:
    lines = find_lines(text)
    for key, value in said.items():
        if found := _mistake(key, value):
            yield f"{name}:{nearest(lines, (key,))}: {found}"
    for key in _NEEDED:
        if key not in said:
            yield f'{name}: "{key}" is missing'


def _mistake(key: str, value: object) -> str | None:
    """Return what is wrong with what the file says of a key."""
    if key not in Noise.model_fields:
        return f"there is no {quoted(key)}{did_you_mean(key, Noise.model_fields)}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f'"{key}" must be a number'
    try:
        Noise.model_validate({key: value})
    except ValidationError as error:
        wrong = error.errors()[0]["msg"].removeprefix("Input should be ")
        return f'"{key}" must be {wrong}, not {quoted(str(value), "")}'
    if key == "item" and value < LEAST_ITEM:
        return (
            f'"item" must be at least {LEAST_ITEM}, not {quoted(str(value), "")}: '
            "nobody answers more steadily on another day"
        )
    return None


def _range_of(estimate: Estimate) -> str:
    return f"Measured: between {estimate.low:.2f} and {estimate.high:.2f}."


def _when(occasions: Occasions) -> str:
    if occasions.days is None:
        return "on days that the answers do not say"
    days = _counted(occasions.days, "day", "days")
    return f"on {occasions.first} and {occasions.second}, {days} apart"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
