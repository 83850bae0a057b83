"""The very packs that answers were given to, each in a file named by its hash."""

import json
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path

from readiness.errors import BadDataError, NotFoundError
from readiness.pack.archive import decode, encode
from readiness.pack.checks import find_flaws
from readiness.pack.model import Pack
from readiness.responses import PackRef
from readiness.store.reading import read
from readiness.store.writing import write

LIMIT = 16 * 1024 * 1024  #: bytes of an archived pack
_SHOWN = 5  # mistakes per message


def archive(folder: Path, pack: Pack) -> PackRef:
    """Keep ``pack`` in ``folder`` unless it is there; return what names it.

    Raises `CannotWriteError`. A damaged file is made whole: its name says what should
    be in it.
    """
    content = encode(pack)
    name = sha256(content).hexdigest()
    path = _path(folder, name)
    kept = None
    with suppress(BadDataError):
        kept = read(path, LIMIT)
    if kept != content:
        write(path, content)
    return PackRef(id=pack.id, version=pack.version, sha256=name)


def load(folder: Path, ref: PackRef) -> Pack:
    """Return the pack that ``ref`` names.

    Raises `NotFoundError` if it is not in ``folder``, `BadDataError` if its file is
    damaged or from a newer program, or the pack contradicts itself.
    """
    path = _path(folder, ref.sha256)
    content = read(path, LIMIT)
    if content is None:
        raise NotFoundError(
            f"the pack of these answers is not there: {ref.id} {ref.version}",
            facts=(f"looked for {path}",),
            tries=(f"copy {path.name} from the store where the answers were given",),
        )
    if sha256(content).hexdigest() != ref.sha256:
        raise BadDataError(
            f"{path} is damaged: its content does not have the hash in its name",
            tries=("copy it again from the store where the answers were given",),
        )
    try:
        pack = decode(content)
    except ValueError:
        raise BadDataError(
            f"{path} cannot be read by this version of readiness",
            tries=("pip install --upgrade team-readiness",),
        ) from None
    _check(content, path)
    return pack


def _check(content: bytes, path: Path) -> None:
    """Check what `decode` cannot see; a store may come from a stranger."""
    flaws = islice(find_flaws(json.loads(content), is_whole=True), _SHOWN)
    facts = tuple(f"{'.'.join(map(str, flaw.path))}: {flaw.text}" for flaw in flaws)
    if facts:
        raise BadDataError(
            f"{path} is no pack that answers could be given to",
            facts=facts,
            tries=("copy it again from the store where the answers were given",),
        )


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"
