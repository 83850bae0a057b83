"""Several people answer for one team: their files, their roles, their report."""

import json
import shutil
import subprocess
import sys

import pytest

from readiness.errors import ExitCode
from readiness.store.files import FolderStore
from tests.cli.commands import QUICK, SLOW, run
from tests.terminal import ROOT

PERIOD = "2026-Q4"
NAMES = ("ana", "ben", "cleo", "dan", "eve")


def where(folder, name):
    return (
        "--team", "Payments", "--period", PERIOD, "--as", name, "--data-dir", folder,
    )  # fmt: skip


def answer(folder, name, level, *options, question=QUICK[0]):
    """Give one answer as ``name``, kept in ``folder``."""
    result = run("answer", question, level, *options, *where(folder, name))
    assert result.exit_code == ExitCode.OK, result.stderr
    return result


def report(folder, *options):
    return run("report", PERIOD, "--data-dir", folder, *options)


def path_of(folder, name):
    return kept_in(folder).path_of("payments", PERIOD, name)


def document_of(folder, *options):
    return json.loads(report(folder, "--json", *options).stdout)


def role_of(folder, name):
    return kept_in(folder).find("payments", PERIOD, name).role


def kept_in(folder):
    return FolderStore(folder)


def line_about(document, question=QUICK[0]):
    return next(q for q in document["panel"]["questions"] if q["question"] == question)


@pytest.fixture
def mine(tmp_path):
    """A folder in which Ana has answered."""
    answer(tmp_path / "mine", "ana", 1, "--role", "leader", "--note", "my very words")
    return tmp_path / "mine"


@pytest.fixture
def theirs(tmp_path):
    """A folder in which Ben has answered, on another computer."""
    answer(tmp_path / "theirs", "ben", 3, "--role", "engineer")
    return tmp_path / "theirs"


def test_two_peoples_folders_are_copied_together(mine, theirs):
    shutil.copytree(theirs, mine, dirs_exist_ok=True)

    document = document_of(mine)

    assert document["respondents"] == 2
    assert line_about(document)["levels"] == [1, 3]
    assert line_about(document)["accord"] == "far apart"


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_two_peoples_folders_are_merged_with_git(mine, theirs):
    def git(*words, folder):
        options = ("-c", "user.name=A", "-c", "user.email=a@example.com")
        subprocess.run(
            ["git", *options, *words], cwd=folder, check=True, capture_output=True
        )

    for folder in (mine, theirs):
        git("init", "-b", "main", folder=folder)
        git("add", "-A", folder=folder)
        git("commit", "-m", "answers", folder=folder)

    git("pull", "--no-rebase", "--allow-unrelated-histories", str(theirs), "main",
        folder=mine)  # fmt: skip

    assert line_about(document_of(mine))["levels"] == [1, 3]


def test_a_file_that_somebody_sent_is_copied_beside_ones_own(mine, theirs):
    shutil.copy(path_of(theirs, "ben"), path_of(mine, "ben"))

    assert document_of(mine)["respondents"] == 2


def test_filled_in_forms_of_others_are_imported(mine, tmp_path):
    forms = []
    for name in NAMES[1:]:
        form = tmp_path / f"{name}.yaml"
        form.write_text(f"respondent: {name}\nrole: dev\nanswers:\n  {QUICK[0]}: 3\n")
        forms.append(form)

    result = run("import", *forms, *where(mine, "ana"))

    assert result.exit_code == ExitCode.OK, result.stderr
    document = document_of(mine)
    assert document["respondents"] == 5
    assert line_about(document)["levels"] == [1, 3, 3, 3, 3]


@pytest.mark.parametrize("name", ["ana (1).json", "Ana.json", "ana.JSON", "a.json"])
def test_two_files_of_one_person_are_an_error_with_both_paths(mine, name):
    own = path_of(mine, "ana")
    copy = own.with_name(name)
    shutil.copy(own, copy)

    result = report(mine)

    assert result.exit_code == ExitCode.BAD_DATA
    assert "two files claim to be the answers of ana" in result.stderr
    assert str(own) in result.stderr
    assert str(copy) in result.stderr


