"""The sample team that ships with a pack: several people, two quarters."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.comparison.results import Quarter
    from readiness.pack.model import Pack
    from readiness.responses import Response

WHOSE = "sample-leader"  #: whose answers an interview about the sample goes on with


def sample_quarters(pack_id: str | None = None) -> "tuple[Quarter, ...]":
    """Return the quarters of the sample team, the earlier first."""
    from readiness.comparison.results import Quarter
    from readiness.pack.catalog import demo_folders

    pack = _find(pack_id)
    return tuple(
        Quarter(period=folder.name, pack=pack, responses=_read_all(folder, pack))
        for folder in demo_folders(pack.id)
    )


def sample_latest(pack_id: str | None = None) -> "tuple[Pack, tuple[Response, ...]]":
    """Return a pack, the default one if none is named, and its sample's last answers.

    They are those of everybody in the sample team.
    """
    from readiness.pack.catalog import demo_folders

    pack = _find(pack_id)
    return pack, _read_all(demo_folders(pack.id)[-1], pack)


def sample_response(pack_id: str | None = None) -> "tuple[Pack, Response]":
    """Return a pack, the default one if none is named, and one person's answers."""
    pack, responses = sample_latest(pack_id)
    return pack, next(one for one in responses if one.respondent == WHOSE)


def _find(pack_id: str | None) -> "Pack":
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    return find_pack(pack_id or DEFAULT_PACK)


def _read_all(folder: "Path", pack: "Pack") -> "tuple[Response, ...]":
    from readiness.exchange.answers import read_answers

    read = (
        read_answers(file.read_text(encoding="utf-8"), file.name, pack)
        for file in sorted(folder.glob("*.yaml"))
    )
    return tuple(answers.to_response(pack) for answers in read)
