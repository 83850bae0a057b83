"""Who has never been here is asked for team and quarter, once."""

import resource
from contextlib import contextmanager

import pytest
from time_machine import travel

from readiness.cli.assessing.first_run import Names, ask_names
from readiness.cli.workspace import find_workspace
from readiness.settings.project import write_project_file
from readiness.store.files import FolderStore
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


def test_what_cannot_be_used_is_said_where_it_is_asked_again():
    found, ui = asked("x" * 101, "Payments", "next spring", "2027-Q2", NO)

    assert (found.team, found.period) == ("Payments", "2027-Q2")
    assert [field.prompt for field in ui.fields][1::2] == [
        "The team name has 101 characters. Which team is this about?",
        "'next spring' is not a period. For which quarter, such as 2026-Q4?",
    ]
    assert [field.current for field in ui.fields][1::2] == ["payments-api", "2026-Q4"]


@pytest.mark.parametrize("deeds", [("Pay", None), ("Pay", "", None)])
def test_who_goes_back_comes_to_the_question_before(deeds):
    found, ui = asked(*deeds, "Payments", "", NO)

    assert found.team == "Payments"
    assert ui.fields[len(deeds) - 1 if deeds[-1] == "" else -2].current == "Pay"


@pytest.mark.parametrize("deeds", [(), ("",), ("", "")])
def test_one_can_leave_from_every_question(deeds, folder):
    found, _ = asked(*deeds, None, None)

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


def test_who_writes_nothing_down_is_not_asked_again_in_this_folder(folder, store):
    asked("Payments", "", NO)
    keep(store, "billing", "payments")

    assert find_workspace(data_dir=store.root).team.id == "payments"
    assert list(folder.iterdir()) == []


def test_a_folder_of_answers_that_is_there_is_not_offered_again(folder):
    (folder / ".readiness").mkdir()

    _, ui = asked("", "", 0)

    (menu,) = ui.menus
    assert [label.partition(",")[0] for label in menu.labels] == ["No", "Yes"]
    assert ".readiness" not in "".join(menu.labels)


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
def test_a_folder_of_answers_that_was_named_says_which_team(store, name):
    keep(store, name)

    found, ui = asked(given=Names(team=None, period=None, data_dir=store.root))

    assert found.team in {None, "payments-api"}
    assert (ui.fields, ui.menus) == ([], [])


@pytest.fixture
def own(tmp_path):
    """Return the store in the user's own folder, which nobody named."""
    return FolderStore(tmp_path / "data" / "readiness")


def test_the_only_team_is_not_taken_for_that_of_another_folder(own):
    keep(own, "search")

    another, ui = asked(1)
    the_same, _ = asked(0)
    remembered, silent = asked()

    assert ui.menus[0].labels == ("Search", "A new team: payments-api")
    assert (another.team, another.is_new) == ("payments-api", True)
    assert (the_same.team, the_same.is_new) == ("Search", False)
    assert (remembered.team, silent.menus) == ("search", [])


def test_at_home_the_only_team_is_meant(own, folder, monkeypatch):
    keep(own, "search")
    monkeypatch.setenv("HOME", str(folder))

    found, ui = asked()

    assert (found, ui.menus) == (NOBODY, [])


def keep(store, *ids):
    for id_ in ids:
        response = a_response()
        team = response.team.model_copy(update={"id": id_, "name": id_.title()})
        store.save(response.model_copy(update={"team": team}))


@pytest.mark.parametrize(("choice", "team"), [(1, "Search"), (2, "payments-api")])
def test_with_several_teams_one_is_chosen_once(store, choice, team):
    keep(store, "billing", "search")

    given = Names(team=None, period=None, data_dir=store.root)
    found, ui = asked(choice, given=given)

    assert ui.menus[0].labels == ("Billing", "Search", "A new team: payments-api")
    assert found.team == team


def test_the_team_that_was_chosen_is_remembered_for_the_folder(store):
    keep(store, "billing", "search")
    given = Names(team=None, period=None, data_dir=store.root)
    asked(1, given=given)

    found, ui = asked(given=given)

    assert (found.team, ui.menus) == ("search", [])


def test_the_choice_of_a_team_can_be_left(store):
    keep(store, "billing", "search")

    given = Names(team=None, period=None, data_dir=store.root)

    assert asked(None, given=given)[0] is None


def test_only_what_differs_from_the_proposals_must_be_typed_again():
    same, _ = asked("", "", NO)
    other, _ = asked("Payments", "2026-Q3", NO)
    written, _ = asked("Payments", "2026-Q3", NAME_ONLY)

    assert same.again == {}
    assert other.again == written.again == {"--period": "2026-Q3"}
