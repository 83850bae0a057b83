"""Builders of folders with templates."""


def in_folder(folder, text, **parts):
    """Write ``text`` as ``report.md.j2`` into a folder, and its parts by name."""
    for name, content in {"report.md.j2": text, **parts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder.resolve()