def test_a_copy_that_lost_its_name_says_what_to_call_it(mine):
    own = path_of(mine, "ana")
    own.rename(own.with_name("ana (1).json"))

    result = report(mine)

    assert result.exit_code == ExitCode.BAD_DATA
    assert "the file says respondent 'ana'" in result.stderr
    assert "try: rename the file to ana.json" in result.stderr


def test_where_case_makes_no_difference_a_file_is_not_its_own_rival(mine):
    own = path_of(mine, "ana")
    own.with_name("Ana.json").hardlink_to(own)

    result = report(mine)

    assert "two files claim" not in result.stderr
    assert "try: rename the file to ana.json" in result.stderr


def test_a_merge_that_git_could_not_finish_is_told_with_its_line(mine):
    own = path_of(mine, "ana")
    lines = own.read_text().splitlines()
    lines[2:3] = ["<<<<<<< HEAD", lines[2], "=======", lines[2], ">>>>>>> theirs"]
    own.write_text("\n".join(lines))

    result = report(mine)

    assert result.exit_code == ExitCode.BAD_DATA
    assert f"{own}:3: has marks of a merge in git" in result.stderr
    assert "git checkout --theirs" in result.stderr


def test_answers_that_nobody_counts_are_told_by_status(mine, theirs):
    place = path_of(mine, "ana").parent
    lost = [
        place / "copies" / "ben.json",
        mine / "Payments" / PERIOD / "ben.json",
        mine / "payments" / "2026-q4" / "ben.json",
    ]
    for path in lost:
        path.parent.mkdir(parents=True)
        shutil.copy(path_of(theirs, "ben"), path)
    (place / "copies" / "other.json").write_text("{}")

    text = run("status", *where(mine, "ana")).stdout
    document = json.loads(run("status", "--json", *where(mine, "ana")).stdout)

    assert document["not_counted"] == sorted(map(str, lost))
    for path in lost:
        assert f"Not counted, it is in no team's quarter: {path}" in text


def test_status_says_who_has_answered_how_far_and_in_which_role(mine):
    answer(mine, "ben", 3, "--role", "engineer", "--quick")
    answer(mine, "cleo", 3)

    text = run("status", *where(mine, "ana")).stdout
    document = json.loads(run("status", "--json", *where(mine, "ana")).stdout)

    assert "Role: leader" in text.splitlines()
    assert text.splitlines()[-4:] == [
        f"Who has answered for {PERIOD}",
        "  ana, leader: 1 of 56 answered",
        "  ben, engineer: 1 of 16 answered of the quick look",
        "  cleo: 1 of 56 answered",
    ]
    assert document["role"] == "leader"
    assert document["respondents"][1] == {
        "respondent": "ben", "role": "engineer", "group": "practitioners",
        "form": "quick", "asked": 16, "decided": 1, "open": 15,
    }  # fmt: skip
    assert [one["group"] for one in document["respondents"]] == [
        "leaders", "practitioners", None,
    ]  # fmt: skip


def test_status_for_screen_readers_is_not_indented(mine):
    answer(mine, "ben", 3)

    text = run("status", "--plain", *where(mine, "ana")).stdout

    assert "\nben: 1 of 56 answered\n" in text
    assert "  " not in text


def test_status_before_ones_own_first_answer_says_who_has_begun(mine):
    text = run("status", *where(mine, "ben")).stdout

    assert text.startswith("No answers yet of ben")
    assert text.endswith("  ana, leader: 1 of 56 answered\n")


def test_status_in_a_new_quarter_says_who_answered_last(mine):
    text = run("status", *where(mine, "ben"), "--period", "2027-Q2").stdout

    assert text.startswith("No answers yet of ben")
    assert text.endswith(
        "Who has answered for 2026-Q4\n  ana, leader: 1 of 56 answered\n"
    )


def test_status_of_the_only_one_names_nobody_else(mine):
    text = run("status", *where(mine, "ana")).stdout

    assert "Who has answered" not in text


