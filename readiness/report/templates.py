"""The one Jinja2 environment, for every document that has a template."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from readiness.markup import markdown_cell, markdown_quote, markdown_text
from readiness.resources import templates_folder


@cache
def environment() -> Environment:
    """Return the environment: HTML escapes, and a missing name is an error."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=select_autoescape(["html.j2", "svg.j2"]),  # not by ".j2" alone
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = markdown_text
    environment.filters["md_quote"] = markdown_quote
    environment.filters["cell"] = markdown_cell
    return environment
