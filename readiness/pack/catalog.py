"""Which packs ship with the program, by id."""

from pathlib import Path

from readiness.errors import NotFoundError
from readiness.pack.loader import load_pack
from readiness.pack.model import Pack
from readiness.pack.sources import PACK_FILE
from readiness.resources import questions_folder
from readiness.suggestions import did_you_mean, quoted

DEFAULT_PACK = "backend-2026"
DEMO_FOLDER = "demo"


def pack_ids() -> tuple[str, ...]:
    """Return the ids of the shipped packs, sorted."""
    return tuple(
        sorted(file.parent.name for file in questions_folder().glob(f"*/{PACK_FILE}"))
    )


def find_pack(pack_id: str) -> Pack:
    """Return the shipped pack with this id; raise `NotFoundError` if there is none."""
    return load_pack(_folder(pack_id))


def demo_folders(pack_id: str) -> tuple[Path, ...]:
    """Return the folders of the sample team's answers: one per period, in order.

    Raises `NotFoundError` if there is no such pack.
    """
    return tuple(sorted((_folder(pack_id) / DEMO_FOLDER).iterdir()))


def _folder(pack_id: str) -> Path:
    ids = pack_ids()
    if pack_id in ids:
        return questions_folder() / pack_id
    raise NotFoundError(
        f"there is no pack {quoted(pack_id)}{did_you_mean(pack_id, ids)}",
        facts=(f"packs: {', '.join(ids)}",),
        tries=("readiness packs list",),
    )
