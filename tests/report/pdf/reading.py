"""Read a PDF as assistive technology, an archive and a printer do."""

from functools import cache
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@cache  # reading takes longer than making
def opened(content):
    return PdfReader(BytesIO(content))


def root(content):
    return opened(content).trailer["/Root"]


@cache
def pages(content):
    """Return the text of each page, each run of white space as one space."""
    return [" ".join(page.extract_text().split()) for page in opened(content).pages]


def text_of(content):
    """Return the text of all pages, each run of white space as one space."""
    return " ".join(pages(content))


def metadata(content):
    return root(content)["/Metadata"].get_data().decode()


def elements(content, kind):
    """Return the structure elements of a kind, such as "Figure", in reading order."""
    return [found for found in _all(content) if found.get("/S") == f"/{kind}"]


@cache
def _all(content):
    return list(_tree(root(content)["/StructTreeRoot"]))


def _tree(element):
    element = element.get_object()
    if isinstance(element, ArrayObject):
        for part in element:
            yield from _tree(part)
    elif isinstance(element, DictionaryObject):
        yield element
        if "/K" in element:
            yield from _tree(element["/K"])


def bookmarks(content):
    """Return the titles of all bookmarks, in order."""
    return list(_titles(opened(content).outline))


def _titles(outline):
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield one.title


def fonts(content):
    """Return the names of the fonts, and whether each is in the file."""
    reader = opened(content)
    objects = (
        reader.get_object(number) for number in range(1, reader.trailer["/Size"])
    )
    return {
        one["/FontName"]: any(name in one for name in _FONT_FILES)
        for one in objects
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/FontDescriptor"
    }
