import os
from datetime import date
from pathlib import Path

import pytest
from time_machine import travel

from readiness.cli import workspace as workspaces
from readiness.cli.workspace import find_data_folder, find_workspace, now, today
from readiness.errors import NotFoundError, UsageError
from readiness.plaintext import slug
from tests.builders import NOON, a_pack, a_response


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    folder = tmp_path / "Checkout Team"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with travel(NOON, tick=False):
        yield folder


@pytest.fixture(name="keep")
def _keep(own_store):
    """Keep an answer of a team for a period."""

    def keep(team="payments", name="Payments", period="2026-Q4"):
        pack = a_pack()
        response = a_response(pack, pairing=1)
        response = response.model_copy(
            update={
                "team": response.team.model_copy(update={"id": team, "name": name}),
                "period": period,
            }
        )
        find_workspace(data_dir=own_store).store.save(response)

    return keep


def found(own_store, **options):
    return find_workspace(data_dir=own_store, **options)


def test_without_answers_the_team_is_called_like_the_folder(own_store):
    workspace = found(own_store)

    assert (workspace.team.id, workspace.team.name) == (
        "checkout-team",
        "Checkout Team",
    )
    assert str(workspace.period) == "2026-Q4"


def test_the_only_team_there_is_is_meant(own_store, keep):
    keep()

    assert found(own_store).team.name == "Payments"


def test_of_several_teams_that_of_the_folder_is_meant(own_store, keep):
    keep()
    keep("checkout-team", "The Checkout")

    assert found(own_store).team.name == "The Checkout"


def test_of_several_others_one_must_be_named(own_store, keep):
    keep()
    keep("search", "Search")

    with pytest.raises(UsageError) as several:
        found(own_store)

    assert several.value.facts == ("Payments (payments)", "Search (search)")
    assert found(own_store, team="Search").team.id == "search"


def test_a_team_keeps_the_name_it_had_first(own_store, keep):
    keep()

    assert found(own_store, team="PAYMENTS").team.name == "Payments"


def test_a_team_may_be_named_by_its_id(own_store, keep):
    name = "The Department of Very Long Names (and Signs)"
    keep(slug(name), name)

    assert found(own_store, team=slug(name)).team.name == name


@pytest.mark.parametrize(
    "options", [{"reading": True}, {"period": "latest"}, {"period": "previous"}]
)
def test_to_read_of_a_team_that_is_not_there_names_those_that_are(
    own_store, keep, options
):
    keep()

    with pytest.raises(NotFoundError, match="did you mean 'payments'") as missing:
        found(own_store, team="Paymets", **options)

    assert missing.value.facts[0] == "there are: Payments (payments)"


def test_a_new_team_may_begin(own_store, keep):
    keep()

    assert found(own_store, team="Paymets").team.id == "paymets"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("../../etc", "etc-74ccf3"),
        ("a/b\\c", "a-b-c-7e65aa"),
        ("A\x1b[31mB", "a-31mb-1c4d65"),
        ("A\x1bB", "ab"),
    ],
)
def test_a_name_never_is_a_path(own_store, name, id_):
    workspace = found(own_store, team=name, respondent=name)

    assert (workspace.team.id, workspace.respondent) == (id_, id_)
    assert "\x1b" not in workspace.team.name


@pytest.mark.parametrize("what", ["team", "respondent"])
@pytest.mark.parametrize("name", ["x" * 10_000, " ", "\x1b\x07"])
def test_a_name_too_long_or_empty_is_refused(own_store, what, name):
    with pytest.raises(UsageError, match=f"the {what} name has"):
        found(own_store, **{what: name})


def test_reading_means_the_latest_period_with_answers(own_store, keep):
    keep(period="2026-Q1")
    keep(period="2026-Q3")

    assert str(found(own_store, reading=True).period) == "2026-Q3"
    assert str(found(own_store, reading=True, period="previous").period) == "2026-Q1"
    assert str(found(own_store, period="2025-q2").period) == "2025-Q2"
    assert str(found(own_store).period) == "2026-Q4"


