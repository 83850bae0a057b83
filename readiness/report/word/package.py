"""The ZIP file that a Word document is: what is let in, and how it is written."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from readiness.errors import BadDataError

MOST_BYTES = 50_000_000  #: of all parts, unpacked
MOST_PARTS = 2_000
MOST_OF_XML = 10_000_000  #: bytes of one part, which become many times as much
_MB = 1_000_000

# Before 1980 a ZIP file knows no dates; a fixed one makes the same bytes at any time.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_DAMAGED = (BadZipFile, EOFError, NotImplementedError, RuntimeError)


def check_package(content: bytes, name: str) -> None:
    """Raise `BadDataError` unless ``content`` can be unpacked, and is not too much."""
    try:
        with ZipFile(BytesIO(content)) as package:
            _check_size(package, name)
    except _DAMAGED as error:
        raise BadDataError(
            f"{name} is no Word document (.docx).", facts=(str(error),)
        ) from error


def repack(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the package with every part changed, and without dates."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w") as new:
        for part in old.namelist():
            info = ZipInfo(part, _NO_DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # whatever system it is made on
            info.external_attr = 0o644 << 16
            new.writestr(info, change(part, old.read(part)))
    return packed.getvalue()


def _check_size(package: ZipFile, name: str) -> None:
    parts = package.infolist()
    size = sum(part.file_size for part in parts)
    xml = max((p.file_size for p in parts if not _is_picture(p.filename)), default=0)
    if xml > MOST_OF_XML or size > MOST_BYTES or len(parts) > MOST_PARTS:
        raise BadDataError(
            f"{name} is too large.",
            facts=(
                f"It has {len(parts)} parts, unpacked {size // _MB} MB.",
                f"Allowed are {MOST_PARTS} parts and {MOST_BYTES // _MB} MB.",
                f"One that is no picture and no font has {xml // _MB} MB.",
                f"Allowed are {MOST_OF_XML // _MB} MB for such a part.",
            ),
        )


def _is_picture(part: str) -> bool:
    """Return whether a part is a picture or a font by its place."""
    return part.startswith(("word/media/", "word/fonts/"))
