"""Where the files shipped with the program are: in a wheel or in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def questions_folder() -> Path:
    """Return the folder of the packs that ship with the program."""
    return _ROOT / "questions"


def templates_folder() -> Path:
    """Return the folder of the Jinja2 templates of the documents."""
    return _ROOT / "report_templates"