def test_the_period_before_the_first_is_not_there(own_store, keep):
    keep()

    with pytest.raises(NotFoundError, match="no previous answers"):
        found(own_store, period="previous")


def test_without_any_answers_there_is_nothing_to_read(own_store):
    with pytest.raises(NotFoundError, match="no answers of team") as nothing:
        found(own_store, reading=True)

    assert nothing.value.facts[0] == "found: nothing yet"


def test_a_folder_of_answers_here_or_above_is_used(folder, monkeypatch):
    deep = folder / "src" / "deep"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    (folder / ".readiness").mkdir()

    assert find_data_folder(None) == folder / ".readiness"
    assert find_data_folder(Path("~/answers")) == Path.home() / "answers"


@pytest.mark.parametrize("edge", [".git", "home"])
def test_a_folder_above_the_repository_or_home_is_not_used(folder, monkeypatch, edge):
    deep = folder / "repository" / "src"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    (folder / ".readiness").mkdir()
    if edge == "home":
        monkeypatch.setenv("HOME", str(deep.parent))
    else:
        (deep.parent / edge).touch()

    assert find_data_folder(None) != folder / ".readiness"

    (deep.parent / ".readiness").mkdir()
    assert find_data_folder(None) == deep.parent / ".readiness"


def test_a_folder_of_somebody_else_is_not_used(folder, monkeypatch):
    (folder / ".readiness").mkdir()
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)

    assert find_data_folder(None) != folder / ".readiness"

    monkeypatch.delattr(os, "getuid")  # as on Windows
    assert find_data_folder(None) == folder / ".readiness"


def test_a_file_of_that_name_is_no_folder_of_answers(folder):
    (folder / ".readiness").touch()

    assert find_data_folder(None) != folder / ".readiness"


def test_nobody_needs_a_home(folder, monkeypatch):
    def nowhere():
        raise RuntimeError("no home")

    (folder / "src").mkdir()
    monkeypatch.chdir(folder / "src")
    (folder / ".readiness").mkdir()
    monkeypatch.setattr(Path, "home", nowhere)

    assert find_data_folder(None) == folder / ".readiness"


def test_the_home_of_nobody_is_a_mistake_of_usage():
    with pytest.raises(UsageError, match="there is no home folder for ~nobody-at-all"):
        find_data_folder(Path("~nobody-at-all/answers"))


def test_a_folder_that_was_removed_meanwhile_is_told(own_store, folder):
    folder.rmdir()

    with pytest.raises(NotFoundError, match="the folder you are in was removed"):
        found(own_store)
    with pytest.raises(NotFoundError, match="the folder you are in was removed"):
        find_data_folder(None)
    assert found(own_store, team="Payments").team.id == "payments"


def test_otherwise_it_is_the_folder_of_the_user(tmp_path):
    assert find_data_folder(None).is_relative_to(tmp_path / "home")


def test_the_day_to_print_can_be_fixed(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert today() == date(1970, 1, 2)


def test_a_fixed_day_changes_neither_the_period_nor_the_time(own_store, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert now() == NOON
    assert str(found(own_store).period) == "2026-Q4"


@pytest.mark.parametrize("fixed", ["soon", "1.5", "9" * 30, "9" * 16, "9" * 5000])
def test_a_fixed_day_that_is_none_is_a_mistake_of_usage(monkeypatch, fixed):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", fixed)

    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is"):
        today()


def test_otherwise_the_day_is_that_of_the_user():
    assert today() == NOON.astimezone().date()


@pytest.mark.parametrize("missing", [KeyError("uid"), OSError("no tty")])
def test_without_a_login_name_it_is_me(own_store, monkeypatch, missing):
    def nobody():
        raise missing

    monkeypatch.setattr(workspaces, "getuser", nobody)

    assert found(own_store).respondent == "me"
