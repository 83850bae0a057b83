"""Text of any script and any length is text, and no letter is lost in silence."""

from dataclasses import replace

import pytest
from typst import TypstError

from readiness.branding.model import Brand, LogoType
from readiness.report.pdf.render import render
from tests.documents import demo_document, small_document
from tests.report.pdf.papers import a_logo, paper
from tests.report.pdf.reading import fonts, pages, text_of

UNASSIGNED = "\u0378"  # no font has it
PRIVATE = "\ue000"  # no archive may have it
VITHKUQI = "\U00010570"  # a letter that hardly any machine has a font for


def told_of(team):
    """Return the text of a document of a team with that name."""
    document = small_document()
    report = replace(document.report, team=team)
    return text_of(render(replace(document, report=report)))


@pytest.mark.parametrize(
    "piece",
    [
        '<script>alert("x")</script>',
        "{{ 7*7 }}",
        "{% raw %}",
        '=HYPERLINK("http://example.org","x")',
        "#let",
        "[bold]*stars*[/oops]",
        "$ \\ ` |",
        "Ünïcödé Δ Ж",
    ],
)
def test_what_looks_like_a_program_is_text(piece):
    assert piece in text_of(paper("hostile"))


@pytest.mark.parametrize(
    ("sign", "code"),
    [(UNASSIGNED, "[U+0378]"), (PRIVATE, "[U+E000]"), ("\U0010ffff", "[U+10FFFF]")],
)
def test_a_sign_that_no_font_has_is_written_as_its_code(sign, code):
    assert f"Blue{code} team" in told_of(f"Blue{sign} team")


def test_a_mark_that_is_missing_does_not_take_its_letter_along():
    shown = told_of("Team 1\u1ab0 and é\u1ab0 and 1 é")

    assert "Team 1[U+1AB0] and é[U+1AB0] and 1 é" in shown


def test_an_emoji_alone_does_not_make_a_document_depend_on_the_machine():
    document = small_document()
    report = replace(document.report, team="Team 😀")

    content = render(replace(document, report=report))

    assert "Team [U+1F600]" in text_of(content)
    assert all("Noto" in name for name in fonts(content))


def test_letters_of_another_script_are_shown_or_written_as_their_codes():
    shown = told_of(f"Team {VITHKUQI}{UNASSIGNED}")

    assert f"Team {VITHKUQI}[U+0378]" in shown or "Team [U+10570][U+0378]" in shown


def test_a_picture_with_text_that_no_font_has_gets_its_code_too():
    logo = a_logo()
    strange = logo.content.decode().replace("ACME", f"ACME{UNASSIGNED}").encode()
    brand = Brand(logo=replace(logo, content=strange))

    assert "[U+0378]" in pages(render(small_document(brand=brand)))[0]


def test_a_picture_that_is_none_is_an_error():
    broken = a_logo(LogoType.SVG, content=b"no picture")

    with pytest.raises(TypstError, match="SVG"):
        render(small_document(brand=Brand(logo=broken)))


def test_signs_of_the_shipped_fonts_stay_as_they_are():
    signs = "● ○ ▲ ▼ ■ → ← ≥ ≤ ✓ ✗ — … € £ ₹ „“ ± №"

    assert f"Team {signs}" in told_of(f"Team {signs}")


def test_a_very_long_word_is_broken_and_not_cut():
    word = "x" * 400

    shown = told_of(word)

    assert word in shown.replace("\u200b", "").replace(" ", "")


def test_an_address_can_be_copied_as_it_is():
    shown = text_of(paper("demo"))

    links = [
        piece.text
        for line in demo_document().report.answers
        for piece in line.evidence
        if piece.text.startswith("https://")
    ]
    assert links
    for link in links:
        assert link in shown.replace(" ", "")


def test_heads_and_feet_stay_short_however_long_a_name_is():
    document = replace(
        small_document(brand=Brand(client="y" * 500, footer="z" * 500)),
        subject="x " * 5_000,
        footer_words="w " * 5_000,
    )

    third = pages(render(document))[2]

    assert "x x x" in third
    assert "…" in third
    assert len(third) < 5_000
