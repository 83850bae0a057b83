"""Text from packs and people comes out as text, whatever it looks like."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.markup import markdown_quote, markdown_text
from readiness.report import json as json_report
from readiness.report import markdown, sentences
from readiness.report.templates import environment
from readiness.responses import EvidenceKind, Rated
from tests.builders import a_capability, a_pack, a_response, an_action
from tests.documents import as_document

HOSTILE = (
    "[bold]not markup[/oops] <script>alert(1)</script> | *stars* _under_ `code` "
    "{{ 7*7 }} \x1b[31mred\x1b[0m \u202edrow\n# heading\n- [ ] item\n\n1. one"
)


@pytest.fixture(name="report")
def _report(made):
    pack = a_pack(a_capability("a", actions=(an_action("a"),)))
    pieces = [HOSTILE, *({"kind": k, "text": HOSTILE} for k in EvidenceKind)]
    response = a_response(pack, a=Rated(level=1, note=HOSTILE, evidence=pieces))
    team = response.team.model_copy(update={"name": "<b>T</b> [red]|[/red]"})
    return made(pack, response.model_copy(update={"team": team}))


def test_markup_of_rich_is_shown_as_it_is(report, shown):
    text = " ".join(shown(report, 160, full=True).split())

    assert "[bold]not markup[/oops]" in text
    assert "<b>T</b> [red]|[/red]" in text


def test_no_escape_character_reaches_a_terminal_or_a_file(report, shown):
    for text in (
        shown(report, full=True),
        sentences.render(report, full=True),
        markdown.render(as_document(report)),
        markdown.render_plan(report),
        json_report.render(as_document(report)),
    ):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_markdown_shows_html_and_markdown_as_text(report):
    text = markdown.render(as_document(report))

    assert "<script>" not in text
    assert "<b>" not in text
    assert "&lt;script&gt;" in text
    assert r"\*stars\*" in text
    assert "{{ 7\\*7 }}" in text
    assert not re.search(r"^# heading", text, re.MULTILINE)
    assert r"> \# heading" in text


def test_hostile_evidence_stays_a_single_harmless_line_in_every_format(report, shown):
    in_markdown = markdown.render(as_document(report)).splitlines()
    in_sentences = sentences.render(report, full=True).splitlines()
    on_terminal = shown(report, 400, full=True).splitlines()

    for label in ("Seen working", "Told by someone", "Own impression"):
        (quoted,) = [line for line in in_markdown if f"- {label}: " in line]
        (said,) = [line for line in in_sentences if line.startswith(f"{label}: ")]
        (drawn,) = [line for line in on_terminal if f"> {label}: " in line]
        assert r"\[bold\]not markup\[/oops\] &lt;script&gt;" in quoted
        assert quoted.endswith(r"1. one")
        for line in (said, drawn):
            assert "[bold]not markup[/oops] <script>" in line
            assert line.endswith("# heading - [ ] item 1. one")


def test_a_note_of_several_lines_stays_in_its_quote(report):
    lines = markdown.render(as_document(report)).splitlines()
    start = next(n for n, line in enumerate(lines) if "not markup" in line)

    assert [line.lstrip()[:1] for line in lines[start : start + 4]] == [">"] * 4


def test_a_bar_does_not_break_a_table(report):
    name = "A | B\nC"
    trend = report.trends[0]
    changed = replace(
        report, trends=(replace(trend, node=replace(trend.node, name=name)),)
    )

    assert r"| A \| B C |" in markdown.render(as_document(changed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("+4.5 points", "+4.5 points"),
        ("12. item", r"12\. item"),
        ("2.5 points", "2.5 points"),
        ("1) item", r"1\) item"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("> quote", "&gt; quote"),
        ("[a](b)", r"\[a\](b)"),
        ("![a](b)", r"!\[a\](b)"),
        ("<!-- x -->", "&lt;!-- x --&gt;"),
        ("&copy;", "&amp;copy;"),
        ("a\\*b", r"a\\\*b"),
        ("https://evil.example", "https:<!-- -->//evil.example"),
        ("www.evil.example", "w<!-- -->ww.evil.example"),
        ("ask @kim or kim@x.example", "ask @<!-- -->kim or kim@<!-- -->x.example"),
    ],
)
def test_what_markdown_would_obey_is_escaped(text, expected):
    assert markdown_text(text) == expected


@given(st.text())
def test_escaped_text_is_one_line_without_bare_html(text):
    escaped = markdown_text(text)

    assert "\n" not in escaped
    assert not re.search(r"<(?!!-- -->)", escaped)


def test_a_quote_marks_each_line():
    assert markdown_quote("one\n\n# two", "  ") == "> one\n  > \\# two"


@pytest.mark.parametrize(
    ("name", "escapes"),
    [("report.html.j2", True), ("chart.svg.j2", True), ("report.md.j2", False)],
)
def test_html_templates_escape_although_their_names_end_in_j2(name, escapes):
    autoescape = environment().autoescape

    assert callable(autoescape)
    assert autoescape(name) is escapes
