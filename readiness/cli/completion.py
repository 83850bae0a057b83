"""``readiness completion``: the script that lets a shell complete what one types."""

from enum import StrEnum
from typing import Annotated, Any

import typer


class Shell(StrEnum):
    """The shells that can complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


PLACES = {  #: where the script of each shell belongs
    Shell.BASH: "Save it as ~/.local/share/bash-completion/completions/readiness, "
    "or add to ~/.bashrc: source <(readiness completion bash)",
    Shell.ZSH: "Save it as ~/.zfunc/_readiness, with fpath+=~/.zfunc before compinit "
    "in ~/.zshrc",
    Shell.FISH: "Save it as ~/.config/fish/completions/readiness.fish",
    Shell.POWERSHELL: "Add it to your profile: "
    "readiness completion powershell >> $PROFILE",
}


def completion(
    context: typer.Context,
    shell: Annotated[Shell, typer.Argument(help="Your shell.", show_default=False)],
) -> None:
    """Print the script that lets your shell complete commands, options and values."""
    typer.echo(f"{PLACES[shell]}. Then open a new shell.", err=True)
    root = context.find_root()
    options: dict[str | None, Any] = {one.name: one for one in root.command.params}
    show = options["show_completion"]
    show.callback(root, show, shell.value)  # prints it, and ends the program
