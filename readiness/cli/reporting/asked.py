"""Which documents were asked for, and where each of them goes."""

import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from readiness.cli.reporting.formats import (
    KINDS,
    Format,
    check_installed,
    format_of,
    guess,
    parse_formats,
)
from readiness.errors import UsageError
from readiness.plaintext import one_line
from readiness.suggestions import quoted

_TEXT = ".txt"  # may hold any format that is text


class Asked(NamedTuple):
    """The documents to make; one without a place goes to standard output."""

    formats: tuple[Format, ...]
    output: Path | None = None  #: a file, or a folder
    template: Path | None = None

    @property
    def is_for_screen(self) -> bool:
        """Whether it is the report as a terminal shows it, and no document."""
        return self.is_plain_text and self.output is None

    @property
    def is_plain_text(self) -> bool:
        """Whether it is the report in sentences only, or that of a screen."""
        return self.formats == (Format.TERMINAL,)

    def check_brand(self, brand: Path | None, client: str | None) -> None:
        """Raise `UsageError` for a brand where nothing shows it."""
        given = {"--brand": brand, "--client": client}
        named = [option for option, value in given.items() if value is not None]
        if named and self.is_plain_text:
            raise UsageError(
                f"{' and '.join(named)} would not be seen: this is plain text",
                tries=("--format html -o report.html", "or leave it out"),
            )

    @property
    def template_words(self) -> str:
        """Which formats the template does not make, if there are any, or ""."""
        others = [fmt for fmt in self.formats if self.template_of(fmt) is None]
        if self.template is None or not others:
            return ""
        verb = "looks" if len(others) == 1 else "look"
        return (
            f"Template: {one_line(self.template.name)} makes the "
            f"{format_of_template(self.template)}; {' and '.join(others)} "
            f"{verb} as usual"
        )

    def template_of(self, fmt: Format) -> Path | None:
        """Return the template that a format is made by, ``None`` for the usual one."""
        if self.template is not None and format_of_template(self.template) is fmt:
            return self.template
        return None

    def place(self, fmt: Format, stem: str) -> Path | None:
        """Return the file for a format; in a folder it is called ``stem``."""
        if self.output is None or str(self.output) == "-":
            return None
        if len(self.formats) > 1 or self.output.is_dir():
            return self.output / f"{stem}{KINDS[fmt].endings[0]}"
        return self.output


def find_asked(
    words: Sequence[str], *, as_json: bool, output: Path | None, template: Path | None
) -> Asked:
    """Work out which documents are meant, and whether they can be made.

    Raises `UsageError` for what contradicts itself, cannot be shown or is not
    installed.
    """
    formats = parse_formats(words)
    if as_json:
        if formats not in {(), (Format.JSON,)}:
            raise UsageError(
                f"--json and --format {','.join(formats)} contradict each other",
                tries=("leave out one of them", f"--format json,{','.join(formats)}"),
            )
        formats = (Format.JSON,)
    formats = formats or (_guess(output, template),)
    asked = Asked(formats, output, template)
    _check_template(asked)
    _check_place(asked)
    check_installed(formats)
    return asked


def _guess(output: Path | None, template: Path | None) -> Format:
    if template is not None:
        return format_of_template(template)
    if output is None or str(output) == "-":
        return Format.TERMINAL
    if output.is_dir():
        raise UsageError(
            f"{one_line(str(output))} is a folder, and no format was asked for",
            tries=("--format html,pdf", f"-o {quote(str(output / 'report.html'))}"),
        )
    return guess(output)


def format_of_template(path: Path) -> Format:
    """Return the format that a template makes; raise `UsageError` if none."""
    from readiness.report.own_templates.kinds import kind_of

    return Format(kind_of(path))


def _check_template(asked: Asked) -> None:
    if asked.template is None:
        return
    fmt = format_of_template(asked.template)
    if fmt not in asked.formats:
        raise UsageError(
            f"{quoted(asked.template.name)} is a template for {fmt}, which is not "
            f"among the formats: {', '.join(asked.formats)}",
            tries=(f"--format {','.join((*asked.formats, fmt))}",),
        )


def _check_place(asked: Asked) -> None:
    if len(asked.formats) > 1:
        _check_folder(asked)
    elif asked.output is None:
        _check_stream(asked.formats[0])
    elif str(asked.output) != "-" and not asked.output.is_dir():
        _check_ending(asked, asked.output)


def _check_folder(asked: Asked) -> None:
    """Raise `UsageError` unless several documents have a folder to go to."""
    output, several = asked.output, f"{len(asked.formats)} documents need a folder"
    if output is None or str(output) == "-":
        raise UsageError(several, tries=("-o FOLDER",))
    if output.is_dir():
        return
    if output.exists():
        raise UsageError(f"{several}, and {output} is none", tries=("-o FOLDER",))
    if format_of(output) is not None:
        raise UsageError(
            f"{several}, and {output.name} is called like one document",
            tries=(f"-o {quoted(output.stem)}", "or one format"),
        )


def _check_stream(fmt: Format) -> None:
    if KINDS[fmt].is_binary and sys.stdout.isatty():
        raise UsageError(
            f"{fmt} is nothing that a terminal can show",
            tries=(f"-o report{KINDS[fmt].endings[0]}", "-o - prints it all the same"),
        )


def _check_ending(asked: Asked, output: Path) -> None:
    """Raise `UsageError` if a file is called like another format."""
    (fmt,), template = asked.formats, asked.template
    like = format_of(output)
    is_text = output.suffix.casefold() == _TEXT and not KINDS[fmt].is_binary
    if like in {None, fmt} or is_text:
        return
    usual = output.with_suffix(KINDS[fmt].endings[0]).name
    if template is not None:
        raise UsageError(
            f"{output.name} is called like {like}, and {one_line(template.name)} "
            f"makes {fmt}",
            tries=(f"-o {usual}", f"leave out --template for {like} as usual"),
        )
    raise UsageError(
        f"{output.name} is called like {like}, and {fmt} was asked for",
        tries=(f"-o {usual}", f"--format {like}"),
    )
