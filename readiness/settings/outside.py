"""Where a project's file may have answers kept.

Whoever clones a repository runs with the settings of a stranger.
"""

import os
from pathlib import Path


def refuse_network(text: str) -> None:
    r"""Raise `ValueError` for a folder of another computer, such as ``\\host\share``.

    On Windows, only to look whether it is there would connect to it.
    """
    if text[:2].replace("\\", "/") == "//":
        raise ValueError("names a folder of another computer, which no project may do")


def is_outside(data: str, folder: Path) -> bool:
    """Return whether ``data`` is outside ``folder``, also by way of links."""
    inner, outer = (os.path.realpath(os.path.expanduser(one)) for one in (data, folder))  # noqa: PTH111 - unlike Path, they fail for nothing
    return not Path(inner).is_relative_to(outer)
