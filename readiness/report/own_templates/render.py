"""Make a document with somebody's own template, in a process that can be ended."""

import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import readiness
from readiness.errors import BadDataError, NotFoundError, UsageError
from readiness.report.documents.model import Document
from readiness.report.own_templates import child
from readiness.report.own_templates.kinds import Kind, kind_of
from readiness.settings.toml import shown

SECONDS = {Kind.HTML: 10.0, Kind.MARKDOWN: 10.0, Kind.DOCX: 30.0}  #: for a template

# A child finds its packages with these; nothing else of the environment is its matter.
_KEPT = ("HOME", "PYTHONHOME", "PYTHONUSERBASE", "SYSTEMROOT", "APPDATA", "USERPROFILE")


def render_own(
    document: Document, template: Path, *, seconds: float | None = None
) -> str | bytes:
    """Return what ``template`` makes of ``document``: text, or bytes for Word.

    Raises `UsageError` for a name that does not say what it makes and for a link,
    `NotFoundError` if there is no such file, `BadDataError` with file and line for
    what is wrong in it, and if it takes more than ``seconds`` (else `SECONDS`), or too
    much memory.
    """
    kind = kind_of(template)
    if not template.is_file():
        raise NotFoundError(
            f"there is no template {shown(template)}",
            tries=("readiness templates list",),
        )
    path = Path(os.path.realpath(template))
    if template.is_symlink():  # a folder of a stranger's may have it lead to anything
        raise UsageError(
            f"the template {shown(template)} is a link",
            tries=(f"name what it leads to: --template {shown(path)}",),
        )
    made = _in_a_child(
        child.Job(_portable(document), path, kind), seconds or SECONDS[kind]
    )
    return made if kind is Kind.DOCX else made.decode()


def outcome(status: int, output: bytes, errors: bytes, name: str) -> bytes:
    """Return what a process has made that ended with ``status``.

    Raises `BadDataError` for a mistake in the template called ``name``, and
    `RuntimeError` for one of ours.
    """
    if status == child.WENT_WRONG:
        raise _mistake(output)
    if status < 0:  # the system has ended it
        raise BadDataError(f"{name}: needs too much memory, or is nested too deeply")
    if status != 0:
        raise RuntimeError(errors.decode(errors="replace"))
    return output


def child_environment() -> dict[str, str]:
    """Return the variables for a process that runs a template: what Python needs."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    package = Path(readiness.__file__).parent
    return {**kept, "PYTHONPATH": str(package.parent), "PYTHONUTF8": "1"}


def _portable(document: Document) -> Document:
    """Return the document without what it tells of this machine."""
    fonts = replace(document.brand.fonts, folder="")
    return replace(document, brand=replace(document.brand, fonts=fonts))


def _in_a_child(job: child.Job, seconds: float) -> bytes:
    name = job.template.name
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", "-m", child.__name__],
            input=pickle.dumps(job),
            capture_output=True,
            timeout=seconds,
            check=False,
            env=child_environment(),
        )
    except subprocess.TimeoutExpired:
        raise BadDataError(
            f"{name}: takes longer than {seconds:g} seconds",
            tries=("look for loops over large ranges",),
        ) from None
    return outcome(done.returncode, done.stdout, done.stderr, name)


def _mistake(output: bytes) -> BadDataError:
    said = json.loads(output)
    return BadDataError(
        said["message"], facts=tuple(said["facts"]), tries=tuple(said["tries"])
    )
