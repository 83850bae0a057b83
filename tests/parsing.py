"""Read documents back: their text, as people see it, and every byte in them."""

import base64
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject


def text_of(ending, content):
    """Return the text of a document, each run of white space as one space."""
    return " ".join(_READERS[ending](content).split())


def all_bytes(content) -> Iterator[bytes]:
    """Yield a document's bytes as they are and unpacked: zip parts, PDF streams, URIs.

    What is packed inside of a part is unpacked too.
    """
    yield content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield archive.comment
            for name in archive.namelist():
                yield name.encode()
                yield from all_bytes(archive.read(name))
    elif content.startswith(b"%PDF"):
        yield from _pdf_streams(content)
    else:
        for uri in re.findall(rb"data:[\w/+.-]+;base64,([\w+/=]+)", content):
            yield from all_bytes(base64.b64decode(uri))


def _pdf_streams(content):
    reader = PdfReader(BytesIO(content))
    for number in range(1, len(reader.xref_objStm) + max(reader.xref[0]) + 1):
        found = reader.get_object(number)
        yield repr(found).encode()
        if isinstance(found, StreamObject):
            yield found.get_data()
    yield "\n".join(page.extract_text() for page in reader.pages).encode()


class _Shown(HTMLParser):
    """Collects the text that a browser shows."""

    hidden = frozenset({"script", "style", "template"})

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.inside = 0

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the signature is given
        self.inside += tag in self.hidden
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.inside -= tag in self.hidden
        self.parts.append(" ")

    def handle_data(self, data):
        if not self.inside:
            self.parts.append(data)


def _html(content):
    shown = _Shown()
    shown.feed(content.decode())
    shown.close()
    return "".join(shown.parts)


def _pdf(content):
    reader = PdfReader(BytesIO(content))
    return "\n".join(page.extract_text() for page in reader.pages)


def _docx(content):
    from docx import Document

    document = Document(BytesIO(content))
    nodes = document.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t",
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p",
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br",
    )
    return "".join(node.text or " " for node in nodes)


def _xlsx(content):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = (
        row
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
    )
    return "\n".join(" ".join(str(cell) for cell in row) for row in rows)


def _pptx(content):
    from pptx import Presentation

    return "\n".join(
        text
        for slide in Presentation(BytesIO(content)).slides
        for text in _slide_texts(slide)
    )


def _slide_texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if getattr(shape, "has_chart", False):
            for plot in shape.chart.plots:
                yield from map(str, plot.categories)
                yield from (str(v) for s in plot.series for v in s.values)
    yield slide.notes_slide.notes_text_frame.text


def _markdown(content):
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|~-])", r"\1", content.decode())


_READERS = {
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "pptx": _pptx,
    "md": _markdown,
}
