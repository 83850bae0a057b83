"""A Word document with Jinja2 tags, filled in by docxtpl."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx.exceptions import PythonDocxError
from docx.shared import Emu
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from readiness.errors import BadDataError
from readiness.report.documents.model import Document
from readiness.report.word.contents import fill_contents
from readiness.report.word.mending import mend
from readiness.report.word.mistakes import OF_TAGS, Missing, explain
from readiness.report.word.safety import check_content, cut_origin

PROPERTY = 255  #: characters that a property of a document may have
_DEFAULT_WIDTH = 6_120_000  # 17 cm, where a template does not say
_MAKER = "readiness"
_BY_CHANCE = "random"  # a filter: the same input gives the same document
_FILLER = "lipsum"  # likewise, a function
_UNREADABLE = (PythonDocxError, BadZipFile, KeyError, ValueError, etree.LxmlError)

# What XML cannot say: no text of ours has it, but what people paste might.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_ON_A_LINE = re.compile(r"\n<w:p([ >])")


class Template(DocxTemplate):  # type: ignore[misc] # docxtpl has no types
    """A template whose tags are sandboxed and whose mistakes are told as such."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open the document in ``content``; raise `BadDataError` if it is none."""
        super().__init__(BytesIO(content))
        self.name = name
        try:
            self.init_docx()
        except _UNREADABLE as error:
            raise BadDataError(
                f"{name} is no Word document (.docx).", facts=(str(error),)
            ) from error

    def fill(self, context: Mapping[str, Any]) -> None:
        """Run the tags; raise `BadDataError` if they cannot be."""
        self.render(context, jinja_env=_environment(), autoescape=True)

    def saved(self) -> bytes:
        """Return the document as a file; raise `BadDataError` if it is not safe."""
        package = self.docx.part.package
        cut_origin(package)
        check_content(package, self.name)
        saved = BytesIO()
        self.save(saved)
        return saved.getvalue()

    def describe(self, document: Document) -> None:
        """Set the properties that a file manager shows."""
        made_on = datetime.fromisoformat(document.report.made_on).replace(tzinfo=UTC)
        maker = document.brand.consultant or _MAKER
        properties = self.docx.core_properties
        properties.title = _property(f"{document.title}, {document.subject}")
        properties.subject = _property(document.subject)
        properties.author = properties.last_modified_by = _property(maker)
        properties.comments = _property(document.footer_words)
        properties.created = properties.modified = made_on
        properties.revision = 1

    @property
    def text_width(self) -> int:
        """The width between the margins of the first pages, in EMU."""
        section = self.docx.sections[0]
        lengths = (section.page_width, section.left_margin, section.right_margin)
        if None in lengths:
            return _DEFAULT_WIDTH
        page, left, right = lengths
        return int(page - left - right)

    def drawing(self, content: bytes, alt: str, size: tuple[int, int]) -> str:
        """Return the XML that ends a run, shows a picture, and begins another run."""
        width, height = map(Emu, size)
        picture = self.current_rendering_part.new_pic_inline(
            BytesIO(content), width, height
        )
        picture.docPr.set("descr", _sayable(alt))
        xml = etree.tostring(picture, encoding="unicode")
        return (
            f"</w:t></w:r><w:r><w:drawing>{xml}</w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )

    # What follows is called by `render` of docxtpl, which lets mistakes through as
    # Jinja2 raises them, mends broken XML by leaving things out, and reads "{_{" in
    # anybody's text as the beginning of a tag.

    def render_xml_part(
        self,
        src_xml: str,
        part: Any,  # noqa: ANN401 - docxtpl has no types
        context: Mapping[str, Any],
        jinja_env: ImmutableSandboxedEnvironment,
    ) -> str:
        """Return a part with its tags replaced."""
        self.current_rendering_part = part
        source = _PARAGRAPH.sub(r"\n<w:p\1", src_xml)  # a line is a paragraph then
        try:
            made = jinja_env.from_string(source).render(context)
            made = self.resolve_listing(_ON_A_LINE.sub(r"<w:p\1", made))
            etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False))
        except OF_TAGS as error:
            raise explain(error, source, part.partname, self.name) from error
        return str(made)

    def fix_tables(self, xml: str) -> Any:  # noqa: ANN401 - docxtpl has no types
        """Return the body, whole again and with its table of contents."""
        body = super().fix_tables(xml)
        mend(body)
        fill_contents(body, self.docx.styles)
        return body

    def render_properties(self, *_: object) -> None:
        """Leave the properties alone: `describe` sets them."""


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=Missing, autoescape=True, finalize=_shown
    )
    del environment.filters[_BY_CHANCE], environment.globals[_FILLER]
    return environment


def _shown(value: object) -> object:
    return value if hasattr(value, "__html__") else _sayable(str(value))


def _sayable(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _property(text: str) -> str:
    return _sayable(text)[:PROPERTY]
