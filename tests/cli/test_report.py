import json
import os

import pytest

from readiness.errors import ExitCode

SAMPLE = "harbour-freight-services-sample-aa5079"  #: the id of the sample team


@pytest.fixture(name="answered")
def _answered(run):
    """Keep one answer of the shipped pack, the rest open."""
    assert run("answer", "ai-pairing-reach", "3").exit_code == ExitCode.OK
    return run


def test_a_report_of_the_sample_needs_no_answers(run):
    result = run("report", "--demo")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("DEMO DATA  Readiness report  Harbour Freight")
    assert "Next:" not in result.stderr


def test_a_report_in_a_pipe_has_one_record_a_line_and_no_colour(run):
    lines = run("report", "--demo").stdout.splitlines()

    assert "\x1b" not in "".join(lines)
    assert max(map(len, lines)) > 100


def test_without_answers_the_error_says_what_to_do(run):
    result = run("report")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stdout == ""
    assert result.stderr.startswith("error: no answers of team")
    assert "try: readiness assess --quick" in result.stderr


def test_a_period_without_answers_names_those_that_have_some(answered):
    result = answered("report", "2025-Q1")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "found: 2026-Q4" in result.stderr


def test_json_is_one_document_on_standard_output(answered):
    result = answered("report", "--json")

    document = json.loads(result.stdout)
    assert document["kind"] == "readiness.report"
    assert document["completeness"]["open"] == 55
    assert document["trends"][0]["capabilities"][0]["level"] is None
    assert document["overall"]["level"] is None
    assert document["respondents"] == 1


def test_a_document_goes_to_a_file_and_standard_output_stays_empty(run, tmp_path):
    path = tmp_path / "report.md"

    result = run("report", "--demo", "--format", "markdown", "-o", str(path))

    assert (result.stdout, result.stderr) == ("", f"Wrote {path}\n")
    assert path.read_text(encoding="utf-8").startswith("# Readiness report")


def test_the_terminal_report_in_a_file_is_in_sentences(run, tmp_path):
    path = tmp_path / "report.txt"

    run("report", "--demo", "-o", str(path))

    assert path.read_text(encoding="utf-8").startswith("Demo data. Readiness report")


@pytest.mark.parametrize(
    "words",
    [
        ("report", "-f", "markdown"),
        ("report", "--json"),
        ("plan", "--json"),
        ("report",),
    ],
)
def test_no_document_replaces_what_somebody_wrote(run, tmp_path, words):
    path = tmp_path / "mine"
    path.write_text("# My thesis\n")

    refused = run(*words, "--demo", "-o", str(path))
    kept = path.read_text(encoding="utf-8")
    forced = run(*words, "--demo", "-o", str(path), "--force")

    assert (refused.exit_code, forced.exit_code) == (ExitCode.CANNOT_WRITE, 0)
    assert kept == "# My thesis\n"
    assert "My thesis" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("-f", "markdown"), ("--json",)])
def test_a_document_nobody_edited_is_replaced(run, tmp_path, words):
    path = tmp_path / "report"
    run("report", "--demo", *words, "-o", str(path))

    assert run("report", "--demo", *words, "-o", str(path)).exit_code == ExitCode.OK


def test_a_document_keeps_its_permissions_and_links(run, tmp_path):
    path, link = tmp_path / "real.md", tmp_path / "link.md"
    path.touch(0o640)
    link.symlink_to(path)

    run("report", "--demo", "-f", "markdown", "-o", str(link))

    assert link.is_symlink()
    assert path.read_text(encoding="utf-8").startswith("# Readiness report")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_document_is_as_open_as_other_new_files(run, tmp_path):
    path = tmp_path / "report.md"
    mask = os.umask(0o022)

    run("report", "--demo", "-f", "markdown", "-o", str(path))
    os.umask(mask)

    assert path.stat().st_mode & 0o777 == 0o644


