"""The ZIP file that a Word document is: what is let in, and how it is written."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml.etree import XMLParser, XMLSyntaxError, fromstring

from readiness.errors import BadDataError

MOST_BYTES = 50_000_000  #: of all parts, unpacked
MOST_PARTS = 2_000
_MB = 1_000_000

# Before 1980 a ZIP file knows no dates; a fixed one makes the same bytes at any time.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
# A link waits for a click; the path of the template it was made from is cut out below.
_HARMLESS = ("/hyperlink", "/attachedTemplate")
_DAMAGED = (BadZipFile, EOFError, NotImplementedError, RuntimeError, XMLSyntaxError)
_MADE_FROM = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
_MADE_FROM_LINK = re.compile(rb"""<Relationship\s[^>]*/attachedTemplate["'][^>]*/>""")


def check_package(content: bytes, name: str) -> None:
    """Raise `BadDataError` unless ``content`` is safe to open as a Word document.

    Word loads linked pictures, documents and frames when a document is opened: a
    template could so tell others who reads the report, or bring in what it likes.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            _check_size(package, name)
            links = [part for part in package.namelist() if part.endswith(".rels")]
            for part in links:
                _check_links(package.read(part), name)
    except _DAMAGED as error:
        raise BadDataError(
            f"{name} is no Word document (.docx).", facts=(str(error),)
        ) from error


def repack(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the package with every part changed, without dates and origins."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w") as new:
        for part in old.namelist():
            info = ZipInfo(part, _NO_DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # whatever system it is made on
            info.external_attr = 0o644 << 16
            new.writestr(info, change(part, _without_origin(part, old.read(part))))
    return packed.getvalue()


def _check_size(package: ZipFile, name: str) -> None:
    parts = package.infolist()
    size = sum(part.file_size for part in parts)
    if size > MOST_BYTES or len(parts) > MOST_PARTS:
        raise BadDataError(
            f"{name} is too large.",
            facts=(
                f"It has {len(parts)} parts, unpacked {size // _MB} MB.",
                f"Allowed are {MOST_PARTS} parts and {MOST_BYTES // _MB} MB.",
            ),
        )


def _check_links(relationships: bytes, name: str) -> None:
    for link in fromstring(relationships, XMLParser(resolve_entities=False)):
        kind, target = link.get("Type", ""), link.get("Target", "")
        if link.get("TargetMode") == "External" and not kind.endswith(_HARMLESS):
            raise BadDataError(
                f"{name} brings in something from outside the document.",
                facts=(f"{kind.rpartition('/')[2]}: {target}",),
                tries=("in Word: File, Info, Edit Links to Files, Break Link",),
            )


def _without_origin(part: str, xml: bytes) -> bytes:
    """Return a part without the path of the template somebody began with in Word."""
    match part:
        case "word/settings.xml":
            return _MADE_FROM.sub(b"", xml)
        case "word/_rels/settings.xml.rels":
            return _MADE_FROM_LINK.sub(b"", xml)
        case _:
            return xml
