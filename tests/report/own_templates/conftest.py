import pytest

from readiness.branding.model import Brand, Fonts
from tests.documents import small_document
from tests.report.html.conftest import browser, opened

__all__ = ["browser", "opened"]  # what pytest finds here too


@pytest.fixture(name="branded")
def _branded():
    """Build a document whose brand has a folder of fonts on this machine."""
    return small_document(brand=Brand(fonts=Fonts(folder="/home/ana/fonts")))
