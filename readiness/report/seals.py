"""A mark in a finished file that tells whether somebody has edited it since.

Text has it in its last line (`readiness.plan.document.seal`). A ZIP archive, which
DOCX, XLSX and PPTX are, has it as the comment of the archive; a PDF as a comment
before its last ``startxref``, so that no offset changes and nothing follows the end
of the file (ISO 19005-2, 6.1.3). Either is the SHA-256 of the file without it: what
saves the file anew drops the comment, what changes a byte no longer fits it.
"""

import re
from hashlib import sha256

from readiness.plan.document import seal as text_seal

_MARK = b"readiness:seal "
_PDF = b"%PDF-"
_PDF_END = b"startxref\n"
_PDF_SEAL = re.compile(
    rb"%" + _MARK + rb"([0-9a-f]{64})\n(?=startxref\n\d+\n%%EOF\s*\Z)"
)
_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"  # 22 bytes that end in the length of the comment after them
_ZIP_SEAL = re.compile(
    rb"(PK\x05\x06.{16})(?:..)" + _MARK + rb"([0-9a-f]{64})\Z", re.DOTALL
)
_NO_COMMENT = b"\x00\x00"
_TAIL = 2048  #: bytes at the end of a file that a seal is looked for in


def seal(content: str | bytes) -> bytes:
    """Return a file with its seal: HTML or Markdown as text, PDF or ZIP as bytes.

    Raises `ValueError` for other bytes.
    """
    if isinstance(content, str):
        return text_seal.seal(content).encode()
    line = _MARK + _digest(content)
    if content.startswith(_PDF) and _PDF_END in content:
        head, end, rest = content.rpartition(_PDF_END)
        return b"%b%%%b\n%b%b" % (head, line, end, rest)
    if content.startswith(_ZIP) and content.endswith(_NO_COMMENT):
        return content[:-2] + len(line).to_bytes(2, "little") + line
    raise ValueError("neither a PDF nor a ZIP archive without a comment")


def is_untouched(content: bytes) -> bool:
    """Return whether a file has a seal that fits it. Nothing in it is unpacked."""
    start = max(0, len(content) - _TAIL)
    if content.startswith(_PDF):
        found = _PDF_SEAL.search(content, start)
        bare = found and content[: found.start()] + content[found.end() :]
        return bool(found and bare and found[1] == _digest(bare))
    if content.startswith(_ZIP):
        found = _ZIP_SEAL.search(content, start)
        bare = found and content[: found.start()] + found[1] + _NO_COMMENT
        return bool(found and bare and found[2] == _digest(bare))
    try:
        return text_seal.is_untouched(content.decode())
    except UnicodeDecodeError:
        return False


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
