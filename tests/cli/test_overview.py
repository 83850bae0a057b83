import pytest

from readiness.errors import ExitCode
from tests.terminal import Terminal


def test_bare_readiness_says_how_to_begin(run):
    result = run()

    assert result.exit_code == ExitCode.OK
    assert "16 questions, about 10 minutes:  readiness assess --quick" in result.stdout
    assert "readiness report --demo" in result.stdout


def test_bare_readiness_says_how_far_one_is(run):
    run("answer", "ai-pairing-reach", "3")

    result = run()

    assert "1 of 56 answered." in result.stdout
    assert "Continue:  readiness assess" in result.stdout


def test_bare_readiness_after_the_last_question_says_what_to_do_with_it(run, filled):
    filled("quick")

    result = run()

    assert "all 16 questions answered (quick)." in result.stdout
    assert "readiness plan -o plan.md" in result.stdout
    assert "All questions:  readiness assess" in result.stdout


def test_a_full_set_of_answers_needs_no_more_questions(run, filled):
    filled("full")

    result = run()

    assert "all 56 questions answered (full)." in result.stdout
    assert "All questions:" not in result.stdout


def test_answers_of_an_earlier_quarter_are_not_taken_for_this_one(run):
    run("answer", "ai-pairing-reach", "3", "--period", "2026-Q3")

    result = run()

    assert "2026-Q3: 1 of 56 answered." in result.stdout
    assert "Continue:  readiness assess --period 2026-Q3" in result.stdout
    assert "Nothing yet for 2026-Q4. Begin: readiness assess" in result.stdout


def test_answers_of_a_colleague_are_not_taken_for_ones_own(run):
    run("answer", "ai-pairing-reach", "3", "--as", "Kim")

    result = run()

    assert "answered by 1 person, not yet by you" in result.stdout
    assert "Join in:   readiness assess" in result.stdout


def test_a_quick_look_goes_on_as_a_quick_look(run):
    run("answer", "ai-pairing-reach", "3", "--quick")

    assert "Continue:  readiness assess --quick\n" in run().stdout


def test_several_teams_are_listed(run):
    for team in ("Payments", "Search"):
        run("answer", "ai-pairing-reach", "3", "--team", team)

    result = run()

    assert result.exit_code == ExitCode.OK
    assert "Payments (payments)" in result.stdout
    assert "Search (search)" in result.stdout


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_names_every_command(run, word):
    result = run(word)

    for command in ("assess", "report", "plan", "status", "answer", "form", "import"):
        assert command in result.stdout


def test_the_version_is_printed(run):
    assert run("--version").stdout.startswith("readiness 0.")


def test_a_mistyped_command_is_answered_with_a_suggestion(run):
    result = run("reprot")

    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith("error: no such command 'reprot'. Did you mean 're")


def test_a_mistyped_option_names_the_help_of_its_command(run):
    result = run("report", "--ful")

    assert result.exit_code == ExitCode.USAGE
    assert "try: readiness report --help" in result.stderr


def test_the_team_can_be_named_before_the_command(run, monkeypatch):
    monkeypatch.setenv("READINESS_TEAM", "somebody else")
    run("--team", "Payments", "answer", "ai-pairing-reach", "3")

    assert "Payments, 2026-Q4: 1 of 56" in run("--team", "Payments").stdout


def test_the_tour_shows_a_sample_in_short_and_keeps_nothing(run, store):
    result = run("--demo")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("DEMO DATA: Harbour Freight Services (sample)")
    assert "  Overall    43 of 100" in result.stdout
    steps = [line for line in result.stdout.splitlines() if line.startswith("  A")]
    assert [step.split()[0] for step in steps] == ["A1", "A2", "A3"]
    assert "readiness assess --quick   (16 questions, about 10 m" in result.stdout
    assert not store.root.exists()


def test_the_tour_fits_the_window():
    window = Terminal("--demo", columns=60, rows=40)

    window.wait("DEMO DATA", "about 10 minutes)")

    assert "\n      " in window.text().partition("First steps")[2]
    assert window.leave() == 0
