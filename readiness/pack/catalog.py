"""Which packs ship with the program, by id."""

from pathlib import Path

from readiness.errors import NotFoundError
from readiness.pack.loader import load_pack
from readiness.pack.model import Pack
from readiness.pack.sources import PACK_FILE
from readiness.resources import questions_folder
from readiness.suggestions import did_you_mean, quoted

DEFAULT_PACK = "backend-2026"
DEMO_FILE = "demo.yaml"


def pack_ids() -> tuple[str, ...]:
    """Return the ids of the shipped packs, sorted."""
    return tuple(
        sorted(file.parent.name for file in questions_folder().glob(f"*/{PACK_FILE}"))
    )


def find_pack(pack_id: str) -> Pack:
    """Return the shipped pack with this id; raise `NotFoundError` if there is none."""
    return load_pack(_folder(pack_id))


def demo_file(pack_id: str) -> Path:
    """Return where the answers of the pack's sample team are.

    Raises `NotFoundError` if there is no such pack.
    """
    return _folder(pack_id) / DEMO_FILE


def _folder(pack_id: str) -> Path:
    ids = pack_ids()
    if pack_id in ids:
        return questions_folder() / pack_id
    raise NotFoundError(
        f"there is no pack {quoted(pack_id)}{did_you_mean(pack_id, ids)}",
        facts=(f"packs: {', '.join(ids)}",),
        tries=("readiness packs list",),
    )
