import pytest


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    """Work in a project's folder, which is empty."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(name="write")
def _write(folder):
    """Write a file of the project and return its path."""

    def write(text, name="readiness.toml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write
