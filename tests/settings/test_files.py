import os

import pytest

from readiness.errors import BadDataError
from readiness.settings.files import read_settings
from readiness.settings.keys import NAME_LIMIT

GOOD = """\
team = "Payments"
pack = "backend-2026"
data = "answers"
"""
PERSONAL = """\
respondent = "ana"
accessible = true
ascii = false
color = "never"
ui = "plain"
pager = "less"
"""


def said(file):
    return {one.key.name: one.value for one in file.said}


def test_a_project_says_team_pack_and_folder(folder, write):
    file = read_settings(write(GOOD))

    assert said(file) == {
        "team": "Payments",
        "pack": "backend-2026",
        "data": str(folder / "answers"),
    }
    assert [one.line for one in file.said] == [1, 2, 3]
    assert (file.warnings, file.mistakes) == ((), ())


def test_a_person_says_more(write):
    file = read_settings(write(GOOD + PERSONAL), is_personal=True)

    assert said(file)["accessible"] == "1"
    assert said(file)["ascii"] == "0"
    assert len(file.said) == 9
    assert (file.warnings, file.mistakes) == ((), ())


@pytest.mark.parametrize("data", ["/srv/answers", "~/answers"])
def test_a_folder_from_the_root_or_from_home_stays_what_it_is(write, data):
    assert said(read_settings(write(f'data = "{data}"'))) == {"data": data}


def test_a_table_of_a_pyproject_counts_and_nothing_else_of_it(write):
    path = write('team = 1\n[tool.readiness]\nteam = "x"\ntaem = 1', "pyproject.toml")

    file = read_settings(path)

    assert said(file) == {"team": "x"}
    assert file.warnings == (
        'pyproject.toml: unknown key "taem" on line 4; did you mean "team"?',
    )


@pytest.mark.parametrize("text", ["tool = 1", "[tool]\nreadiness = 1"])
def test_a_pyproject_whose_table_is_none_says_nothing(write, text):
    assert read_settings(write(text, "pyproject.toml")).said == ()


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ('\n\ntaem = "x"', 'unknown key "taem" on line 3; did you mean "team"?'),
        ("zzz = 1", 'unknown key "zzz" on line 1'),
        ("\n[report]\ntop = 1", 'unknown table "report" on line 2'),
        ("report.top = 1", 'unknown table "report" on line 1'),
        (
            '[our]\nteam = "x"',
            'unknown table "our" on line 1; did you mean "team" above all tables?',
        ),
        ('"a\\u001b[31m\\nb" = 1', 'unknown key "a[31m b" on line 1'),
        (f"{'x' * 99} = 1", f'unknown key "{"x" * 60}..." on line 1'),
    ],
)
def test_a_key_that_does_nothing_is_told_with_its_line(write, text, warning):
    file = read_settings(write(text))

    assert file.warnings == (f"readiness.toml: {warning}",)
    assert (file.said, file.mistakes) == ((), ())


def test_what_a_person_decides_no_project_decides(write, tmp_path):
    file = read_settings(write("\naccessible = false"))

    (warning,) = file.warnings
    assert file.said == ()
    assert warning.startswith('readiness.toml: "accessible" on line 2 is for each')
    assert warning.endswith(str(tmp_path / "home" / "readiness" / "config.toml"))


