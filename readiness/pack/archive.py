"""A pack as bytes: one spelling for each pack, so that its hash is its name."""

import json
from hashlib import sha256

from readiness.pack.model import Pack


def encode(pack: Pack) -> bytes:
    """Return the pack as canonical JSON (sorted keys, UTF-8, no spaces)."""
    data = pack.model_dump(mode="json")
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def decode(content: bytes) -> Pack:
    """Return the pack of what `encode` wrote; raise `ValueError` for anything else."""
    return Pack.model_validate_json(content)


def digest(pack: Pack) -> str:
    """Return the SHA-256 of `encode`, in hexadecimal."""
    return sha256(encode(pack)).hexdigest()
