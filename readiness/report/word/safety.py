"""What a document may bring along: nothing that runs, nothing from elsewhere.

Word loads linked pictures, documents and frames when a document is opened, and some of
its fields start programs: a template could so tell others who reads the report, or
bring in what it likes. It is looked for in the finished document, because tags can make
fields as well, and in every part whatever it is called.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml.etree import QName, XMLParser, XMLSyntaxError, _Element, fromstring

from readiness.errors import BadDataError

#: What fields may do; every other may run something, or bring something in.
FIELDS = frozenset(
    (
        "AUTHOR",
        "DOCPROPERTY",
        "HYPERLINK",
        "NUMPAGES",
        "PAGE",
        "PAGEREF",
        "REF",
        "SECTIONPAGES",
        "SEQ",
        "STYLEREF",
        "SUBJECT",
        "TITLE",
        "TOC",
    )
)

_LINK = "hyperlink"  # it waits for a click, if one of these leads to it
_CLICKED = frozenset((_LINK, "hlinkClick", "hlinkHover"))
_ORIGIN = "attachedTemplate"  # the path of the template it was begun from
_FOREIGN = {
    "aFChunk": "another document",
    "oleObject": "an embedded object",
    "package": "an embedded document",
    "control": "a control",
    "vbaProject": "macros",
    "webextension": "an add-in",
    "webextensiontaskpanes": "an add-in",
}
_QUERY = "mailMerge"  # in the settings: addresses from a data base
# Old pictures (VML, ECMA-376 part 4) name what they show without a relationship.
_DRAWING = ("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office")
_ADDRESSES = frozenset(("src", "href", "althref"))
_WITHIN = re.compile(r"#[\w.-]*", re.ASCII)
_INNER = "{}"  # stands for a field within an instruction


def cut_origin(package: OpcPackage) -> None:
    """Take out the path of the template somebody began with, wherever it is told.

    So is what Word asks a data base when it opens the document.
    """
    for part in package.iter_parts():
        for link in tuple(part.rels.values()):
            if link.is_external and _kind(link.reltype) == _ORIGIN:
                del part.rels[link.rId]
        if isinstance(part, XmlPart):
            for told in tuple(part.element.iter("{*}" + _ORIGIN, "{*}" + _QUERY)):
                told.getparent().remove(told)


def check_content(package: OpcPackage, name: str) -> None:
    """Raise `BadDataError` for links, objects and fields that a report cannot have.

    ``name`` is what the error calls the template.
    """
    _check_links(package.rels, name)
    for part in package.iter_parts():
        _check_links(part.rels, name)
        if part.content_type.endswith("xml"):
            _check_xml(_root(part, name), part.rels, name)


def _kind(reltype: str) -> str:
    """Return the last word: the rest says which edition of the format it is of."""
    return reltype.rpartition("/")[2]


def _check_links(links: Relationships, name: str) -> None:
    for link in links.values():
        kind = _kind(link.reltype)
        if kind in _FOREIGN:
            raise BadDataError(
                f"{name} has {_FOREIGN[kind]} in it.",
                facts=(f"{kind}: {link.target_ref}",),
                tries=("delete it in Word",),
            )
        if link.is_external and kind != _LINK:
            raise _brought_in(f"{kind}: {link.target_ref}", name)


def _brought_in(fact: str, name: str) -> BadDataError:
    return BadDataError(
        f"{name} brings in something from outside the document.",
        facts=(fact,),
        tries=("in Word: File, Info, Edit Links to Files, Break Link",),
    )


def _root(part: Part, name: str) -> _Element:
    if isinstance(part, XmlPart):
        return part.element
    try:
        return fromstring(part.blob, XMLParser(resolve_entities=False))
    except XMLSyntaxError as error:
        raise BadDataError(
            f"{name} is no Word document (.docx).", facts=(str(error),)
        ) from error


def _check_xml(root: _Element, links: Relationships, name: str) -> None:
    for instruction in chain(_simple(root), _complex(root)):
        _check_field(instruction, name)
    _check_drawn(root, name)
    outside = {id_: link.target_ref for id_, link in links.items() if link.is_external}
    if outside:
        _check_clicked(root, outside, name)


def _check_drawn(root: _Element, name: str) -> None:
    """Raise `BadDataError` for an old picture that is anywhere else."""
    for element in root.iter(*(f"{{{space}}}*" for space in _DRAWING)):
        for key, value in element.items():
            told = QName(key).localname
            if told in _ADDRESSES and value.strip() and not _WITHIN.fullmatch(value):
                kind = QName(element).localname
                raise _brought_in(f"{kind}: {value}", name)


def _check_clicked(root: _Element, outside: Mapping[str, str], name: str) -> None:
    """Raise `BadDataError` where anything but a link leads to an address outside.

    Who shows a picture goes where its relationship leads, whatever kind that claims.
    """
    for element in root.iter("{*}*"):
        kind = QName(element).localname
        used = outside.keys() & set(element.values())
        if used and kind not in _CLICKED:
            raise _brought_in(f"{kind}: {outside[min(used)]}", name)


def _check_field(instruction: str, name: str) -> None:
    field = re.split(r"[\s\\]", instruction.strip(), maxsplit=1)[0].upper()
    if field not in FIELDS:
        raise BadDataError(
            f"{name} has a field that a report cannot have: {field or 'an empty one'}.",
            facts=(f"Allowed are {', '.join(sorted(FIELDS))}.",),
            tries=("in Word, Alt+F9 shows the fields: delete it",),
        )


def _simple(root: _Element) -> Iterator[str]:
    for field in root.iter("{*}fldSimple"):
        yield _attribute(field, "instr")


def _complex(root: _Element) -> Iterator[str]:
    """Yield the instructions of fields of several runs, which may be nested.

    The text of an instruction counts whatever element it is in, and whether or not the
    field has an end: Word is as generous.
    """
    begun: list[str | None] = []  # a field's instruction, or None once it is over
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}t"):
        match _attribute(element, "fldCharType"):
            case "begin":
                _told(begun, _INNER)
                begun.append("")
            case "separate" | "end" as mark if begun:
                instruction = begun.pop()
                if instruction is not None:
                    yield instruction
                if mark == "separate":
                    begun.append(None)
            case _:
                _told(begun, element.text or "")
    yield from (instruction for instruction in begun if instruction is not None)


def _told(begun: list[str | None], text: str) -> None:
    """Add to the innermost instruction that is not over."""
    if begun and begun[-1] is not None:
        begun[-1] += text


def _attribute(element: _Element, name: str) -> str:
    """Return an attribute, whichever namespace of Word's it is in, or ""."""
    named = (text for key, text in element.items() if key.rpartition("}")[2] == name)
    return next(named, "")