def test_a_document_that_could_not_be_written_leaves_nothing_behind(run, tmp_path):
    folder = tmp_path / "folder"
    (folder / "harbour-freight-services-sample-2026-Q4.json").mkdir(parents=True)
    there = sorted(folder.rglob("*"))

    result = run("report", "--demo", "--json", "-o", str(folder))

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert sorted(folder.rglob("*")) == there
    assert "Is a directory" in result.stderr


def test_a_dash_is_standard_output(run):
    assert run("report", "--demo", "--json", "-o", "-").stdout.startswith("{")


def test_a_pipe_or_device_is_written_to_and_not_replaced(run, tmp_path):
    device = tmp_path / "null"
    device.symlink_to("/dev/null")

    result = run("report", "--demo", "--json", "-o", str(device))

    assert result.exit_code == ExitCode.OK
    assert device.is_symlink()


def test_a_file_that_cannot_be_written_is_said_with_its_name(run, tmp_path):
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "report.json"

    result = run("report", "--demo", "--json", "-o", str(path))

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert str(path) in result.stderr


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("40", 0), ("90", 1)])
def test_fail_under_compares_the_overall_score(run, least, code):
    result = run("report", "--demo", "--fail-under", least)

    assert result.exit_code == code
    assert ("which is under" in result.stderr) == bool(code)
    assert result.stdout


def test_fail_under_with_a_trend_compares_that_trend(run):
    good = run("report", "--demo", "--trend", "serverless", "--fail-under", "50")
    bad = run("report", "--demo", "--trend", "multiagent", "--fail-under", "50")

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "Multiagent systems is" in bad.stderr


def test_a_score_that_is_not_known_is_not_shown_to_be_enough(answered):
    result = answered("report", "--fail-under", "1")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert "not enough known" in result.stderr
    assert "the range is" in result.stderr


def test_completeness_can_be_required(answered):
    result = answered("report", "--require-complete")
    sample = answered("report", "--demo", "--require-complete")

    assert result.exit_code == ExitCode.INCOMPLETE
    assert "55 of 56 questions are open" in result.stderr
    assert sample.exit_code == ExitCode.OK


def test_one_number_is_explained(run):
    result = run("report", "--demo", "--explain", "multiagent")

    first, _, second, *_ = result.stdout.splitlines()
    assert first.startswith("DEMO DATA  Harbour Freight Services")
    assert first.endswith("full form, self-reported")
    assert second.startswith("Multiagent systems (multiagent): ")
    assert "point = (22 x" in result.stdout


@pytest.mark.parametrize(
    "option", [["--fail-under", "90"], ["--json"], ["-o", "x"], ["--require-complete"]]
)
def test_an_explanation_never_swallows_a_check_or_a_file(run, option):
    result = run("report", "--demo", "--explain", "overall", *option)

    assert result.exit_code == ExitCode.USAGE
    assert "--explain prints text and checks nothing" in result.stderr


def test_an_unknown_trend_is_answered_with_a_suggestion(run):
    result = run("report", "--demo", "--trend", "zero-trst")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "zero-trust" in result.stderr


@pytest.mark.parametrize("name", ["READINESS_ACCESSIBLE", "ACCESSIBLE"])
def test_who_needs_sentences_gets_them(run, monkeypatch, name):
    monkeypatch.setenv(name, "1")

    assert run("report", "--demo").stdout == run("report", "--demo", "--plain").stdout


def test_ascii_can_be_asked_for(run, monkeypatch):
    monkeypatch.setenv("READINESS_ASCII", "1")

    assert run("report", "--demo").stdout.isascii()


def test_answers_to_different_packs_are_not_mixed(answered, own_store):
    (path,) = own_store.rglob("2026-Q4/*.json")
    text = path.read_text(encoding="utf-8")
    respondent = path.stem
    other = text.replace(f'"respondent": "{respondent}"', '"respondent": "other"')
    sha256 = json.loads(text)["pack"]["sha256"]
    path.with_name("other.json").write_text(other.replace(sha256, "0" * 64))

    result = answered("report")

    assert result.exit_code == ExitCode.BAD_DATA
    assert "given to different packs" in result.stderr
    assert "other: backend-2026" in result.stderr
