"""The page in a real browser: what it asks for, how it is used, how it prints."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from readiness.report.charts.draw import draw
from readiness.report.html.render import render
from tests.documents import demo_document, hostile_document, small_document
from tests.report.html.pages import BRAND, sparse, unfold, window

WIDTHS = (360, 768, 1440)
FOLDED = "51 of 60 engineers were active every week in October."  # a note, in no table
A4, LETTER = (596, 843), (612, 792)  # points


def test_the_page_asks_for_nothing_and_complains_of_nothing(opened):
    with opened(render(demo_document(brand=BRAND))) as seen:
        title, is_loaded = (
            seen.page.title(),
            seen.page.evaluate("document.querySelector('img').naturalWidth > 0"),
        )

        asked = {what for what in seen.log if not what[1].startswith("data:image/")}

    assert title == "Readiness report, Harbour Freight Services (sample), 2026-Q4"
    assert is_loaded
    assert asked == {("request", seen.url)}


def test_hostile_text_runs_nothing_and_breaks_no_width(opened):
    with opened(render(hostile_document()), **window(360)) as seen:
        scripts = seen.page.evaluate("document.scripts.length")
        width = seen.page.evaluate("document.documentElement.scrollWidth")

    assert scripts == 2
    assert width == 360
    assert seen.log == [("request", seen.url)]


def test_what_the_policy_does_not_know_does_not_run(opened):
    strange = "<script>document.title = 'taken'</script><style>body{color:red}</style>"

    with opened(render(small_document()).replace("</main>", strange)) as seen:
        title = seen.page.title()

    assert "taken" not in title
    assert [what for what, _ in seen.log].count("console") == 2


@pytest.mark.parametrize("document", [demo_document, small_document])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_window_has_to_be_scrolled_sideways(opened, document, width):
    with opened(render(document(brand=BRAND)), **window(width)) as seen:
        unfold(seen.page)
        needed = seen.page.evaluate("document.documentElement.scrollWidth")

    assert needed == width


@pytest.mark.parametrize("width", [320, 360, 600, 700])
def test_no_part_has_to_be_scrolled_sideways_either(opened, width):
    with opened(render(demo_document()), **window(width)) as seen:
        unfold(seen.page)
        wider = seen.page.evaluate(WIDER)

    assert wider == []


#: what is wider than the box that it stands in
WIDER = (
    "[...document.querySelectorAll('.scroll, .drawing')]"
    ".filter(it => it.scrollWidth > it.clientWidth).map(it => it.textContent)"
)
PICTURES = (
    "[...document.querySelectorAll('svg.chart')].filter(it => it.checkVisibility())"
    ".map(it => [it.classList[1], it.getBoundingClientRect().width / it.viewBox"
    ".baseVal.width])"
)


def test_every_picture_is_large_enough_to_be_read(opened):
    with opened(render(demo_document()), **window(360)) as seen:
        narrow = seen.page.evaluate(PICTURES)
        seen.page.set_viewport_size(window(600)["viewport"])
        wide = seen.page.evaluate(PICTURES)

    assert [name for name, _ in narrow] == ["chart-profile-narrow"]
    assert len(wide) == len(draw(demo_document()))
    assert all(scale > 0.85 for _, scale in narrow + wide)


def test_in_a_narrow_window_every_cell_says_what_it_is_about(opened):
    silent = (
        "[...document.querySelectorAll('.wide td')]"
        ".filter(it => it.checkVisibility() && it.innerText.trim() && !it.dataset.l)"
        ".map(it => it.textContent)"
    )

    with opened(render(demo_document()), **window(360)) as seen:
        assert seen.page.evaluate(silent) == []


def test_no_word_of_a_table_is_broken_in_a_narrow_window(opened):
    with opened(render(demo_document()), **window(360)) as seen:
        wraps = seen.page.evaluate(
            "[...new Set([...document.querySelectorAll('th, td')]"
            ".map(it => getComputedStyle(it).overflowWrap))]"
        )

    assert wraps == ["break-word"]


def test_lines_are_short_enough_to_read_in_a_wide_window(opened):
    with opened(render(demo_document()), **window(1440)) as seen:
        widest = seen.page.evaluate(
            "Math.max(...[...document.querySelectorAll('p')].map(it => it.clientWidth))"
        )

    assert 500 < widest < 1440 / 2 + 100


def test_what_is_pressed_is_large_enough_for_a_finger(opened):
    with opened(render(demo_document()), **window(360)) as seen:
        lowest = seen.page.evaluate(
            "Math.min(...[...document.querySelectorAll('summary, nav a')]"
            ".map(it => it.getBoundingClientRect().height).filter(it => it))"
        )

    assert lowest >= 24


def test_the_keyboard_skips_to_the_report_and_unfolds_it(opened):
    with opened(render(demo_document())) as seen:
        page = seen.page
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        at = page.evaluate("document.activeElement.id")
        page.keyboard.press("Tab")  # the figures of the first chart
        page.keyboard.press("Enter")

        is_open = page.evaluate("document.activeElement.parentElement.open")

    assert first == "Skip to the report"
    assert at == "main"
    assert is_open


def test_what_has_the_focus_can_be_seen(opened):
    with opened(render(demo_document())) as seen:
        seen.page.keyboard.press("Tab")
        outline = seen.page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle"
        )
        top = seen.page.evaluate("document.activeElement.getBoundingClientRect().top")

    assert outline == "solid"
    assert top >= 0


def test_sections_unfold_without_scripts(opened):
    with opened(render(demo_document()), java_script_enabled=False) as seen:
        group = seen.page.locator("#answers details").last
        before = group.locator("blockquote").first.is_visible()
        group.locator("summary").click()

        after = group.locator("blockquote").first.is_visible()

    assert (before, after) == (False, True)


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_nothing_is_folded(opened, script):
    html = render(sparse(demo_document()))

    with opened(html, java_script_enabled=script) as seen:
        pages = PdfReader(BytesIO(seen.page.pdf(format="A4"))).pages
        still_open = seen.page.locator("details[open]").count()

    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    assert FOLDED in text
    assert "readiness" in text.rpartition("Made on")[2]
    assert still_open == 0


@pytest.mark.parametrize(("name", "size"), [("A4", A4), ("Letter", LETTER)])
def test_paper_of_both_worlds_has_running_titles(opened, name, size):
    with opened(render(small_document())) as seen:
        pages = PdfReader(BytesIO(seen.page.pdf(format=name))).pages

    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert {tuple(map(round, page.mediabox[2:])) for page in pages} == {size}
    assert all("Readiness report, " in text for text in texts)
    assert all(f"{n} / {len(pages)}" in text for n, text in enumerate(texts, 1))


def test_a_dark_room_has_light_letters_and_paper_has_dark_ones(opened):
    with opened(render(small_document()), color_scheme="dark") as seen:
        dark = letters(seen.page)
        seen.page.emulate_media(media="print", color_scheme="light")
        on_paper = letters(seen.page)

    assert dark == ["rgb(228, 233, 238)"] * 2
    assert on_paper == ["rgb(27, 36, 48)", "rgb(31, 41, 51)"]


def letters(page):
    """Return the colours of the letters of the page, and of those in pictures."""
    return page.evaluate(
        "[getComputedStyle(document.body).color,"
        " getComputedStyle(document.querySelector('.chart text.label')).fill]"
    )
