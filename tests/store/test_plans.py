import json

import pytest

from readiness.errors import BadDataError, CannotWriteError
from readiness.plan.record import PlannedAction, PlanRecord, Status
from readiness.store.files import FolderStore
from readiness.store.plans import find_plan, save_plan
from tests.builders import NOON, a_pack, a_response

RECORD = PlanRecord(
    team="payments",
    period="2026-Q4",
    made_at=NOON,
    focus="ai",
    focus_at=NOON,
    expected=7.5,
    actions={
        "tests-1": PlannedAction(
            title="Write tests", trend="ai", gain=1.5, trend_gain=7.5
        )
    },
)


@pytest.fixture(name="broken")
def _broken(tmp_path):
    """Replace a text in the kept file and return its path."""

    def break_file(was, now):
        path = save_plan(tmp_path, RECORD)
        text = path.read_text(encoding="utf-8")
        assert was in text
        path.write_text(text.replace(was, now), encoding="utf-8")
        return path

    return break_file


def test_a_plan_is_found_as_it_was_saved(tmp_path):
    path = save_plan(tmp_path, RECORD)

    assert path == tmp_path / "payments" / "plans" / "2026-Q4.json"
    assert find_plan(tmp_path, "payments", "2026-Q4") == RECORD


def test_a_plan_is_for_the_user_alone_with_its_keys_in_order(tmp_path):
    path = save_plan(tmp_path, RECORD)

    data = json.loads(path.read_text(encoding="utf-8"))
    assert list(data) == sorted(data)
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_nothing_was_kept_there_is_no_plan(tmp_path):
    assert find_plan(tmp_path, "payments", "2026-Q4") is None


def test_plans_are_neither_a_team_nor_a_period_nor_answers(tmp_path):
    store = FolderStore(tmp_path)
    pack = a_pack()
    store.archive(pack)
    store.save(a_response(pack))
    save_plan(tmp_path, RECORD)

    assert [team.id for team in store.teams()] == ["payments"]
    assert [str(period) for period in store.periods("payments")] == ["2026-Q4"]
    assert len(store.responses("payments", "2026-Q4")) == 1


def test_a_team_with_nothing_but_a_plan_has_no_answers(tmp_path):
    save_plan(tmp_path, RECORD)

    assert FolderStore(tmp_path).teams() == ()


@pytest.mark.parametrize(
    ("edit", "place", "message"),
    [
        (('"open"', '"opne"'), ":5:", "'opne' is not one of open"),
        (('"expected": 7.5', '"expected": "much"'), ":13:", "expected:"),
        (('"kind"', '"kinds"'), ":1:", "is not the record of a plan"),
        (('"payments"\n}', '"payments"'), ":20:", "the file ends too early"),
        (('version": 1', 'version": 2'), ":19:", "from a newer version"),
        (('"2026-Q4"', '"2026-Q3"'), ":18:", "says period '2026-Q3'"),
        (('"payments"', '"pay"'), ":20:", "says team 'pay'"),
    ],
)
def test_a_damaged_plan_is_reported_with_its_place(
    tmp_path, broken, edit, place, message
):
    path = broken(*edit)

    with pytest.raises(BadDataError) as refusal:
        find_plan(tmp_path, "payments", "2026-Q4")

    assert refusal.value.message.startswith(f"{path}{place}")
    assert message in refusal.value.message


def test_a_place_that_cannot_be_written_to_is_an_error(tmp_path):
    (tmp_path / "payments").touch()

    with pytest.raises(CannotWriteError):
        save_plan(tmp_path, RECORD)


def test_statuses_are_kept(tmp_path):
    done = RECORD.actions["tests-1"].model_copy(update={"status": Status.DONE})
    save_plan(tmp_path, RECORD.model_copy(update={"actions": {"tests-1": done}}))

    found = find_plan(tmp_path, "payments", "2026-Q4")

    assert found is not None
    assert found.actions["tests-1"].status is Status.DONE
