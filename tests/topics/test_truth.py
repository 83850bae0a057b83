"""What the topics say is true of the program."""

import ast
import json
import re
import stat
import tomllib
from itertools import groupby
from pathlib import Path

import pytest
from typer.main import get_command

from readiness.cli import app, pager
from readiness.cli.group import COMMANDS, load
from readiness.errors import ExitCode
from readiness.exchange.answers import read_answers
from readiness.interview.page.keys import KEYS as PAGE_KEYS
from readiness.interview.page.keys import View
from readiness.interview.plain.words import MEANINGS
from readiness.interview.steps import Command
from readiness.pack.archive import digest
from readiness.pack.catalog import DEFAULT_PACK, find_pack
from readiness.responses import EvidenceKind, Rated, Unknown
from readiness.scoring.levels import CUTS, LEVEL_NAMES
from readiness.settings.files import read_settings
from readiness.settings.keys import KEYS as SETTINGS
from readiness.store.wire import decode
from readiness.topics.catalog import TOPICS, find_topic

PACKAGE = Path(__file__).parents[2] / "readiness"
OURS = re.compile(r"READINESS_[A-Z_]+")
READS = re.compile(r"(environ|environ\.get|getenv)$")
PACK = find_pack(DEFAULT_PACK)


def examples_of(topic):
    """Return the indented blocks of a topic, without their indentation."""
    parted = groupby(find_topic(topic).splitlines(), key=lambda line: not line)
    blocks = [list(lines) for is_empty, lines in parted if not is_empty]
    return [
        "\n".join(line.removeprefix("    ") for line in block)
        for block in blocks
        if block[0].startswith("    ")
    ]


def terms_of(topic):
    """Return the first column of the rows of a topic."""
    return re.findall(r"^  (\S+(?: \S+)*)  ", find_topic(topic), re.MULTILINE)


