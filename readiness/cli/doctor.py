"""``readiness doctor``: check what the program needs and keeps."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from readiness.cli.everywhere import run_of
from readiness.cli.options import DataDirOption, JsonOption, PlainOption
from readiness.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from readiness.cli.checks import Finding
    from readiness.settings.provenance import Setting

_SIGNS = {"fine": "✓", "warning": "!", "problem": "✗"}
_WORDS = {"fine": "ok", "warning": "warning", "problem": "problem"}
_SENTENCES = {"fine": "Fine", "warning": "Warning", "problem": "Problem"}


def _settle_quietly(context: typer.Context, value: bool) -> bool:
    """Read the settings before the options that they set; tell nothing yet."""
    run_of(context).settings.read()
    return value


def doctor(
    context: typer.Context,
    *,
    paths: Annotated[
        bool, typer.Option("--paths", help="List every folder and file it uses.")
    ] = False,
    config: Annotated[
        bool,
        typer.Option(
            "--config",
            is_eager=True,
            callback=_settle_quietly,
            help="List every setting and who says it.",
        ),
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
    data_dir: DataDirOption = None,
) -> int:
    """Check what readiness needs and keeps; exit code 1 if there is a problem."""
    if paths and config:
        raise UsageError("--paths and --config are two lists: ask for one at a time")
    _give(context, data_dir)
    if paths:
        _print_paths(context, as_json=as_json)
    elif config:
        _print_settings(context, as_json=as_json)
    else:
        return _print_checks(context, as_json=as_json, plain=plain)
    return ExitCode.OK


def _give(context: typer.Context, data_dir: Path | None) -> None:
    """Let the option count as one, if it is not what a file or variable says."""
    if data_dir is not None and str(data_dir) != os.environ.get("READINESS_HOME"):
        run_of(context).give("READINESS_HOME", str(data_dir), "--data-dir")


def _print_checks(context: typer.Context, *, as_json: bool, plain: bool) -> int:
    findings = list(_check(context))
    counts = {
        mark: sum(finding.mark == mark for finding in findings)
        for mark in ("problem", "warning")
    }
    if as_json:
        checks = [asdict(finding) for finding in findings]
        for check in checks:
            check["fix"] = check["fix"] or None
        numbers = {f"{mark}s": count for mark, count in counts.items()}
        _print_json("doctor", {**numbers, "checks": checks})
    else:
        _print_lines([*_layout(findings, plain=plain), _summary(counts)])
    return ExitCode.CHECK_FAILED if counts["problem"] else ExitCode.OK


def _check(context: typer.Context) -> "Iterator[Finding]":
    from readiness.cli import checks
    from readiness.cli.kept_checks import check_answers
    from readiness.errors import ReadinessError

    settings = run_of(context).settings
    yield from checks.check_program()
    yield from checks.check_settings(settings)
    try:
        root, why = _data_folder(context)
    except ReadinessError as failure:
        yield checks.problem(failure)
    else:
        yield from check_answers(root, why)
    yield from checks.check_terminal()
    yield from checks.check_editor()


def _data_folder(context: typer.Context) -> tuple[Path, str]:
    """Return the folder of the answers, and why it is this one."""
    from readiness.cli.workspace import FOLDER, find_data_folder

    said = next(one for one in _settings(context) if one.key == "data")
    if said.source != "built_in":
        return find_data_folder(Path(said.value)), said.origin
    root = find_data_folder(None)
    is_near = root.name == FOLDER
    return root, "found here or above" if is_near else "your user data folder"


def _settings(context: typer.Context) -> "Iterator[Setting]":
    from readiness.settings.provenance import settings_that_hold

    return settings_that_hold(run_of(context).settings)


def _layout(findings: "Iterable[Finding]", *, plain: bool) -> Iterator[str]:
    from readiness.cli.screen import find_screen

    screen = find_screen(plain=plain)
    marks = _WORDS if screen.is_ascii else _SIGNS
    widest = max(map(len, marks.values()))
    for finding in findings:
        more = [*finding.facts, *([f"fix: {finding.fix}"] if finding.fix else [])]
        if screen.is_plain:
            kind = _SENTENCES[finding.mark]
            yield " ".join([f"{kind}:", *map(_sentence, (finding.text, *more))])
        else:
            yield f"  {marks[finding.mark]:{widest}}  {finding.text}"
            yield from (f"{'':{widest + 6}}{line}" for line in more)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def _summary(counts: Mapping[str, int]) -> str:
    from readiness.report.words import counted

    said = [counted(count, mark, f"{mark}s") for mark, count in counts.items()]
    return f"{', '.join(said)}."


def _print_paths(context: typer.Context, *, as_json: bool) -> None:
    rows = [
        {"name": name, "path": str(path), "exists": os.path.lexists(path)}
        for name, path in _paths(context)
    ]
    if as_json:
        _print_json("paths", {"paths": rows})
        return
    widest = max(len(str(row["name"])) for row in rows)
    _print_lines(
        f"{row['name']:{widest}}  {'exists' if row['exists'] else 'not there'}"
        f"{'' if not row['exists'] else '   '}  {row['path']}"
        for row in rows
    )


def _paths(context: typer.Context) -> Iterator[tuple[str, Path]]:
    from platformdirs import user_data_path, user_state_path

    from readiness.settings.person import person_file
    from readiness.settings.project import PROJECT_FILE

    project = run_of(context).settings.project
    root, _ = _data_folder(context)
    yield "answers", root
    if root != user_data_path("readiness"):
        yield "answers without a folder of their own", user_data_path("readiness")
    yield "settings of the project", project.path if project else Path(PROJECT_FILE)
    yield "your settings", person_file()
    yield "traces of bugs", user_state_path("readiness")


def _print_settings(context: typer.Context, *, as_json: bool) -> None:
    settings = list(_settings(context))
    if as_json:
        rows = [{**asdict(one), "name": one.name or None} for one in settings]
        _print_json("settings", {"settings": rows})
        return
    widest = max(len(one.key) for one in settings)
    _print_lines(f"{one.key:{widest}}  {one.value}  ({one.origin})" for one in settings)


def _print_lines(lines: Iterable[str]) -> None:
    from readiness.plaintext import clean

    for line in lines:
        margin = len(line) - len(line.lstrip())
        typer.echo(" " * margin + clean(line))


def _print_json(kind: str, data: Mapping[str, Any]) -> None:
    from readiness import __version__

    document = {
        "schema_version": "1.0",
        "kind": f"readiness.{kind}",
        "tool": {"name": "readiness", "version": __version__},
        **data,
    }
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
