import pytest
import typst
from playwright.sync_api import sync_playwright

from readiness.report.charts.draw import draw
from readiness.resources import templates_folder
from tests.documents import demo_document, hostile_document
from tests.programs import find

# Every two texts of a picture that share more than an edge, and what the edge cuts.
_DEFECTS = """
() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {words: text.textContent, left: box.left + 1, right: box.right - 1,
            top: box.top + 4, bottom: box.bottom - 4};
  });
  const cut = texts.filter(one => one.right > frame.right + 1 ||
    one.left < frame.left || one.bottom > frame.bottom);
  const pairs = texts.flatMap((one, n) => texts.slice(n + 1).filter(other =>
    one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom
  ).map(other => `${one.words} / ${other.words}`));
  return [...cut.map(one => one.words), ...pairs];
})
"""
_HEAD = """
#set document(title: "Charts", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: "Noto Sans")
"""


@pytest.fixture(scope="module")
def browser():
    program = find("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )


@pytest.mark.parametrize("made", [demo_document, hostile_document])
def test_in_a_browser_no_letters_stand_on_others_or_are_cut(made, browser):
    page = browser.new_page()
    page.set_content("".join(chart.svg for chart in draw(made())))

    defects = page.evaluate(_DEFECTS)

    assert defects == []


@pytest.mark.parametrize("made", [demo_document, hostile_document])
def test_typst_draws_every_picture_in_an_archivable_accessible_file(made, tmp_path):
    images = []
    for chart in draw(made()):
        name = f"{chart.kind}.svg"
        (tmp_path / name).write_text(chart.svg, encoding="utf-8")
        images.append(f'#image("{name}", alt: "A chart", width: 100%)')
    source = tmp_path / "charts.typ"
    source.write_text(_HEAD + "\n".join(images), encoding="utf-8")

    drawn = typst.compile(
        source,
        format="pdf",
        font_paths=[templates_folder() / "fonts"],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
    )

    assert isinstance(drawn, bytes)
    assert drawn.startswith(b"%PDF")
