"""The process that a template runs in; it can be ended, and is poor in memory.

Standard input brings what to do, standard output takes the document, or what is wrong
in the template.
"""

import json
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from readiness.errors import ReadinessError
from readiness.report.documents.model import Document
from readiness.report.own_templates.finished import check_template
from readiness.report.own_templates.kinds import Kind
from readiness.report.own_templates.loader import LIMIT, read_limited
from readiness.report.own_templates.mistakes import MISTAKES, mistake_in
from readiness.report.own_templates.sandbox import render_text

MEMORY = 1024**3  #: bytes of addresses
WORD = 20 * 1024 * 1024  #: bytes of a template for Word
SECONDS = 60  #: of the processor; who waits for it ends it earlier

WENT_WRONG = 3  #: the exit status that says that the output is a mistake


class Job(NamedTuple):
    """What to render; ``template`` is an absolute path without links."""

    document: Document
    template: Path
    kind: Kind


def main(given: BinaryIO, taken: BinaryIO) -> int:
    """Do the job that ``given`` brings; return the exit status."""
    job: Job = pickle.load(given)  # noqa: S301 - it is our own process that started this
    try:
        taken.write(make(job))
    except ReadinessError as error:
        said = {"message": error.message, "facts": error.facts, "tries": error.tries}
        taken.write(json.dumps(said).encode())
        return WENT_WRONG
    return 0


def make(job: Job) -> bytes:
    """Return the document; raise `BadDataError` for what the template does wrong."""
    if job.kind is Kind.DOCX:
        return _word(job)
    check_template(_read(job, LIMIT), job.kind, job.template.name)
    made = render_text(job.document, job.template, job.kind)
    try:
        return made.encode()
    except UnicodeEncodeError as error:  # half a character, which a tag can make
        raise mistake_in(error, job.template, job.template.parent) from error


def _word(job: Job) -> bytes:
    from readiness.report.word.package import check_package  # noqa: PLC0415 - an extra
    from readiness.report.word.render import (  # noqa: PLC0415 - an extra, and slow
        render_template,
    )

    name = job.template.name
    content = _read(job, WORD)
    with _telling(job):
        check_package(content, name)
        check_template(content, job.kind, name)
        return render_template(job.document, content, name)


def _read(job: Job, limit: int) -> bytes:
    """Return the template as it is; raise `BadDataError` if it cannot be read."""
    with _telling(job):
        return read_limited(job.template, job.template.name, limit)


@contextmanager
def _telling(job: Job) -> Iterator[None]:
    """Raise what goes wrong in a template as a mistake in it, with its place."""
    try:
        yield
    except MISTAKES as error:
        raise mistake_in(error, job.template, job.template.parent) from error


def limit() -> None:
    """Take less memory and time from now on, where the system can see to it."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows no limit of addresses
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    limit()
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
