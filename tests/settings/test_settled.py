import itertools

import pytest

from readiness.environment import CONFIG
from readiness.settings.person import person_file
from readiness.settings.provenance import Source, settings_that_hold
from readiness.settings.settled import Settings


@pytest.fixture(name="write_own")
def _write_own():
    """Write the person's own file."""

    def write(text):
        path = person_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def settle(environ=None, options=None):
    settings = Settings({} if environ is None else environ, options or {})
    settings.read()
    return settings


def holds(settings, key):
    return next(one for one in settings_that_hold(settings) if one.key == key)


LAYERS = ("option", "environment", "project", "person")


@pytest.mark.parametrize(
    "there",
    [s for n in range(5) for s in itertools.combinations(LAYERS, n)],
    ids=lambda there: "+".join(there) or "nothing",
)
def test_the_first_that_says_something_wins(write, write_own, there):
    environ, options = {}, {}
    if "person" in there:
        write_own('team = "by person"')
    if "project" in there:
        write('team = "by project"')
    if "environment" in there:
        environ["READINESS_TEAM"] = "by environment"
    if "option" in there:
        environ["READINESS_TEAM"] = "by option"
        options["READINESS_TEAM"] = "--team"

    settings = settle(environ, options)

    value = f"by {there[0]}" if there else None
    assert environ.get("READINESS_TEAM") == value
    assert holds(settings, "team").value == value or not there


def test_it_is_known_who_said_what(write, write_own):
    write('\nteam = "x"')
    own = write_own('accessible = true\nui = "plain"')
    environ = {"READINESS_UI": "page", "READINESS_PACK": "p"}

    settings = settle(environ, {"READINESS_PACK": "--pack"})

    origins = {one.key: one.origin for one in settings_that_hold(settings)}
    assert origins["team"] == "readiness.toml, line 2"
    assert origins["accessible"] == f"{own}, line 1"
    assert origins["ui"] == "environment variable READINESS_UI"
    assert origins["pack"] == "option --pack"
    assert origins["pager"] == "built in"
    assert holds(settings, "pager").source is Source.BUILT_IN


@pytest.mark.parametrize(
    ("environ", "key", "value"),
    [
        ({"ACCESSIBLE": "1"}, "accessible", "yes"),
        ({"READINESS_ACCESSIBLE": "0", "ACCESSIBLE": "1"}, "accessible", "no"),
        ({"READINESS_ASCII": "1"}, "ascii", "yes"),
        ({"NO_COLOR": "1"}, "color", "never"),
        ({"FORCE_COLOR": "1"}, "color", "always"),
        ({"READINESS_COLOR": "always"}, "color", "always"),
        ({"READINESS_PAGER": ""}, "pager", ""),
        ({"READINESS_TEAM": ""}, "team", "by person"),
        ({"READINESS_UI": "page"}, "ui", "page"),
    ],
)
def test_a_variable_wins_over_a_file(write_own, environ, key, value):
    write_own(
        'accessible = false\nascii = false\ncolor = "auto"\npager = "more"\n'
        'ui = "plain"\nteam = "by person"'
    )

    assert holds(settle(environ), key).value == value


def test_without_a_variable_the_file_of_the_person_counts(write_own):
    write_own('accessible = true\ncolor = "never"\npager = "more"\nascii = true')

    environ: dict[str, str] = {}
    settings = settle(environ)

    assert environ == {
        "READINESS_ACCESSIBLE": "1",
        "READINESS_ASCII": "1",
        "READINESS_COLOR": "never",
        "READINESS_PAGER": "more",
        "NO_COLOR": "1",
    }
    assert holds(settings, "accessible").value == "yes"


def test_before_the_command_is_known_only_what_is_for_a_person_holds(write, write_own):
    write('team = "by project"')
    write_own('team = "by person"\naccessible = true')
    environ: dict[str, str] = {}
    settings = Settings(environ, {})

    settings.read_personal()
    assert environ == {"READINESS_ACCESSIBLE": "1"}

    settings.read()
    assert environ["READINESS_TEAM"] == "by project"


def test_a_file_that_is_named_counts_instead_of_the_one_that_is_found(write, tmp_path):
    write('team = "found"')
    named = tmp_path / "other.toml"
    named.write_text('team = "named"')

    settings = settle({CONFIG: str(named)})

    assert holds(settings, "team").value == "named"
    assert [file.path for file in settings.files()] == [named]


@pytest.mark.parametrize(
    ("environ", "key", "wrong"),
    [
        ({"READINESS_UI": "pag"}, "ui", 'not "pag"; did you mean "page"?'),
        ({"READINESS_COLOR": "red"}, "color", '"always", "never", not "red"'),
        ({"READINESS_TEAM": "x" * 500}, "team", "has 500 characters"),
        ({"READINESS_RESPONDENT": " "}, "respondent", "has 0 characters"),
        ({"READINESS_HOME": "~nobody-here"}, "data", "names a home folder that is not"),
    ],
)
def test_a_variable_that_nobody_can_obey_is_known(environ, key, wrong):
    assert wrong in holds(settle(environ), key).wrong


@pytest.mark.parametrize(
    ("environ", "key", "value"),
    [
        ({"READINESS_PERIOD": "2026-Q3"}, "period", "2026-Q3"),
        ({"READINESS_NO_INPUT": "1"}, "no-input", "yes"),
        ({"READINESS_DEBUG": "0"}, "debug", "no"),
        ({"READINESS_CONFIG": "none.toml"}, "config", "none.toml"),
        ({"NO_COLOR": "1"}, "color", "never"),
    ],
)
def test_what_is_of_one_run_is_a_setting_too(environ, key, value):
    setting = holds(settle(environ), key)

    assert setting.value == value
    assert setting.origin == f"environment variable {next(iter(environ))}"
    assert setting.wrong == ""


def test_a_named_file_that_is_not_there_is_remembered(write):
    write('team = "found"')

    settings = settle({CONFIG: "none.toml"})

    assert str(settings.missing) == "none.toml"
    assert settings.project is None


def test_in_a_folder_that_was_removed_there_is_no_project(folder, write_own):
    write_own('team = "by person"')
    folder.rmdir()

    settings = settle()

    assert settings.project is None
    assert holds(settings, "team").value == "by person"
