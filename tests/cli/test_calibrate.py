import json
from datetime import timedelta
from pathlib import Path

import pytest

from readiness.errors import ExitCode
from readiness.exchange.noise import read_noise
from readiness.responses import Rated, Team
from readiness.store.files import FolderStore
from tests.builders import NOON, a_response
from tests.cli.commands import PACK

IDS = [question.id for question in PACK.questions()]
THEN = [2] * len(IDS)
NOW = [3, 1, 3, *THEN[3:]]


@pytest.fixture(name="answered")
def _answered(own_store):
    """Keep answers to the shipped pack; by default where the program looks first."""

    def answered(levels, folder=own_store, *, period="2026-Q4", day=0, team="Payments"):
        store = FolderStore(folder)
        store.archive(PACK)
        at = NOON + timedelta(days=day)
        rated = {
            id_: Rated(level=level, at=at)
            for id_, level in zip(IDS, levels, strict=False)
        }
        response = a_response(PACK, respondent="kim").model_copy(
            update={
                "team": Team(id=team.lower(), name=team),
                "period": period,
                "answers": rated,
            }
        )
        store.save(response)

    return answered


def test_two_folders_of_answers_tell_how_much_they_move(run, answered, own_store):
    answered(THEN)
    answered(NOW, Path("retest"), day=14)

    result = run("calibrate", str(own_store), "retest")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith(
        "Calibration of Payments, 2026-Q4, self-reported.\n"
    )
    assert "14 days apart (2026-11-22 and 2026-12-06)" in result.stdout
    assert "One answer: moves by 0.16 levels" in result.stdout
    assert result.stderr == "Keep it: add -o noise.toml\n"


def test_two_periods_that_are_close_are_as_good_as_two_folders(run, answered):
    answered(THEN, period="2026-Q3")
    answered(NOW, day=14)

    result = run("calibrate", "previous", "2026-Q4")

    assert "Calibration of Payments, 2026-Q3 and 2026-Q4" in result.stdout


def test_a_folder_may_have_several_quarters(run, answered):
    answered(THEN, period="2026-Q3")
    answered(THEN[:3], period="2026-Q4", day=90)
    answered(NOW, Path("retest"), period="2026-Q3", day=14)
    answered(THEN, Path("retest"), period="2026-Q4", day=14)

    result = run("calibrate", "2026-Q3", "retest", "--period", "2026-Q3")

    assert "Calibration of Payments, 2026-Q3, self-reported." in result.stdout


def test_a_noise_file_says_what_was_found_and_is_what_compare_reads(run, answered):
    answered(THEN, period="2026-Q3")
    answered(NOW, day=14)

    written = run("calibrate", "previous", "latest", "-o", "noise.toml")
    compared = run("compare", "--noise", "noise.toml", "--json")

    noise = read_noise(Path("noise.toml").read_text(encoding="utf-8"), "noise.toml")
    assert written.stdout == ""
    assert written.stderr == "Wrote noise.toml\n"
    assert noise.item == pytest.approx(0.16, abs=0.01)
    assert json.loads(compared.stdout)["noise"] == noise.model_dump()


def test_what_makes_the_figures_unsure_is_said_when_they_are_written(run, answered):
    answered(THEN)
    answered(NOW, Path("retest"))

    written = run("calibrate", "latest", "retest", "-o", "noise.toml")

    file = Path("noise.toml").read_text(encoding="utf-8")
    assert "so close that people remember what they said" in written.stderr
    assert "# Note: The two times are so close that people remember" in file
    assert all(line[:1] in {"", "#", "i", "s", "r", "p"} for line in file.splitlines())
    assert read_noise(file, "noise.toml").shift == 0.15


def test_two_quarters_entered_on_one_day_have_no_days(run, answered):
    answered(THEN, period="2026-Q3")
    answered(NOW)

    printed = run("calibrate", "previous", "latest")
    run("calibrate", "previous", "latest", "-o", "noise.toml")

    file = Path("noise.toml").read_text(encoding="utf-8")
    assert "Of 1 person the days are not known" in printed.stdout
    assert "both times on" not in printed.stdout
    assert "on days that the answers do not say" in file
    assert "# Note: Of 1 person the days are not known." in file


def test_a_noise_file_that_nobody_edited_is_replaced_and_no_other(run, answered):
    answered(THEN, period="2026-Q3")
    answered(NOW, day=14)
    words = ("calibrate", "previous", "latest", "-o", "noise.toml")
    run(*words)
    again = run(*words)
    file = Path("noise.toml")
    edited = file.read_text(encoding="utf-8").replace("shift = 0.15", "shift = 0.3")
    file.write_text(edited, encoding="utf-8")

    refused = run(*words)
    kept = file.read_text(encoding="utf-8")
    forced = run(*words, "--force")

    assert again.exit_code == forced.exit_code == ExitCode.OK
    assert refused.exit_code == ExitCode.CANNOT_WRITE
    assert kept == edited


def test_the_figures_as_json(run, answered):
    answered(THEN, period="2026-Q3")
    answered(NOW, day=14)

    printed = run("calibrate", "previous", "latest", "--json")
    run("calibrate", "previous", "latest", "--json", "-o", "noise.json")

    document = json.loads(printed.stdout)
    assert document["kind"] == "readiness.calibration"
    assert document["first"] == {"period": "2026-Q3", "day": "2026-11-22"}
    written = json.loads(Path("noise.json").read_text(encoding="utf-8"))
    assert written == document | {"seal": written["seal"]}


def test_answers_of_two_teams_tell_nothing(run, answered):
    answered(THEN)
    answered(NOW, Path("retest"), team="Search")

    result = run("calibrate", "latest", "retest")

    assert result.exit_code == ExitCode.USAGE
    assert "first answers are of 'Payments', the second of 'Search'" in result.stderr


@pytest.mark.parametrize(
    ("word", "code", "words"),
    [
        ("nowhere", ExitCode.NOT_FOUND, "'nowhere' is neither a period nor a folder"),
        ("2020-Q1", ExitCode.NOT_FOUND, 'no answers of team "Payments" for 2020-Q1'),
        (".", ExitCode.NOT_FOUND, "no answers of team"),
        ("latest", ExitCode.BAD_DATA, "no answer differs from the first time"),
    ],
)
def test_what_cannot_be_compared_is_said(run, answered, word, code, words):
    answered(THEN)

    result = run("calibrate", "latest", word)

    assert result.exit_code == code
    assert words in result.stderr


def test_the_help_shows_how_to_answer_a_second_time(run):
    shown = run("calibrate", "--help").stdout

    assert "readiness assess --data-dir retest" in shown
    assert "readiness calibrate .readiness retest -o noise.toml" in shown
    assert "readiness compare --noise noise.toml" in shown
