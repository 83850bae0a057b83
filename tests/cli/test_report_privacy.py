"""What a report is not to tell, on the screen and in documents."""

import json
from pathlib import Path

import pytest

from readiness.errors import ExitCode

SECRETS = {
    "notes": ("Hidden remark", "Hidden reason"),
    "evidence": ("hidden-proof",),
    "respondents": ("gwendolyn",),
}


@pytest.fixture(name="told")
def _told(run):
    """Keep answers of one person with a note, a reason and evidence."""
    words = ("--as", "Gwendolyn", "--team", "Hidden Yard")
    more = ("--note", "Hidden remark.", "--evidence", "hidden-proof/1")
    run("answer", "ai-pairing-reach", "1", *words, *more)
    reason = ("--reason", "Hidden reason.")
    result = run("answer", "ai-pairing-context", "not-applicable", *words, *reason)
    assert result.exit_code == ExitCode.OK, result.stderr
    return run


@pytest.mark.parametrize("plain", [(), ("--plain",)])
@pytest.mark.parametrize("word", ["notes", "evidence"])
def test_a_screen_leaves_out_what_it_is_told_and_says_so(told, word, plain):
    usual = told("report", "--full", *plain).stdout
    less = told("report", "--full", *plain, "--redact", word).stdout

    for secret in SECRETS[word]:
        assert secret in usual
        assert secret not in less
    assert "Left out on request: " not in usual
    assert "Left out on request: " in less
    for other in {"notes", "evidence"} - {word}:
        assert all(secret in less for secret in SECRETS[other])


def test_a_screen_without_names_has_neither_team_nor_people(told):
    result = told("report", "--full", "--redact", "names,respondents")

    assert "hidden yard" not in result.stdout.casefold()
    assert "gwendolyn" not in result.stdout.casefold()
    assert "Readiness report  The team, 2026-Q4" in result.stdout
    assert (
        "names of team, client and owners (with logo and footer) and who answered"
        in result.stdout
    )


def test_what_to_leave_out_may_be_named_together_and_one_by_one(told):
    words = ("--redact", "notes, Evidence", "--redact", "names")

    found = json.loads(told("report", "--json", *words).stdout)

    assert found["redacted"] == ["evidence", "names", "notes"]
    assert "Left out on request: notes (with reasons)" in found["left_out"]
    assert found["team"] == {"id": "team", "name": "The team"}
    assert "idden" not in json.dumps(found)


def test_names_of_files_have_no_name_in_them(told, tmp_path):
    folder = tmp_path / "out"

    words = ("-f", "md,json,txt", "-o", str(folder), "--redact", "names")
    result = told("report", *words)

    names = sorted(file.name for file in folder.iterdir())
    stem = "report-2026-Q4"
    assert names == [f"{stem}.json", f"{stem}.md", f"{stem}.txt"]
    assert "hidden" not in result.stderr.casefold()
    for file in folder.iterdir():
        assert "Hidden Yard" not in file.read_text(encoding="utf-8")


def test_the_client_of_a_brand_is_left_out_with_the_names(told):
    text = 'client = "Hidden client"\nconsultant = "Lantern"\n'
    Path("brand.toml").write_text(text, encoding="utf-8")

    shown = told("report", "-f", "markdown", "--redact", "names").stdout

    assert "Hidden client" not in shown
    assert "By Lantern" in shown


def test_an_own_template_cannot_bring_back_what_was_left_out(told, tmp_path):
    template = tmp_path / "all.md"
    template.write_text("{{ document | string }}", encoding="utf-8")

    words = ("--redact", "notes,evidence,names,respondents")
    usual = told("report", "--template", str(template))
    less = told("report", "--template", str(template), *words)

    assert "Hidden" in usual.stdout + usual.stderr
    assert "Hidden" not in less.stdout + less.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--redact", "note"), "--redact knows no 'note', did you mean 'notes'?"),
        (("--redact", "x"), "there are: notes, evidence, names, respondents"),
        (("--redact", ""), "--redact names nothing to leave out"),
        (("--redact", "notes,"), "--redact names nothing to leave out"),
        (("--redact", "names", "--names"), "--names and --redact names contradict"),
        (
            ("--redact", "notes,respondents", "--names"),
            "--names and --redact respondents contradict",
        ),
        (
            ("--redact", "names", "--client", "ACME", "-f", "html"),
            "--client and --redact names contradict each other",
        ),
        (("--anonymous", "--names"), "--anonymous and --names contradict each other"),
        (("--redact", "notes", "--explain", "overall"), "--explain prints text"),
        (("-f", "json", "--explain", "overall"), "--explain prints text"),
    ],
)
def test_what_contradicts_itself_is_refused(run, words, said):
    result = run("report", "--demo", *words)

    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert result.stdout == ""


def test_respondents_are_left_out_where_nobody_asked_for_their_names(told):
    named = json.loads(told("report", "--json", "--names").stdout)
    hidden = json.loads(told("report", "--json", "--redact", "respondents").stdout)

    assert named["who"][0]["respondent"] == "gwendolyn"
    assert hidden["who"] is None
    assert hidden["left_out"] == "Left out on request: who answered."
