import pytest

from tests.pack.files import write_pack


@pytest.fixture
def folder(tmp_path):
    """Write a small pack without mistakes."""
    return write_pack(tmp_path / "small")
