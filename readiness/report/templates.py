"""The Jinja2 environment of every document that has a template."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from readiness.markup import markdown_cell, markdown_quote, markdown_text
from readiness.resources import templates_folder

# not by ".j2" alone, which would be a style sheet's and a Markdown file's too
_MARKUP = ("html.j2", "htm.j2", "svg.j2", "html", "htm", "svg")


@cache
def environment() -> Environment:
    """Return the environment of the templates that ship with the program."""
    environment = Environment(loader=FileSystemLoader(templates_folder()))  # noqa: S701 - `furnish` lets it escape
    furnish(environment)
    return environment


def furnish(environment: Environment) -> None:
    """Make an environment as every template expects it, ours or somebody's own.

    HTML escapes, a missing name is an error, and Markdown has its filters.
    """
    environment.autoescape = select_autoescape(_MARKUP)
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.keep_trailing_newline = True
    environment.filters["md"] = markdown_text
    environment.filters["md_quote"] = markdown_quote
    environment.filters["cell"] = markdown_cell
