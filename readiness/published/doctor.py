"""What is wrong or missing: ``readiness doctor --json``, with its two lists."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.envelope import Envelope
from readiness.published.values import Count, Mark, Source, says


class Check(TypedDict):
    """What a check found."""

    mark: Annotated[Mark, says("How much it matters.")]
    text: Annotated[str, says("What was found.")]
    facts: Annotated[list[str], says("What helps to understand it.")]
    fix: Annotated[str | None, says("What cures it.")]


class Doctor(Envelope[Literal["readiness.doctor"]]):
    """What readiness needs and keeps, checked."""

    problems: Annotated[Count, says("How many; then the exit code is 1.")]
    warnings: Annotated[Count, says("How many.")]
    checks: list[Check]


class UsedPath(TypedDict):
    """A folder or file that the program uses."""

    name: Annotated[str, says("What for, in words.")]
    path: Annotated[str, says("Where.")]
    exists: Annotated[bool, says("Whether it is there.")]


class Paths(Envelope[Literal["readiness.paths"]]):
    """Every folder and file that the program uses."""

    paths: list[UsedPath]


class Setting(TypedDict):
    """A setting that holds, and who says so."""

    key: Annotated[str, says("As in readiness.toml.")]
    value: Annotated[str, says("What holds; of what is built in, in words.")]
    source: Annotated[Source, says("What kind of thing says it.")]
    name: Annotated[
        str | None, says("Of the option, variable or file; null if built in.")
    ]
    line: Annotated[int | None, says("Of the file.")]
    wrong: Annotated[str | None, says("Why nobody can use the value.")]


class Settings(Envelope[Literal["readiness.settings"]]):
    """Every setting that holds."""

    settings: list[Setting]