def test_of_very_many_useless_keys_the_first_are_told(write):
    file = read_settings(write("".join(f"x{n} = 1\n" for n in range(5_000))))

    assert len(file.warnings) == 11
    assert file.warnings[-1] == "readiness.toml: 4990 more keys that do nothing"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("team = 3", 'should be text in quotes, such as "Payments", not a number'),
        ("team = 1.5", 'should be text in quotes, such as "Payments", not a number'),
        ("team = []", 'should be text in quotes, such as "Payments", not a list'),
        ("[team]", 'should be text in quotes, such as "Payments", not a table'),
        (
            "team = 2026-11-22",
            'should be text in quotes, such as "Payments", not a date or time',
        ),
        ("data = true", 'should be text in quotes, such as ".readiness", not true or'),
        ('team = " "', "has 0 characters; it should have 1 to 100"),
        (f'team = "{"x" * 101}"', "has 101 characters; it should have 1 to 100"),
        (f'team = "x{" " * 1000}"', "has 1,001 characters; it should have 1 to 100"),
        (f'respondent = "{"x" * 101}"', "has 101 characters; it should have 1 to 100"),
        (f'pager = "{"x" * 1001}"', "has 1,001 characters; it should have 1 to 1,000"),
        ('data = "~nobody-here/x"', "names a home folder that is not there: ~nobody-"),
        ('team = "a\\u0000b"', "control character U+0000 is not allowed"),
        ('data = "a\\u001bb"', "control character U+001B is not allowed"),
        ("accessible = 1", "should be true or false, without quotes, not a number"),
        ('ascii = "yes"', 'should be true or false, without quotes, not "yes"'),
        (
            'ui = "pag"',
            'should be one of "auto", "page", "plain", not "pag"; did you mean "page"?',
        ),
        ('color = "red"', 'should be one of "auto", "always", "never", not "red"'),
        ("color = false", 'of "auto", "always", "never", not true or false'),
    ],
)
def test_a_value_that_cannot_be_is_told_with_what_is_allowed(write, text, what):
    file = read_settings(write(f"\n{text}"), is_personal=True)

    (mistake,) = file.mistakes
    assert mistake.startswith("readiness.toml:2: ")
    assert what in mistake
    assert file.said == ()


def test_letters_that_the_locale_lacks_are_told_with_a_way_out(write, monkeypatch):
    monkeypatch.setattr(os, "fsencode", lambda text: text.encode("ascii"))

    file = read_settings(write('team = "日本"'))

    (mistake,) = file.mistakes
    assert mistake == (
        'readiness.toml:1: "team" has letters that your locale (ascii) lacks; '
        "set LC_ALL=C.UTF-8 or PYTHONUTF8=1"
    )


@pytest.mark.parametrize(
    "data", ["/srv/answers", "../answers", "~/answers", "src/../..", "link/answers"]
)
def test_a_project_that_keeps_answers_elsewhere_is_told(folder, write, data):
    (folder / "link").symlink_to(folder.parent)

    file = read_settings(write(f'\ndata = "{data}"'))

    (warning,) = file.warnings
    assert warning.startswith("readiness.toml keeps answers outside this project: ")
    assert warning.endswith(", by line 2")
    assert data in warning


@pytest.mark.parametrize("data", [".", ".readiness", "a/../b", "link/answers"])
def test_a_project_that_keeps_answers_within_is_not_told(folder, write, data):
    (folder / "link").symlink_to(folder / "there")

    assert read_settings(write(f'data = "{data}"')).warnings == ()


def test_a_person_keeps_answers_anywhere(write):
    file = read_settings(write(r"data = '\\host\share'"), is_personal=True)

    assert (file.warnings, file.mistakes) == ((), ())
    assert len(file.said) == 1


@pytest.mark.parametrize("data", [r"\\host\share", "//host/share", r"\/host/share"])
def test_no_project_keeps_answers_on_another_computer(write, data):
    file = read_settings(write(f"data = '{data}'"))

    (mistake,) = file.mistakes
    assert file.said == ()
    assert mistake == (
        'readiness.toml:1: "data" names a folder of another computer, '
        "which no project may do"
    )


def test_a_name_may_be_as_long_as_where_it_is_used():
    from readiness.cli import workspace

    assert NAME_LIMIT == workspace.NAME_LIMIT


def test_all_mistakes_are_told_at_once(write):
    file = read_settings(write('team = 3\npack = 4\ndata = "x"'))

    with pytest.raises(BadDataError) as wrong:
        file.raise_mistakes()

    assert wrong.value.message.startswith('readiness.toml:1: "team"')
    assert wrong.value.facts[0].startswith('readiness.toml:2: "pack"')
    assert wrong.value.tries[0] == "edit readiness.toml"
    assert said(file).keys() == {"data"}


def test_a_file_that_cannot_be_read_is_a_mistake_too(folder):
    (folder / "readiness.toml").mkdir()

    file = read_settings(folder / "readiness.toml")

    assert file.mistakes == ("readiness.toml is a folder, not a file",)


def test_a_file_without_mistakes_raises_nothing(write):
    read_settings(write("taem = 1")).raise_mistakes()
