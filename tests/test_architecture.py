import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from readiness.cli.group import COMMANDS

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path.relative_to(ROOT)
    for folder in ("readiness", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
)
# The command line is assembled in its own __init__.
INITS = [
    module
    for module in MODULES
    if module.match("readiness/*/__init__.py") and module.parts[1] != "cli"
]
HEAVY = {
    "icalendar", "jinja2", "platformdirs", "prompt_toolkit", "questionary", "rich",
    "yaml",
}  # fmt: skip


def loaded_by(code):
    code = f"import sys; {code}; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in ran.stdout.split()}


def test_the_command_line_starts_with_typer_and_nothing_more():
    with_typer = loaded_by("import typer, typer.core, typer.main")

    loaded = loaded_by("import readiness.cli")

    assert (loaded - with_typer) & (HEAVY | {"pydantic"}) == set()
    assert "readiness" in loaded


@pytest.mark.parametrize("name", COMMANDS)
def test_importing_a_command_loads_none_of_the_heavy_libraries(name):
    module = COMMANDS[name].target.partition(":")[0]
    with_typer = loaded_by("import typer, typer.core, typer.main")

    loaded = loaded_by(f"import readiness.cli.{module}")

    assert (loaded - with_typer) & HEAVY == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_exists_and_says_what_it_does(name):
    module, attribute = COMMANDS[name].target.split(":")

    found = getattr(importlib.import_module(f"readiness.cli.{module}"), attribute)

    assert callable(found)
    assert COMMANDS[name].help.endswith(".")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_stays_small_enough_to_read_in_one_sitting(module):
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()

    assert len(lines) <= (400 if module.parts[0] == "tests" else 250)


@pytest.mark.parametrize("init", INITS, ids=str)
def test_a_room_has_nothing_in_its_init_but_a_docstring(init):
    text = (ROOT / init).read_text(encoding="utf-8").strip()

    assert text.startswith('"""')
    assert text.count("\n") == 0


def test_the_tests_cannot_reach_the_answers_of_the_developer(own_store):
    from readiness.cli.workspace import find_data_folder

    code = "from readiness.cli.workspace import *; print(find_data_folder(None))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=own_store.parent,
    )

    assert str(own_store.parent) in ran.stdout
    assert own_store.parent in find_data_folder(own_store).parents
