from io import BytesIO

import docx
import pytest

from readiness.report.word.render import render
from tests.documents import demo_document


@pytest.fixture(scope="package")
def demo():
    """Return the sample team's document, parsed back."""
    return docx.Document(BytesIO(render(demo_document())))
