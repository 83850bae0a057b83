"""The table of contents: the headings that a document really has.

Word fills a table of contents only when somebody asks for it, or after a question at
every opening that would frighten a client. So it is filled here, with links and without
page numbers, which only a layout knows: a field for each (PAGEREF) shows what was
written into it, in Word until somebody updates it and in LibreOffice always, so it
would be empty or wrong. In Word, F9 makes the table anew, with page numbers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

SHOWN = 200  #: characters of a heading in the contents
_LEVELS = re.compile(r'\\o\s+"(\d)-(\d)"')
_USUAL_LEVELS = (1, 3)
_DEEPEST = 9  # of the headings that Word knows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    paragraph: etree._Element
    level: int  # from 1
    number: str  # "2.1", or "" if its style has none


def fill_contents(body: etree._Element, styles: Any) -> None:  # noqa: ANN401 - docxtpl
    """Put the headings into the first table of contents of ``body``, if it has one."""
    first = next((p for p in body.iter(qn("w:p")) if _instruction(p)), None)
    if first is None:
        return
    found = _LEVELS.search(_instruction(first))
    least, most = map(int, found.groups()) if found else _USUAL_LEVELS
    ids = {f"toc {n}": "" for n in range(1, _DEEPEST + 1)}
    ids |= {style.name: style.style_id for style in styles}
    free = 1 + max((_id(mark) for mark in body.iter(qn("w:bookmarkStart"))), default=0)
    entries = [
        _entry(heading, ids[f"toc {heading.level}"], number)
        for number, heading in enumerate(_headings(body, styles), free)
        if least <= heading.level <= most
    ]
    if entries:
        _replace(first, entries)


def _instruction(paragraph: etree._Element) -> str:
    """Return the instruction of a table of contents that begins here, or ""."""
    told = ""
    for part in paragraph.iter(qn("w:instrText"), qn("w:fldChar")):
        if part.get(qn("w:fldCharType")) == "separate":
            break
        told += part.text or ""
    return told if told.split()[:1] == ["TOC"] else ""


def _id(mark: etree._Element) -> int:
    return int(mark.get(qn("w:id")))


def _headings(body: etree._Element, styles: Any) -> Iterator[_Heading]:  # noqa: ANN401
    """Yield the headings, counted as their styles number them."""
    levels = _levels(styles)
    counted = [0] * (_DEEPEST + 1)
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or style.get(qn("w:val")) not in levels:
            continue
        level, is_numbered = levels[style.get(qn("w:val"))]
        counted[level] += 1
        counted[level + 1 :] = [0] * (_DEEPEST - level)
        number = ".".join(map(str, counted[1 : level + 1])) if is_numbered else ""
        yield _Heading(paragraph=paragraph, level=level, number=number)


def _levels(styles: Any) -> Mapping[str, tuple[int, bool]]:  # noqa: ANN401 - as above
    """Return level, and whether it is numbered, by the ids of the heading styles."""
    return {
        style.style_id: (
            int(found[1]),
            style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None,
        )
        for style in styles
        if (found := re.fullmatch(r"Heading (\d)", style.name or ""))
    }


def _entry(heading: _Heading, style: str, number: int) -> etree._Element:
    """Return a line of the contents, and set the bookmark that it leads to."""
    anchor = f"_Toc{number:08}"
    begun, ended = (OxmlElement(f"w:bookmark{end}") for end in ("Start", "End"))
    for mark in (begun, ended):
        mark.set(qn("w:id"), str(number))
    begun.set(qn("w:name"), anchor)
    heading.paragraph.insert(1, begun)  # after its properties, which it has
    heading.paragraph.append(ended)

    entry = OxmlElement("w:p")
    if style:
        properties = etree.SubElement(entry, qn("w:pPr"))
        etree.SubElement(properties, qn("w:pStyle")).set(qn("w:val"), style)
    link = etree.SubElement(entry, qn("w:hyperlink"))
    link.set(qn("w:anchor"), anchor)
    if heading.number:
        _run(link, "w:t").text = heading.number
        _run(link, "w:tab")
    text = "".join(part.text or "" for part in heading.paragraph.iter(qn("w:t")))
    _run(link, "w:t").text = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
    return entry


def _run(parent: etree._Element, what: str) -> etree._Element:
    return etree.SubElement(etree.SubElement(parent, qn("w:r")), qn(what))


def _replace(first: etree._Element, entries: list[etree._Element]) -> None:
    """Put ``entries`` in place of what the field that begins in ``first`` shows.

    A field that Word has put together in another way stays as it is.
    """
    head, old = _head(first), _paragraphs(first)
    if not head or not old:
        return
    parent, at = first.getparent(), first.getparent().index(first)
    for paragraph in old:
        parent.remove(paragraph)
    for run in head:
        entries[0].insert(len(entries[0]) - 1, run)  # before the link
    _run(entries[-1], "w:fldChar").set(qn("w:fldCharType"), "end")
    parent[at:at] = entries


def _head(first: etree._Element) -> list[etree._Element]:
    """Return the runs that come before what a field shows, if all are there."""
    runs = list(first.iterchildren(qn("w:r")))
    kinds = [(_marks(run) or [""])[0] for run in runs]
    if not {"begin", "separate"} <= set(kinds):
        return []
    return runs[kinds.index("begin") : kinds.index("separate") + 1]


def _paragraphs(first: etree._Element) -> list[etree._Element]:
    """Return the paragraphs from the first to the last of a field, if it has one."""
    depth, paragraphs = 0, []
    for paragraph in (first, *first.itersiblings()):
        paragraphs.append(paragraph)
        marks = _marks(paragraph)
        depth += marks.count("begin") - marks.count("end")
        if not depth:
            return paragraphs
    return []


def _marks(element: etree._Element) -> list[str]:
    """Return the marks of fields: "begin", "separate", "end"."""
    return [mark.get(qn("w:fldCharType")) for mark in element.iter(qn("w:fldChar"))]
