"""Whose report is wanted, and how much of it."""

from pathlib import Path
from typing import NamedTuple


class Wanted(NamedTuple):
    """What the options of the command say; ``None`` where they say nothing."""

    team: str | None = None
    data_dir: Path | None = None
    trend: str | None = None
    is_anonymous: bool = False
