"""The sample team that ships with a pack."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.pack.model import Pack
    from readiness.responses import Response


def sample_response(pack_id: str | None = None) -> "tuple[Pack, Response]":
    """Return a pack, the default one if none is named, and its sample's answers."""
    from readiness.exchange.answers import read_answers
    from readiness.pack.catalog import DEFAULT_PACK, demo_file, find_pack

    pack = find_pack(pack_id or DEFAULT_PACK)
    path = demo_file(pack.id)
    answers = read_answers(path.read_text(encoding="utf-8"), path.name, pack)
    return pack, answers.to_response(pack)
