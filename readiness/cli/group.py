"""The commands by name, each imported only when it runs.

Importing every command would cost several times the start of Typer itself, so the
names and one-line helps stand in a table.
"""

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from readiness.cli import completing
from readiness.cli.boundary import Boundary, PipeClosed
from readiness.cli.everywhere import (
    Run,
    add_global_params,
    global_params,
    own_environment,
    run_of,
)
from readiness.cli.options import HELP_NAMES
from readiness.environment import is_dumb_terminal, wants_sentences


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
    "compare": Entry(
        "compare:compare", "Quarters", "Say what changed since last quarter, and why."
    ),
    "history": Entry("history:history", "Quarters", "Show the scores of all quarters."),
    "export": Entry(
        "export:app", "Quarters", "Write the plan for issue trackers and calendars."
    ),
    "calibrate": Entry(
        "calibrate:calibrate", "Quarters", "Measure how much answers move by chance."
    ),
    "answer": Entry("answer:answer", "Answers", "Give one answer without prompts."),
    "form": Entry("form:form", "Answers", "Print a form to fill in offline."),
    "import": Entry("imports:import_files", "Answers", "Read filled-in forms."),
    "packs": Entry("packs:app", "Question packs", "List, show and check packs."),
    "schema": Entry("schema:schema", "Question packs", "Print a JSON Schema."),
    "templates": Entry(
        "templates:app", "Documents", "List and copy templates of documents."
    ),
    "doctor": Entry("doctor:doctor", "Help", "Check what readiness needs and keeps."),
    "help": Entry("help:show_help", "Help", "Explain a topic, such as keys."),
    "completion": Entry(
        "completion:completion", "Help", "Print what lets a shell complete."
    ),
}


class LazyGroup(TyperGroup):
    """The group of all commands; it loads the one that runs."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Typer's own settings
        super().__init__(**settings)
        self.commands = {
            name: TyperCommand(name, help=entry.help, rich_help_panel=entry.panel)
            for name, entry in COMMANDS.items()
        }
        self.params += global_params()

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer keeps its types private
        """Return the options; those of Typer's that `completion` is for are hidden."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            if param.name in {"install_completion", "show_completion"}:
                param.hidden = True
        return params

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer keeps its types private
        """Find the command that ``args`` name, and import it."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, found and load(str(name), find_markup_mode(ctx)), rest

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as Typer has it
        """Print the help as the person can read it."""
        self.rich_markup_mode = find_markup_mode(ctx)
        super().format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as Typer has it
        """Run the command; Typer would call a closed pipe a failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as gone:
            raise PipeClosed from gone

    def main(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401 - as Typer has it
        """Run a command line; failures become a message and an exit code."""
        settings["obj"] = Run()
        if completing.is_asked():
            with own_environment(), completing.Silence():
                super().main(*args, **settings)
        with own_environment(), Boundary() as boundary:
            settings["standalone_mode"] = False
            boundary.leave(super().main(*args, **settings))


def find_markup_mode(context: typer.Context) -> Any:  # noqa: ANN401 - as above
    """Return how help is drawn: boxes and colours are noise to a screen reader."""
    run_of(context).settings.read_personal()
    return None if wants_sentences() or is_dumb_terminal() else "rich"


def load(name: str, markup_mode: Any) -> Any:  # noqa: ANN401 - Typer keeps its types private
    """Import the command called ``name``, ready to run."""
    entry = COMMANDS[name]
    module, attribute = entry.target.split(":")
    target = getattr(import_module(f"readiness.cli.{module}"), attribute)
    if isinstance(target, typer.Typer):
        target.rich_markup_mode = markup_mode
        command = get_command(target)
        command.name = name
        return add_global_params(command)
    single = typer.Typer(add_completion=False, rich_markup_mode=markup_mode)
    single.command(name, context_settings=HELP_NAMES)(target)
    return add_global_params(get_command(single))
