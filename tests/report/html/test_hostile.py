"""Text of strangers is text on the page, in its style and in its data."""

from collections import Counter
from dataclasses import replace

import pytest

from readiness.branding.model import Brand, Fonts
from readiness.plaintext import clean
from readiness.report.html.render import render
from readiness.report.html.theme import css_string
from tests.documents import HOSTILE, demo_document, hostile_document
from tests.report.html.elements import Page

BRAND = Brand(client="ACME", consultant="Bright Lantern", footer="Confidential")
ENDINGS = 'x"; } </style><script>alert(1)</script> \\ <!-- @import url(//example.org)'


def test_hostile_text_makes_no_element():
    usual = Page.of(render(demo_document(brand=BRAND)))

    page = Page.of(render(hostile_document()))

    assert tags(page) == tags(usual)
    assert page.comments == []


def tags(page):
    return Counter(one.tag for one in page.elements if not one.is_drawn)


def test_hostile_text_is_read_as_it_was_written():
    page = Page.of(render(hostile_document()))

    assert clean(HOSTILE) in page.one("h1").text
    assert clean(HOSTILE) in page.data()["team"]["name"]


def test_only_addresses_of_the_web_become_links():
    report = demo_document().report
    urls = (
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "HTTPS://a.example",
    )
    claims = tuple(replace(report.claims[0], url=url) for url in urls)
    document = replace(demo_document(), report=replace(report, claims=claims))

    page = Page.of(render(document))

    links = [one.attributes["href"] for one in page.all("a")]
    assert [link for link in links if not link.startswith("#")] == ["HTTPS://a.example"]


def test_the_name_of_a_font_ends_neither_its_string_nor_the_style():
    brand = Brand(fonts=Fonts(heading=ENDINGS, body=ENDINGS))

    page = Page.of(render(demo_document(brand=brand)))

    assert tags(page) == tags(Page.of(render(demo_document())))
    assert page.comments == []


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Noto Sans", '"Noto Sans"'),
        ('a"b\\c', r'"a\22 b\5c c"'),
        ("</style>", r'"\3c \2f style\3e "'),
        ("Ünï\n", r'"\dc n\ef \a "'),
    ],
)
def test_strings_of_css_are_escaped(text, escaped):
    assert css_string(text) == escaped


def test_the_data_hold_nothing_that_could_end_their_element():
    page = render(hostile_document("</script><!-- <script> & \u2028 \u2029"))

    start = page.index('id="readiness-report">')
    data = page[start : page.index("</script>", start)].partition(">")[2]

    assert not set(data) & set("<>&\u2028\u2029")
