"""``readiness --demo``: what the sample team got out of it, in one screen."""

from textwrap import fill

import typer

from readiness.cli.assessed import sample
from readiness.cli.screen import Screen, find_screen, show_headline
from readiness.report.model import StepLine

STEPS = 3  #: of the plan


def show_tour() -> None:
    """Print the example, and how to begin with one's own."""
    show_example()
    typer.echo(f"Yours:      readiness assess --quick   {_quick_words()}")


def show_example() -> None:
    """Print the sample's result in short, and its first steps."""
    report, screen = sample().report(), find_screen()
    typer.echo(f"DEMO DATA: {report.team}, {report.period}. An invented team.\n")
    show_headline(report, screen)
    typer.echo("\nFirst steps of its plan:")
    for step in report.steps[:STEPS]:
        typer.echo(_on_screen(step, screen))
    typer.echo("\nThe whole:  readiness report --demo   and   readiness plan --demo")


def _on_screen(step: StepLine, screen: Screen) -> str:
    line = f"  {step.number}  {step.title} (+{step.gain_words})"
    if not screen.is_terminal:
        return line
    return fill(line, screen.width, subsequent_indent=" " * 6, break_on_hyphens=False)


def _quick_words() -> str:
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    pack = find_pack(DEFAULT_PACK)
    quick = sum(question.quick for question in pack.questions())
    return f"({quick} questions, about {pack.quick_minutes} minutes)"