@pytest.mark.parametrize("said", ["role: engineer\n", ""])
def test_the_same_person_imported_in_another_role_goes_on_in_it(mine, tmp_path, said):
    form = tmp_path / "form.yaml"
    form.write_text(f"respondent: ana\n{said}answers:\n  {QUICK[0]}: 1\n")

    result = run("import", form, "--role", "engineer", *where(mine, "ana"))

    assert result.exit_code == ExitCode.OK
    assert "role: leader -> engineer" in result.stderr
    assert role_of(mine, "ana") == "engineer"


def test_an_answer_in_another_role_says_what_changed(mine):
    other = answer(mine, "ana", 2, "--role", "engineer")
    same = answer(mine, "ana", 3, "--role", "engineer")

    assert "role: leader -> engineer" in other.stderr
    assert "role:" not in same.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [("ann", "did you mean 'ana'?"), ("zoe", "beside 1 person so far\n")],
)
def test_who_is_new_among_others_may_be_a_slip_of_the_pen(mine, name, said):
    first, second = answer(mine, name, 2), answer(mine, name, 3)

    assert f"New: '{name}'" in first.stderr
    assert said in first.stderr
    assert "New:" not in second.stderr


@pytest.mark.parametrize(
    ("name", "said"), [("ana", "Role: leader -> Head of Platform.\n"), ("ben", "")]
)
def test_assess_in_another_role_keeps_it_though_nothing_is_asked(mine, name, said):
    form = mine.parent / "form.yaml"
    lines = [f"  {question}: 2" for question in (*QUICK, *SLOW)]
    form.write_text("\n".join([f"respondent: {name}", "answers:", *lines]))
    run("import", form, *where(mine, name))

    ran = subprocess.run(
        [sys.executable, "-m", "readiness", "assess", "--ui", "plain",
         "--role", "Head of Platform", "--only", "open",
         *map(str, where(mine, name))],
        input="", capture_output=True, cwd=ROOT, check=False, text=True,
    )  # fmt: skip

    assert role_of(mine, name) == "Head of Platform"
    assert said in ran.stdout + ran.stderr
    assert ("Role:" in ran.stdout + ran.stderr) is bool(said)


@pytest.fixture
def five(tmp_path):
    """A folder in which five people have answered one question."""
    for level, name in enumerate(NAMES):
        answer(tmp_path, name, level, "--note", f"words of {name}", "--role", "dev")
    return tmp_path


def test_a_report_of_several_names_nobody(five):
    for options in (["--full"], ["--json"], ["--format", "markdown"]):
        text = report(five, *options).stdout

        assert all(f"words of {name}" in text for name in NAMES)
        for name in NAMES:
            assert f"{name}," not in text.replace(f"words of {name}", "")


def test_an_anonymous_report_quotes_nobody(five):
    for options in (["--full"], ["--json"], ["--format", "markdown"]):
        text = report(five, "--anonymous", *options).stdout

        assert "words of" not in text
        assert "Anonymous: notes, reasons and evidence are left out" in " ".join(
            text.split()
        )


def test_names_are_told_to_who_asks(five):
    result = report(five, "--names")

    assert "cleo, dev: 1 of 56 answered" in result.stdout
    assert [one["respondent"] for one in document_of(five, "--names")["who"]] == list(
        NAMES
    )


def test_names_and_anonymity_contradict_each_other(five):
    result = report(five, "--names", "--anonymous")

    assert result.exit_code == ExitCode.USAGE
    assert "--anonymous and --names contradict each other" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("option", ["--names", "--anonymous"])
def test_an_explanation_stands_alone(five, option):
    result = report(five, "--explain", "overall", option)

    assert result.exit_code == ExitCode.USAGE


def test_the_sample_is_a_panel_in_every_format(run):
    terminal = run("report", "--demo").stdout
    text = run("report", "--demo", "--plain").stdout
    markdown = run("report", "--demo", "--format", "markdown").stdout
    data = json.loads(run("report", "--demo", "--json").stdout)

    assert "\nPeople (5)\n" in terminal
    assert "\nPeople range: had other people of the team answered, " in text
    assert "\n## People\n" in markdown
    assert data["panel"]["people"] == 5


def test_the_two_roles_are_offered_after_tab():
    from readiness.cli import completing

    assert [role for role, _ in completing.roles()] == ["leader", "practitioner"]
