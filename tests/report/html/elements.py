"""The elements of a page, read without a browser."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    is_drawn: bool  #: whether it is part of a picture
    text: str = ""  #: its own and that of all inside

    @property
    def words(self):
        """The text, each run of white space as one space."""
        return " ".join(self.text.split())


@dataclass
class Page:
    """All elements in their order, and what is no element."""

    elements: list[Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, html):
        """Return the page of an HTML document."""
        reader = _Reader()
        reader.feed(html)
        reader.close()
        return reader.page

    def all(self, *tags):
        """Return the elements of these kinds that are no part of a picture."""
        return [one for one in self.elements if one.tag in tags and not one.is_drawn]

    def one(self, tag, **attributes):
        """Return the only such element."""
        (found,) = (
            one for one in self.all(tag) if attributes.items() <= one.attributes.items()
        )
        return found

    def ids(self):
        """Return the id of every element that has one."""
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    def data(self):
        """Return the JSON in the page."""
        return json.loads(self.one("script", id="readiness-report").text)


class _Reader(HTMLParser):
    empty = frozenset({"br", "hr", "img", "input", "link", "meta"})

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.handle_data(" ")
        element = self._add(tag, attrs)
        if tag not in self.empty:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self._add(tag, attrs)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag
        self.open.pop()
        self.handle_data(" ")

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def handle_comment(self, data):
        self.page.comments.append(data)

    def _add(self, tag, attrs):
        is_drawn = any(one.tag == "svg" for one in self.open)
        element = Element(tag=tag, attributes=dict(attrs), is_drawn=is_drawn)
        self.page.elements.append(element)
        return element
