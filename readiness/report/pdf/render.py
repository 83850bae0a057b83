"""The report as PDF, for people, screen readers and archives."""

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import cast

from typst import Compiler, Fonts, TypstError

from readiness.report.charts.draw import draw
from readiness.report.documents.model import Document
from readiness.report.pdf.data import data_of, template
from readiness.report.typesetting.fonts import fonts

_MAIN = "main.typ"  # the name under which Typst looks for where to begin
_REFUSED = re.compile(r'(?:text|codepoint) `"(?:\\u\{([0-9a-f]+)\}|(.))"`')
_SHIPPED = "\u024f"  # the shipped fonts have all of Latin up to here

Files = Mapping[str, str]  #: texts by name


def render(document: Document) -> bytes:
    """Return the document as PDF/UA-1 and PDF/A-2a at once.

    Typst refuses to make one that is not both. The same document makes the same bytes.

    Both standards forbid text without a sign for it. What the shipped fonts and those
    of the brand lack is written as its code, "[U+1F600]". Only where words would be
    lost, those of another script, the fonts of the machine are tried before, as such
    a document could not be read at all: it is the same on the same machine only. A
    font in the folder of the brand makes it the same everywhere.

    Raises `typst.TypstError` for anything else that Typst refuses: a broken template.
    """
    files, folder = _files(document), document.brand.fonts.folder
    made_on = datetime.fromisoformat(document.report.made_on).replace(tzinfo=UTC)
    coded: frozenset[str] = frozenset()
    uses_machine = False
    while True:
        try:
            book = fonts(folder, machine=uses_machine)
            return _typeset(_with_codes(files, coded), book, made_on)
        except TypstError as error:
            refused = _refused(error) - coded
            if not refused:
                raise
            words = frozenset() if uses_machine else _of_words(refused)
            uses_machine |= bool(words)
            coded |= refused - words


def _files(document: Document) -> Files:
    # Typst parses every text it gets as markup. This one is a comment then, which is
    # quickly done; the template drops the two signs.
    data = json.dumps(data_of(document, draw(document)), ensure_ascii=False)
    return {_MAIN: template(), "data.json": f"/*{data}"}


def _typeset(files: Mapping[str, bytes], book: Fonts, made_on: datetime) -> bytes:
    # A folder in memory is not in the types of the package, only in its words.
    compiler = Compiler(cast("bytes", files), font_paths=book)
    made = compiler.compile(
        format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=made_on
    )
    return cast("bytes", made)


def _with_codes(files: Files, coded: Collection[str]) -> Mapping[str, bytes]:
    codes = {sign: f"[U+{ord(sign):04X}]" for sign in coded}
    table = str.maketrans(codes)
    told = {
        name: text.translate(table) if codes else text for name, text in files.items()
    }
    return {name: text.encode() for name, text in told.items()}


def _refused(error: TypstError) -> frozenset[str]:
    """Return the signs that no font has, or that archives forbid.

    A letter with a mark is refused as a whole: it is the mark that is missing then.
    """
    found = _REFUSED.findall(error.diagnostic)
    signs = {chr(int(code, 16)) if code else sign for code, sign in found}
    return frozenset(sign for sign in signs if sign > _SHIPPED)


def _of_words(signs: Collection[str]) -> frozenset[str]:
    """Return letters, their marks, digits and points; nothing if no letter is there."""
    if not any(map(str.isalpha, signs)):
        return frozenset()
    return frozenset(one for one in signs if unicodedata.category(one)[0] in "LMNP")
