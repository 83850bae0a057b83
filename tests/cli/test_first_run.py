"""Who has never been here is asked for team and quarter, once."""

import resource
from contextlib import contextmanager

import pytest
from time_machine import travel

from readiness.cli.first_run import Names, ask_names
from readiness.settings.project import write_project_file
from tests.builders import NOON, a_response
from tests.interview.scripted import Script

NOBODY = Names(team=None, period=None, data_dir=None)
NO, NAME_ONLY, HERE = 0, 1, 2


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Be in an empty folder called payments-api, on 22 November 2026."""
    place = tmp_path / "payments-api"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.delenv("READINESS_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with travel(NOON, tick=False):
        yield place


def asked(*deeds, given=NOBODY):
    ui = Script(*deeds)
    return ask_names(ui, given), ui


def test_the_folder_and_the_day_are_proposed():
    _, ui = asked("", "", NO)

    assert [field.current for field in ui.fields] == ["payments-api", "2026-Q4"]


@pytest.mark.parametrize(
    ("team", "period", "names"),
    [
        ("", "", ("payments-api", "2026-Q4")),
        ("Payments", "2026-q3", ("Payments", "2026-Q3")),
        ("  Zahlungen \n ", " 2027-Q1 ", ("Zahlungen", "2027-Q1")),
    ],
)
def test_what_is_typed_counts_and_nothing_means_the_proposal(team, period, names):
    found, _ = asked(team, period, NO)

    assert (found.team, found.period) == names
    assert found.is_new


def test_what_cannot_be_used_is_said_and_asked_again():
    found, ui = asked("x" * 101, "Payments", "next spring", "2027-Q2", NO)

    assert (found.team, found.period) == ("Payments", "2027-Q2")
    assert ui.said == [
        "The team name has 101 characters.",
        "'next spring' is not a period.",
    ]
    assert [field.current for field in ui.fields][1::2] == ["x" * 101, "next spring"]


@pytest.mark.parametrize("deeds", [(None,), ("", None), ("", "", None)])
def test_one_can_leave_at_every_question(deeds, folder):
    found, _ = asked(*deeds)

    assert found is None
    assert list(folder.iterdir()) == []


def test_a_period_that_was_named_is_not_asked_for():
    given = Names(team=None, period="2026-Q3", data_dir=None)

    found, ui = asked("", NO, given=given)

    assert found.period == "2026-Q3"
    assert len(ui.fields) == 1


def test_the_team_can_be_written_down_for_next_time(folder):
    found, ui = asked('The "A" team', "", NAME_ONLY)

    assert ui.said == ["Wrote readiness.toml."]
    assert 'The \\"A\\" team' in (folder / "readiness.toml").read_text("utf-8")
    assert found.data_dir is None


def test_the_answers_can_be_kept_beside_the_code(folder):
    found, _ = asked("", "", HERE)

    assert found.data_dir == folder / ".readiness"
    assert 'data = ".readiness"' in (folder / "readiness.toml").read_text("utf-8")


def test_who_writes_nothing_down_is_told_how_to_find_the_team(folder):
    found, _ = asked("Payments", "", NO)

    assert found.again == {"--team": "Payments"}
    assert list(folder.iterdir()) == []


def test_a_folder_of_answers_that_is_there_is_not_offered_again(folder):
    (folder / ".readiness").mkdir()

    _, ui = asked("", "", 0)

    (menu,) = ui.menus
    assert menu.labels == ("No", "Yes, the name only")


def test_a_file_that_is_there_is_left_alone(folder):
    written = write_project_file(folder, team="Ours", data=None).read_bytes()

    found, ui = asked("", "")

    assert ui.menus == []
    assert found.is_new
    assert (folder / "readiness.toml").read_bytes() == written


@contextmanager
def a_full_disk():
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_cannot_be_written_does_not_keep_anybody_from_answering(folder):
    with a_full_disk():
        found, ui = asked("", "", NAME_ONLY)

    assert found.team == "payments-api"
    assert ui.said[0].startswith("Not written: ")
    assert list(folder.iterdir()) == []


def test_a_team_that_was_named_is_not_asked_for():
    given = Names(team="Search", period=None, data_dir=None)

    found, ui = asked(given=given)

    assert found == given
    assert (ui.fields, ui.menus) == ([], [])


@pytest.mark.parametrize("name", ["search", "payments-api"])
def test_who_has_answers_already_is_not_asked(store, name):
    keep(store, "search", name)

    found, ui = asked(given=Names(team=None, period=None, data_dir=store.root))

    assert found.team is None
    assert (ui.fields, ui.menus) == ([], [])


def keep(store, *ids):
    for id_ in ids:
        response = a_response()
        team = response.team.model_copy(update={"id": id_, "name": id_.title()})
        store.save(response.model_copy(update={"team": team}))


@pytest.mark.parametrize(
    ("choice", "team", "id_"),
    [(1, "Search", "search"), (2, "payments-api", "payments-api")],
)
def test_with_several_teams_one_is_chosen(store, choice, team, id_):
    keep(store, "billing", "search")

    given = Names(team=None, period=None, data_dir=store.root)
    found, ui = asked(choice, given=given)

    assert ui.menus[0].labels == ("Billing", "Search", "A new team: payments-api")
    assert (found.team, found.again) == (team, {"--team": id_})


def test_the_choice_of_a_team_can_be_left(store):
    keep(store, "billing", "search")

    given = Names(team=None, period=None, data_dir=store.root)

    assert asked(None, given=given)[0] is None


def test_only_what_differs_from_the_proposals_must_be_typed_again():
    same, _ = asked("", "", NO)
    other, _ = asked("Payments", "2026-Q3", NO)
    written, _ = asked("Payments", "2026-Q3", NAME_ONLY)

    assert same.again == {}
    assert other.again == {"--period": "2026-Q3", "--team": "Payments"}
    assert written.again == {"--period": "2026-Q3"}
