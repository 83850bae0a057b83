"""Which team a folder of this computer was answered for, so that nobody asks twice."""

import json
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

from readiness.errors import CannotWriteError
from readiness.settings.upward import current_folder
from readiness.store.writing import write

MOST = 200  #: folders that are remembered, the latest


def places_file() -> Path:
    """Return the file that remembers."""
    return user_state_path("readiness") / "places.json"


def team_here() -> str | None:
    """Return the id of the team that this folder was last answered for."""
    return _read().get(str(current_folder()))


def remember(team_id: str) -> None:
    """Remember the team of this folder; if that cannot be, it is asked for again."""
    here = str(current_folder())
    rest = {place: id_ for place, id_ in _read().items() if place != here}
    latest = dict([*rest.items(), (here, team_id)][-MOST:])
    text = json.dumps(latest, ensure_ascii=False, indent=1)
    with suppress(OSError, CannotWriteError):
        write(places_file(), f"{text}\n".encode(errors="surrogateescape"))


def _read() -> dict[str, str]:
    try:
        found = json.loads(places_file().read_bytes())
    except (OSError, ValueError, RecursionError):  # not there, or not ours
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {place: id_ for place, id_ in pairs if isinstance(id_, str)}
