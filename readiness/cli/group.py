"""The commands by name, each imported only when it runs.

Importing every command would cost several times the start of Typer itself, so the
names and one-line helps stand in a table.
"""

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from readiness.cli.boundary import Boundary, PipeClosed
from readiness.cli.options import HELP_NAMES


class Entry(NamedTuple):
    """Where a command is, in which part of the help, and its one-line help."""

    target: str  #: module:attribute, a function or a Typer of sub-commands
    panel: str
    help: str


COMMANDS = {
    "assess": Entry(
        "assess:assess", "Start here", "Ask the questions; every answer is kept."
    ),
    "report": Entry("report:report", "Start here", "Show or write the report."),
    "plan": Entry("plan:plan", "Start here", "Show or write the action plan."),
    "status": Entry("status:status", "Start here", "Say what is answered and open."),
    "answer": Entry("answer:answer", "Answers", "Give one answer without prompts."),
    "form": Entry("form:form", "Answers", "Print a form to fill in offline."),
    "import": Entry("imports:import_files", "Answers", "Read filled-in forms."),
    "packs": Entry("packs:app", "Question packs", "List, show and check packs."),
    "schema": Entry("schema:schema", "Question packs", "Print a JSON Schema."),
}


class LazyGroup(TyperGroup):
    """The group of all commands; it loads the one that runs."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Typer's own settings
        super().__init__(**settings)
        self.commands = {
            name: TyperCommand(name, help=entry.help, rich_help_panel=entry.panel)
            for name, entry in COMMANDS.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer keeps its types private
        """Find the command that ``args`` name, and import it."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, found and load(str(name), self.rich_markup_mode), rest

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as Typer has it
        """Run the command; Typer would call a closed pipe a failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as gone:
            raise PipeClosed from gone

    def main(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401 - as Typer has it
        """Run a command line; failures become a message and an exit code."""
        with Boundary() as boundary:
            settings["standalone_mode"] = False
            boundary.leave(super().main(*args, **settings))


def load(name: str, markup_mode: Any) -> Any:  # noqa: ANN401 - Typer keeps its types private
    """Import the command called ``name``, ready to run."""
    entry = COMMANDS[name]
    module, attribute = entry.target.split(":")
    target = getattr(import_module(f"readiness.cli.{module}"), attribute)
    if isinstance(target, typer.Typer):
        target.rich_markup_mode = markup_mode
        command = get_command(target)
        command.name = name
        return command
    single = typer.Typer(add_completion=False, rich_markup_mode=markup_mode)
    single.command(name, context_settings=HELP_NAMES)(target)
    return get_command(single)
