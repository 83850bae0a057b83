from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from readiness.cli import workspace as workspaces
from readiness.cli.workspace import find_data_folder, find_workspace, now, today
from readiness.errors import NotFoundError, UsageError
from tests.builders import a_pack, a_response


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    folder = tmp_path / "Checkout Team"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    return folder


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


@pytest.mark.parametrize(
    ("name", "id_"),
    [("../../etc", "etc"), ("a/b\\c", "a-b-c"), ("A\x1b[31mB", "a-31mb")],
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


def test_a_folder_of_answers_here_or_above_is_used(folder):
    deep = folder / "src" / "deep"
    deep.mkdir(parents=True)
    (folder / ".readiness").mkdir()
    assert find_data_folder(None) == folder / ".readiness"
    assert find_data_folder(Path("~/answers")) == Path.home() / "answers"


def test_otherwise_it_is_the_folder_of_the_user(tmp_path):
    assert find_data_folder(None).is_relative_to(tmp_path / "home")


def test_the_day_can_be_fixed():
    assert now() == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert today() == date(2026, 11, 22)


def test_otherwise_the_day_is_that_of_the_user(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert abs((now() - datetime.now(UTC)).total_seconds()) < 60
    assert today() in {date.today(), now().date()}  # noqa: DTZ011 - the user's day


@pytest.mark.parametrize("missing", [KeyError("uid"), OSError("no tty")])
def test_without_a_login_name_it_is_me(own_store, monkeypatch, missing):
    def nobody():
        raise missing

    monkeypatch.setattr(workspaces, "getuser", nobody)

    assert found(own_store).respondent == "me"
