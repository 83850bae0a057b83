"""The fonts that documents are set in."""

from functools import cache

from typst import Fonts

from readiness.resources import templates_folder


@cache
def fonts(folder: str = "", *, machine: bool = False) -> Fonts:
    """Return the shipped fonts, those in Typst itself, and those in ``folder``.

    Not those of the machine, unless asked for: a document looks the same everywhere.
    """
    folders = filter(None, (str(templates_folder() / "fonts"), folder))
    return Fonts(include_system_fonts=machine, font_paths=list(folders))
