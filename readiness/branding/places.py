"""Where the files of a brand may be: in the folder of its own file, nowhere else.

Whoever clones a repository may get the brand of a stranger with it, and what it names
ends up in a document that is sent away.
"""

import os
from pathlib import Path

from readiness.suggestions import quoted


def inside(name: str, folder: Path) -> Path:
    """Return the path that ``name`` means in ``folder``, links followed.

    Raises `ValueError` for one that leads out of it.
    """
    named = quoted(name, mark='"')
    is_odd = "\0" in name or name.startswith(("/", "\\", "~")) or Path(name).drive
    if not is_odd:
        root, found = (Path(os.path.realpath(one)) for one in (folder, folder / name))
        if found.is_relative_to(root):
            return found
    raise ValueError(f"should be in the folder of this file, not {named}")
