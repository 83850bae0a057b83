"""The options that every command has besides its own, and the settings in files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from readiness.environment import COLOR, CONFIG, choose_colors
from readiness.errors import BadDataError, NotFoundError, UsageError

if TYPE_CHECKING:
    from readiness.settings.settled import Settings

PANEL = "Options of every command"

# These run on although a file with settings is wrong: they are what helps then.
_FORGIVING = frozenset({"completion", "help"})


class Color(StrEnum):
    """When to print colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Run:
    """One run of the program: what options said so far, and then its settings.

    Making it costs nothing; `settings` imports what reads files.
    """

    def __init__(self) -> None:
        self.options: dict[str, str] = {}  #: names of options, by variable

    @cached_property
    def settings(self) -> "Settings":
        """The settings, which nobody has read yet."""
        from readiness.settings.settled import Settings

        return Settings(os.environ, self.options)

    def give(self, variable: str, value: str, option: str) -> None:
        """Take what an option says: it wins over everything else."""
        os.environ[variable] = value
        self.options[variable] = option


def run_of(context: typer.Context) -> Run:
    """Return the run that ``context`` is part of."""
    run: Run = context.find_root().obj
    return run


def settle(context: typer.Context) -> None:
    """Let the files say what neither options nor the environment do.

    Warns of what is useless in them. Raises `BadDataError` for what is wrong in them,
    `NotFoundError` if the one that was named is not there, `UsageError` for a variable
    that says what nobody can do.
    """
    settings = run_of(context).settings
    settings.read()
    if context.resilient_parsing:  # a shell completes a line: it can read no message
        return
    check_config(settings)
    _check_color()
    forgives = context.find_root().invoked_subcommand in _FORGIVING
    for file in settings.files():
        for sentence in (*file.warnings, *(file.mistakes if forgives else ())):
            warn(sentence)
        if not forgives:
            file.raise_mistakes()


def check_config(settings: "Settings") -> None:
    """Raise `NotFoundError` if the file that was named is not there."""
    if settings.missing is not None:
        raise NotFoundError(
            f"there is no file {settings.missing}",
            facts=(f"{settings.options.get(CONFIG, CONFIG)} names it",),
            tries=("leave it out: readiness.toml is found, here or above",),
        )


def check_pack(context: typer.Context, value: str | None) -> str | None:
    """Return the pack as it is; it must be there if a file names it.

    Raises `BadDataError` with the place in the file.
    """
    said = run_of(context).settings.taken.get("READINESS_PACK")
    source = context.get_parameter_source("pack")
    is_typed = source is not None and source.name == "COMMANDLINE"
    if said is None or is_typed:
        return value
    from readiness.pack.catalog import demo_folders
    from readiness.settings.toml import shown

    file, pack = said
    try:
        demo_folders(pack.value)  # of a pack that ships
    except NotFoundError as failure:
        raise BadDataError(
            f"{shown(file.path)}:{pack.line}: {failure.message}",
            facts=failure.facts,
            tries=(f"edit {shown(file.path)}", "readiness assess --pack ID"),
        ) from None
    return value


def _check_color() -> None:
    color = os.environ.get(COLOR, "")
    if color not in {"", *Color}:
        from readiness.suggestions import quoted

        raise UsageError(
            f"{COLOR} is {quoted(color)}; it may be {', '.join(Color)}",
            tries=(f"unset {COLOR}",),
        )


def warn(sentence: str) -> None:
    """Print a warning on standard error, without what a terminal would obey."""
    from readiness.plaintext import clean

    typer.echo(clean(f"warning: {sentence}"), err=True)


def global_params() -> list[Any]:
    """Return the options, as Typer keeps them, to be added to those of a command."""
    carrier = typer.Typer(add_completion=False)
    carrier.command()(_carry)
    return list(get_command(carrier).params)


def add_global_params(command: Any) -> Any:  # noqa: ANN401 - Typer keeps its types private
    """Add the options to a command, or to a group and each command of it; return it.

    An option that the command itself has by that name stays.
    """
    for member in getattr(command, "commands", {}).values():
        add_global_params(member)
    own = {name for param in command.params for name in param.opts}
    added = global_params()
    command.params += [param for param in added if own.isdisjoint(param.opts)]
    return command


@contextmanager
def own_environment() -> Iterator[None]:
    """Take back at the end what the program changed in the environment.

    Until then a child, which is an editor or a pager, inherits it: a `readiness` that
    is started within obeys the same settings, and NO_COLOR reaches what it is for.
    """
    before = dict(os.environ)
    try:
        yield
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)


def _name_config(context: typer.Context, value: Path | None) -> None:
    if value is not None:
        run_of(context).give(CONFIG, str(value), "--config")
    if not isinstance(context.command, TyperGroup):  # a command of it has it too
        settle(context)


def _choose_color(context: typer.Context, value: Color | None) -> None:
    if value is not None:
        run_of(context).give(COLOR, value, "--color")
        choose_colors(os.environ)


def _refuse_prompts(context: typer.Context, value: bool) -> None:
    if value:
        run_of(context).give("READINESS_NO_INPUT", "1", "--no-input")


def _carry(
    *,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="FILE",
            is_eager=True,  # before the options whose values are in the files
            callback=_name_config,
            expose_value=False,
            rich_help_panel=PANEL,
            help="Settings of the project. Default: readiness.toml here or above.",
        ),
    ] = None,
    color: Annotated[
        Color | None,
        typer.Option(
            "--color",
            is_eager=True,
            callback=_choose_color,
            expose_value=False,
            show_default=False,
            rich_help_panel=PANEL,
            help="When to print colours. Default: on a terminal.",
        ),
    ] = None,
    no_input: Annotated[
        bool,
        typer.Option(
            "--no-input",
            is_eager=True,
            callback=_refuse_prompts,
            expose_value=False,
            rich_help_panel=PANEL,
            help="Never ask; fail instead.",
        ),
    ] = False,
) -> None:
    """Carry the options; it never runs."""
