"""The option that names a file which says how much answers vary by themselves."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.plaintext import one_line

if TYPE_CHECKING:
    from readiness.pack.model import Noise

NoiseOption = Annotated[
    Path | None,
    typer.Option(
        "--noise",
        metavar="FILE",
        help="How much answers vary by themselves, as calibrate writes it.",
    ),
]


def find_noise(path: Path | None) -> "Noise | None":
    """Return what a file says of noise, ``None`` if there is no file.

    Raises `NotFoundError`, or `BadDataError` if it says nothing of the kind.
    """
    if path is None:
        return None
    from readiness.exchange.noise import read_noise
    from readiness.pack.reader import load_bytes

    text = load_bytes(path).decode("utf-8", "replace")
    return read_noise(text, one_line(str(path)))


def name_of(path: Path | None) -> str:
    """Return what people know a file by, "" if there is none."""
    return "" if path is None else one_line(path.name)
