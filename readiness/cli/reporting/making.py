"""Make the documents that were asked for, all of them before any is written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from readiness.branding.dates import date_words
from readiness.branding.finding import find_brand
from readiness.branding.model import Brand
from readiness.cli.documents import Content, write_document, write_documents
from readiness.cli.reporting.asked import Asked
from readiness.cli.reporting.formats import KINDS, Format
from readiness.cli.reporting.privacy import redacted_report
from readiness.cli.reporting.rendering import render
from readiness.cli.reporting.wanted import Wanted
from readiness.cli.workspace import usable
from readiness.plaintext import slug, slug_without_mark
from readiness.report.documents.build import Making, build_document
from readiness.report.documents.model import Document, Redaction
from readiness.report.model import Report
from readiness.settings.upward import current_folder

if TYPE_CHECKING:
    from readiness.cli.assessed import Assessed


def find_brand_of(
    asked: Asked, path: Path | None, client: str | None, *, is_demo: bool = False
) -> Brand:
    """Return the brand in a file, or in the one here or above, and for whom it is.

    Invented data carry nobody's name unless it was given.

    Raises `UsageError` for a client without a name, `NotFoundError` or `BadDataError`
    for a file that is of no use.
    """
    if asked.is_plain_text:  # which shows none
        return Brand()
    found = path or find_brand(current_folder())
    is_named = path is not None
    if found is None or (is_demo and not is_named):
        brand = Brand()
        _tell_unused(found)
    else:
        brand = _read(found, is_named=is_named)
    return brand if client is None else replace(brand, client=usable("client", client))


def _read(path: Path, *, is_named: bool) -> Brand:
    """Return the brand in a file; one that nobody named is told."""
    from readiness.branding.reader import read_brand
    from readiness.settings.toml import shown

    if not is_named:
        typer.echo(f"Brand: {shown(path)}", err=True)
    return read_brand(path)


def _tell_unused(path: Path | None) -> None:
    """Tell of a brand that invented data do not carry, if there is one."""
    from readiness.settings.toml import shown

    if path is not None:
        name = shown(path)
        typer.echo(f"Brand: none for demo data; --brand {name} takes it", err=True)


class Maker(NamedTuple):
    """Makes documents of one report; ``full`` is for the one in plain sentences."""

    meant: "Assessed"
    report: Report
    wanted: Wanted
    brand: Brand
    redacted: frozenset[Redaction]
    full: bool = False

    def write(self, asked: Asked, *, force: bool) -> None:
        """Make all documents, then write them to where they were asked for.

        Raises `CannotWriteError`, and what goes wrong with a template.
        """
        if asked.template_words:
            typer.echo(asked.template_words, err=True)
        contents, stem = self._contents(asked), self._stem()
        places = {fmt: asked.place(fmt, stem) for fmt in contents}
        files = {path: contents[fmt] for fmt, path in places.items() if path}
        if not files:
            (content,) = contents.values()
            write_document(content, None)
            return
        write_documents(files, force=force)

    def _contents(self, asked: Asked) -> Mapping[Format, Content]:
        """Return every document as it is to be written.

        Those with the quarters before and those without do not depend on each other:
        alone or together, each has the same bytes.
        """
        has = {fmt: _has_quarters(fmt, asked) for fmt in asked.formats}
        documents = {which: self._document(which) for which in set(has.values())}
        return {
            fmt: self._content(documents[which], fmt, asked)
            for fmt, which in has.items()
        }

    def _content(self, document: Document, fmt: Format, asked: Asked) -> Content:
        if fmt is not Format.TERMINAL:
            return render(document, fmt, asked.template_of(fmt))
        from readiness.report import sentences

        spoken = redacted_report(self.report, self.redacted)
        return sentences.render(spoken, full=self.full)

    def _document(self, has_quarters: bool) -> Document:
        made_on = date.fromisoformat(self.report.made_on)
        making = Making(
            brand=self.brand,
            made_on_words=date_words(made_on, self.brand.language),
            redacted=self.redacted,
        )
        if not has_quarters:
            return build_document(self.report, making)
        from readiness.cli.reporting.since import find_since

        since = find_since(self.meant, self.wanted)
        report = since.marked(self.report)
        return build_document(report, making, changes=since.changes, past=since.past)

    def _stem(self) -> str:
        """Return what files in a folder are called, without their ending."""
        is_named = Redaction.NAMES not in self.redacted
        team = _name_in_files(self.report) if is_named else "report"
        about = (team, self.report.period, self.wanted.trend)
        return "-".join(filter(None, about))


def _name_in_files(report: Report) -> str:
    """Return a team's id without the digits that keep like names apart.

    A command makes documents of one team, so nothing can be taken for another.
    """
    is_usual = report.team_id == slug(report.team)
    return slug_without_mark(report.team) if is_usual else report.team_id


def _has_quarters(fmt: Format, asked: Asked) -> bool:
    return KINDS[fmt].has_quarters or asked.template_of(fmt) is not None
