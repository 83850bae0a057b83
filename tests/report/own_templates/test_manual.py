"""What the manual of templates says is true."""

import re
import tomllib
from dataclasses import is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

import pytest

from readiness.branding import model as branding
from readiness.branding.reader import read_brand
from readiness.report import model, panel_model
from readiness.report.charts import model as charts
from readiness.report.documents import model as documents
from readiness.report.own_templates import (
    child,
    loader,
    policy,
    render,
    sandbox,
    shipped,
)
from readiness.report.own_templates.kinds import Kind
from readiness.report.own_templates.shipped import SHIPPED
from readiness.resources import templates_folder
from tests.branding.logos import an_svg
from tests.documents import demo_document

MANUAL = (templates_folder() / shipped.MANUAL).read_text(encoding="utf-8")
MODELS = (documents, model, panel_model, branding, charts)
CLASSES = {
    name: found
    for module in MODELS
    for name, found in vars(module).items()
    if isinstance(found, type) and is_dataclass(found)
}
WORDS = (
    (bool, "true or false"),
    (int, "whole number"),
    (float, "number"),
    (str, "text"),
)
ROW = re.compile(r"^\| (`[^|]*) \|(?: ([^|]+) \|)?", re.MULTILINE)


def part(heading):
    """Return what stands in the manual below a heading."""
    return re.split(r"^#+ ", MANUAL.partition(f"# {heading}\n")[2], flags=re.MULTILINE)[
        0
    ]


def names_after(words):
    """Return the names in the table that follows some words."""
    table = MANUAL.partition(f"{words}\n\n")[2].partition("\n\n")[0]
    return {
        name for row in ROW.findall(table) for name in re.findall(r"`(\w+)", row[0])
    }


def in_words(hint):
    """Return a type as the manual names it."""
    arguments = get_args(hint)
    if isinstance(hint, UnionType):
        (one,) = (argument for argument in arguments if argument is not NoneType)
        return f"{in_words(one)} or none"
    if get_origin(hint) is tuple:
        return f"list of {_several(arguments[0])}"
    if hint in CLASSES.values():
        return f"`{hint.__name__}`"
    return next(words for known, words in WORDS if issubclass(hint, known))


def _several(hint):
    if get_origin(hint) is not tuple:
        return in_words(hint)
    return "lists" if get_args(hint)[-1] is ... else "pairs"


HEADINGS = re.findall(r"^### `(\w+)`$", MANUAL, flags=re.MULTILINE)


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_names_and_types_of_the_manual_are_those_of_the_model(heading):
    described = CLASSES[heading]
    hints = get_type_hints(described)

    for name, said in ROW.findall(part(f"`{heading}`")):
        found = getattr(described, name.strip("`"))
        if isinstance(found, property):
            hints[name.strip("`")] = get_type_hints(found.fget)["return"]
        assert f"{name} {said}" == f"{name} {in_words(hints[name.strip('`')])}"


def test_every_type_that_the_manual_names_is_explained_in_it():
    named = set(re.findall(r"\| (?:list of )?`([A-Z]\w+)`(?: or none)? \|", MANUAL))

    assert named <= set(HEADINGS)


ALL = names_after("All templates find these:")
TEXTS = ALL | names_after("Those for HTML and Markdown find these too:")


@pytest.mark.parametrize(
    ("kind", "words"), [(Kind.HTML, "HTML"), (Kind.MARKDOWN, "Markdown")]
)
def test_the_manual_has_every_name_that_a_template_finds(kind, words):
    own = names_after(f"Only those for {words} find these:")

    assert set(sandbox.context(demo_document(), kind)) == TEXTS | own


def test_the_manual_has_every_name_that_a_template_for_word_finds():
    source = Path(render.__file__).parents[1] / "word" / "render.py"
    text = source.read_text(encoding="utf-8")
    given = re.findall(r'^ +"(\w+)": ', text, flags=re.MULTILINE)

    assert set(given) == ALL | names_after("Only those for Word find these:")


def test_the_manual_has_every_chart_and_every_filter():
    for kind in charts.ChartKind:
        assert f"`{kind}`" in MANUAL or f"charts.{kind}" in MANUAL
    for name in ("md", "md_quote", "cell"):
        assert name in sandbox.sandbox(Path.cwd(), Kind.MARKDOWN).filters
        assert f"`a | {name}`" in MANUAL


def test_the_manual_has_every_template_that_ships():
    assert all(f"| `{one.name}` |" in MANUAL for one in SHIPPED)


def test_the_limits_of_the_manual_are_those_that_hold():
    said = " ".join(part("What a template may not do").split())

    assert all(f"`{ending}`" in said for ending in loader.ENDINGS)
    assert (loader.LIMIT, child.WORD) == (1024**2, 20 * 1024**2)
    assert (child.MEMORY, sandbox.OUTPUT) == (1024**3, 20 * 1024**2)
    assert render.SECONDS == {Kind.HTML: 10, Kind.MARKDOWN: 10, Kind.DOCX: 30}


def test_the_policy_of_the_manual_is_the_one_that_pages_get():
    assert f"```\n{policy.POLICY}\n```" in part("What a template may not do")


def test_the_brand_of_the_manual_can_be_read(tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", MANUAL, flags=re.DOTALL)
    (tmp_path / "brand.toml").write_text(text, encoding="utf-8")
    (tmp_path / "logo.svg").write_bytes(an_svg())
    (tmp_path / "fonts").mkdir()

    brand = read_brand(tmp_path / "brand.toml")

    assert brand.client == tomllib.loads(text)["client"]
    assert brand.logo is not None
