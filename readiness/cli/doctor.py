"""``readiness doctor``: check what the program needs and keeps."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.doctoring.lines import print_lines
from readiness.cli.everywhere import run_of, warn
from readiness.cli.options import DataDirOption, JsonOption, PlainOption
from readiness.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from readiness.cli.doctoring.checks import Finding
    from readiness.published import doctor as published
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
            help="List every setting and who says it; exit code 1 if one is wrong.",
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
    if not (paths or config):
        return _print_checks(context, as_json=as_json, plain=plain)
    mistakes = [
        one for file in run_of(context).settings.files() for one in file.mistakes
    ]
    for sentence in mistakes:  # what they are about is in neither list
        warn(sentence)
    print_list = _print_paths if paths else _print_settings
    is_fine = print_list(context, as_json=as_json) and not mistakes
    return ExitCode.OK if is_fine else ExitCode.CHECK_FAILED


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
        from readiness.cli.doctoring import documents

        _print_json(documents.checks_document(findings))
    else:
        _print_findings(findings, plain=plain)
        print_lines([_summary(counts)])
    return ExitCode.CHECK_FAILED if counts["problem"] else ExitCode.OK


def _check(context: typer.Context) -> "Iterator[Finding]":
    from readiness.cli.doctoring import checks
    from readiness.cli.doctoring.kept_checks import check_answers
    from readiness.cli.doctoring.settings_checks import check_settings
    from readiness.errors import ReadinessError

    settings = run_of(context).settings
    yield from checks.check_program()
    yield from check_settings(settings)
    try:
        root, why = _data_folder(context)
    except ReadinessError as failure:
        yield checks.problem(failure)
    else:
        yield from check_answers(root, why)
    yield from checks.check_documents()
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


def _print_findings(findings: "Iterable[Finding]", *, plain: bool) -> None:
    from readiness.cli.screen import find_screen

    screen = find_screen(plain=plain)
    if screen.is_plain:
        print_lines(map(_spoken, findings), hanging=0)
        return
    marks = _WORDS if screen.is_ascii else _SIGNS
    widest = max(map(len, marks.values()))
    for finding in findings:
        first = f"  {marks[finding.mark]:{widest}}  {finding.text}"
        more = (f"{'':{widest + 6}}{line}" for line in _more(finding))
        print_lines([first, *more], hanging=widest + 4)


def _spoken(finding: "Finding") -> str:
    texts = (finding.text, *_more(finding))
    return " ".join([f"{_SENTENCES[finding.mark]}:", *map(_sentence, texts)])


def _more(finding: "Finding") -> list[str]:
    return [*finding.facts, *([f"fix: {finding.fix}"] if finding.fix else [])]


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def _summary(counts: Mapping[str, int]) -> str:
    from readiness.report.words import counted

    said = [counted(count, mark, f"{mark}s") for mark, count in counts.items()]
    return f"{', '.join(said)}."


def _print_paths(context: typer.Context, *, as_json: bool) -> bool:
    """Print the list; there is nothing in it that could be wrong."""
    rows: list[published.UsedPath] = [
        {"name": name, "path": str(path), "exists": os.path.lexists(path)}
        for name, path in _paths(context)
    ]
    if as_json:
        from readiness.cli.doctoring import documents

        _print_json(documents.paths_document(rows))
        return True
    widest = max(len(row["name"]) for row in rows)
    print_lines(
        f"{row['name']:{widest}}  {'exists' if row['exists'] else 'not there':9}"
        f"  {row['path']}"
        for row in rows
    )
    return True


def _paths(context: typer.Context) -> Iterator[tuple[str, Path]]:
    from platformdirs import user_data_path, user_state_path

    from readiness.cli.places import places_file
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
    yield "which team each folder is for", places_file()


def _print_settings(context: typer.Context, *, as_json: bool) -> bool:
    """Print the list; return whether every value in it can be used."""
    from readiness.cli.doctoring.settings_checks import what_is_wrong

    settings = [(one, what_is_wrong(one)) for one in _settings(context)]
    if as_json:
        from readiness.cli.doctoring import documents

        _print_json(documents.settings_document(settings))
    else:
        widest = max(len(one.key) for one, _ in settings)
        print_lines(
            f"{one.key:{widest}}  {one.value}  ({one.origin}){wrong and f': {wrong}'}"
            for one, wrong in settings
        )
    return not any(wrong for _, wrong in settings)


def _print_json(document: Mapping[str, object]) -> None:
    from readiness.published.writing import as_text

    sys.stdout.write(as_text(document))
