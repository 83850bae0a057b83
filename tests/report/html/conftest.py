from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from tests.programs import find

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


# Not of the session: while it lives, no other test could run an event loop.
@pytest.fixture(scope="package")
def browser():
    from playwright.sync_api import sync_playwright

    path = find("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


@pytest.fixture
def opened(browser, tmp_path):
    """Open HTML from a file; `settings` are those of a browser context."""

    @contextmanager
    def show(html, **settings):
        file = tmp_path / "report.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(**settings)
        seen = SimpleNamespace(page=context.new_page(), url=file.as_uri(), log=[])
        seen.page.on("request", lambda it: seen.log.append(("request", it.url)))
        seen.page.on("console", lambda it: seen.log.append(("console", it.text)))
        seen.page.on("pageerror", lambda it: seen.log.append(("error", str(it))))
        seen.page.on("dialog", lambda it: (seen.log.append("dialog"), it.accept()))
        seen.page.goto(seen.url)
        yield seen
        context.close()

    return show