def variables_read():
    """Return every variable of the environment that the source of the package names."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found |= set(_names(node))
    return found


def _names(node):
    match node:
        case ast.Constant(value=str(text)) if OURS.fullmatch(text):
            yield text
        case ast.Call(func=ast.Name(id="is_set"), args=[ast.Constant(value=name)]):
            yield name
        case (
            ast.Call(func=holder, args=[ast.Constant(value=str(name)), *_])
            | ast.Subscript(value=holder, slice=ast.Constant(value=str(name)))
            | ast.Compare(left=ast.Constant(value=str(name)), comparators=[holder])
        ) if READS.search(ast.unparse(holder)):
            yield name
        case ast.BinOp(left=holder, right=ast.Set(elts=those)) if "environ" in (
            ast.unparse(holder)
        ):
            yield from (ast.literal_eval(one) for one in those)


def commands_of(command, path=()):
    """Yield every command and command of a command, by its words."""
    yield path, command
    for name, one in getattr(command, "commands", {}).items():
        yield from commands_of(one, (*path, name))


@pytest.fixture(name="commands", scope="module")
def _commands():
    """Return the options of every command, by its words."""
    found = {"": _options(get_command(app))}
    for name in COMMANDS:
        for path, command in commands_of(load(name, None), (name,)):
            found[" ".join(path)] = _options(command) | found[""]
    return found


def _options(command):
    return {"--help", *(name for param in command.params for name in param.opts)}


def test_every_exit_code_is_explained_and_no_other():
    explained = [int(code) for code in terms_of("exit-codes")]

    hung_up = 128 + 1  # a signal, so it is no member
    assert explained == sorted({*ExitCode, hung_up})


def test_every_variable_that_the_program_reads_is_explained():
    explained = find_topic("environment")

    names = variables_read() | set(pager.NAMES) | {"EDITOR", "LESS", "TMPDIR"}
    names |= {name for key in SETTINGS.values() for name in key.variables}
    assert {"READINESS_TEAM", "SOURCE_DATE_EPOCH", "TERM", "WT_SESSION"} <= names
    assert [name for name in sorted(names) if name not in explained] == []


def test_no_variable_is_explained_that_the_program_does_not_read():
    source = "".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))

    for topic in TOPICS:
        for name in OURS.findall(find_topic(topic)):
            assert f'"{name}"' in source


def test_every_key_of_the_question_page_is_explained():
    digits = ["0 to 4"]
    names = [key.names for key in PAGE_KEYS if key.deed is not View.LOOK]

    missing = set(digits + names) - set(terms_of("keys"))
    assert missing == set()


def test_every_word_of_plain_lines_is_explained():
    words = [meaning.partition(":")[0] for meaning in MEANINGS.values()]

    assert set(words) | {"list", "again", "more", "rules", "help"} <= set(
        terms_of("keys")
    )
    assert set(MEANINGS) == {*Command} - {Command.INTERRUPT}


def test_every_command_in_a_topic_exists_with_its_options(commands):
    lines = [
        line
        for topic in TOPICS
        for example in examples_of(topic)
        for line in example.splitlines()
        if line.startswith("readiness ")
    ]

    assert len(lines) > len(TOPICS)
    for line in lines:
        _, *words = line.split()
        name = " ".join(words[:2]) if " ".join(words[:2]) in commands else words[0]
        given = {word for word in words if word.startswith("-")}
        assert name in commands, line
        assert given <= commands[name], line


@pytest.mark.parametrize("topic", TOPICS)
def test_every_option_in_a_topic_exists(topic, commands):
    known = set().union(*commands.values())

    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", find_topic(topic)))
    assert named <= known


def test_the_levels_are_those_of_the_program():
    text = find_topic("scoring")

    assert len(LEVEL_NAMES) == len(CUTS) + 1
    for cut in CUTS:
        assert f"{cut:g}" in text
    for level, name in enumerate(LEVEL_NAMES):
        assert f"  {level}  {name}\n" in text


def test_the_answers_files_in_formats_can_be_imported():
    yaml, json_text, *_ = examples_of("formats")

    read = read_answers(yaml, "example", PACK)
    same = read_answers(json_text, "example", PACK)

    assert read.answers["ai-pairing-reach"] == Rated(level=3)
    assert read.answers["ai-pairing-context"] == Unknown()
    assert len(read.answers) == 4
    kinds = [
        piece.kind for answer in read.answers.values() for piece in answer.evidence
    ]
    assert kinds == [EvidenceKind.ARTEFACT, EvidenceKind.SEEN]
    assert all(f"{kind.value} (" in find_topic("formats") for kind in EvidenceKind)
    assert read.heading == same.heading


def test_the_response_file_in_formats_can_be_read_once_its_pack_is_named():
    example = json.loads(examples_of("formats")[2])
    pack = {"id": PACK.id, "version": PACK.version, "sha256": digest(PACK)}

    response = decode(json.dumps({**example, "pack": pack}).encode(), "example")

    assert response.respondent == "ana"
    assert response.answers["ai-pairing-reach"] == Rated(level=3, note="Bills.")


def test_the_document_in_formats_begins_as_every_report_does(run):
    example = json.loads(examples_of("formats")[-1])

    report = json.loads(run("report", "--demo", "--json").stdout)

    assert example.items() <= report.items()


def test_the_files_in_environment_say_every_setting_there_is(tmp_path):
    project, own = (e for e in examples_of("environment") if "=" in e)
    (tmp_path / "readiness.toml").write_text(project, encoding="utf-8")
    (tmp_path / "config.toml").write_text(f"{project}\n{own}", encoding="utf-8")

    shared = read_settings(tmp_path / "readiness.toml")
    both = read_settings(tmp_path / "config.toml", is_personal=True)

    names = {said.key.name for said in shared.said}
    assert {said.key.name for said in both.said} == set(SETTINGS)
    assert names == {name for name in SETTINGS if not SETTINGS[name].is_personal}
    assert shared.warnings == shared.mistakes == both.warnings == both.mistakes == ()


def test_the_line_in_accessibility_makes_plain_lines_the_rule():
    line = next(e for e in examples_of("accessibility") if "=" in e)

    assert tomllib.loads(line) == {"accessible": True}


def test_only_the_user_can_read_what_is_kept(run, own_store):
    run("answer", "ai-pairing-reach", "3", "--as", "Ana")

    kept = [own_store, *own_store.rglob("*")]
    assert len(kept) > 4
    for path in kept:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600)


@pytest.mark.parametrize(
    ("words", "has_notes"),
    [
        (["report"], False),
        (["report", "--plain"], False),
        (["report", "--full"], True),
        (["report", "--json"], True),
        (["report", "--format", "markdown"], True),
        (["plan"], False),
        (["plan", "--json"], False),
    ],
)
def test_notes_are_where_privacy_says_so_and_names_are_nowhere(run, words, has_notes):
    run("answer", "ai-pairing-reach", "0", "--as", "Gwendolyn", "--note", "Secretly.")

    shown = run(*words).stdout

    assert ("Secretly." in shown) is has_notes
    assert "gwendolyn" not in shown.casefold()
