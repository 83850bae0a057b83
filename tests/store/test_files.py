import os
import shutil
from multiprocessing import get_context
from random import Random

import pytest

from readiness.errors import (
    BadDataError,
    CannotWriteError,
    LockedError,
    NotFoundError,
)
from readiness.pack.archive import digest
from readiness.period import Period
from readiness.plaintext import slug
from readiness.responses import PackRef, Rated, Team
from readiness.store.files import FolderStore
from readiness.store.lock import Holder
from tests.builders import a_capability, a_pack, a_response

PACK = a_pack(a_capability("pairing"), a_capability("roles"))
PLACE = ("payments", "2026-Q4", "ana")


@pytest.fixture
def store(tmp_path):
    return FolderStore(tmp_path / "store")


def a_kept(store, *, team="payments", period="2026-Q4", respondent="ana", **answers):
    """Save a response in the store and return it."""
    response = a_response(PACK, respondent=respondent, **answers).model_copy(
        update={"team": Team(id=team, name=team.title()), "period": period}
    )
    store.save(response)
    return response


def test_what_is_saved_is_found(store):
    kept = a_kept(store, pairing=3)

    assert store.find(*PLACE) == kept
    assert store.find("payments", Period(2026, 4), "ana") == kept


def test_the_file_is_where_users_were_promised(store):
    path = store.save(a_response(PACK))

    assert path == store.root / "payments" / "2026-Q4" / "ana.json"
    assert path.is_file()
    assert path == store.path_of(*PLACE)


def test_nothing_is_found_where_nothing_was_saved(store):
    assert store.find(*PLACE) is None
    assert store.responses("payments", "2026-Q4") == ()
    assert store.teams() == ()
    assert store.periods("payments") == ()
    assert store.holder(*PLACE) is None


def test_a_later_answer_takes_the_place_of_the_earlier_one(store):
    earlier = a_kept(store, pairing=1)

    store.save(earlier.with_answer("pairing", Rated(level=4)))

    assert store.find(*PLACE).answers["pairing"] == Rated(level=4)


def test_everybody_of_a_team_is_found_sorted(store):
    bo = a_kept(store, respondent="bo", pairing=1)
    ana = a_kept(store, respondent="ana", pairing=2)
    a_kept(store, respondent="kim", period="2026-Q3")

    assert store.responses("payments", "2026-Q4") == (ana, bo)


def test_teams_and_periods_are_listed_in_order(store):
    for team, period in [("b", "2026-Q4"), ("b", "2025-Q4"), ("a", "2026-Q1")]:
        a_kept(store, team=team, period=period)

    assert store.teams() == (Team(id="a", name="A"), Team(id="b", name="B"))
    assert store.periods("b") == (Period(2025, 4), Period(2026, 4))


def test_what_else_lies_in_the_folder_is_no_team_and_no_period(store):
    a_kept(store)
    store.archive(PACK)
    for name in ("notes", ".git", "Payments", "payments/2026-Q5", "payments/2026-Q1"):
        (store.root / name).mkdir()
    (store.root / "readme.md").touch()
    (store.root / "payments" / "2026-Q2").touch()

    assert [team.id for team in store.teams()] == ["payments"]
    assert store.periods("payments") == (Period(2026, 4),)


def test_a_team_is_named_by_a_file_that_can_be_read(store):
    a_kept(store, respondent="bo")
    a_kept(store, respondent="ana")
    store.path_of(*PLACE).write_text("damaged")

    assert store.teams() == (Team(id="payments", name="Payments"),)


@pytest.mark.parametrize("content", ["damaged", "{}", '{"team": 5}'])
def test_a_team_whose_files_are_damaged_is_still_listed(store, content):
    a_kept(store)
    store.path_of(*PLACE).write_text(content)

    assert store.teams() == (Team(id="payments", name="payments"),)


def test_two_folders_are_merged_by_copying_files(store, tmp_path):
    other = FolderStore(tmp_path / "other")
    ana = a_kept(store, respondent="ana", pairing=1)
    bo = a_kept(other, respondent="bo", pairing=4)
    other.archive(PACK)

    shutil.copytree(other.root, store.root, dirs_exist_ok=True)

    assert store.responses("payments", "2026-Q4") == (ana, bo)
    assert store.pack_of(bo) == PACK


def test_two_files_of_one_person_are_both_named(store):
    a_kept(store)
    path = store.path_of(*PLACE)
    copy = path.with_name("ana (1).json")
    shutil.copy(path, copy)

    with pytest.raises(BadDataError, match="two files claim") as caught:
        store.responses("payments", "2026-Q4")

    assert caught.value.facts == (str(path), str(copy))


@pytest.mark.parametrize(
    ("place", "what"),
    [
        (("billing", "2026-Q4", "ana"), "team 'payments'"),
        (("payments", "2026-Q3", "ana"), "period '2026-Q4'"),
        (("payments", "2026-Q4", "bo"), "respondent 'ana'"),
    ],
)
def test_a_file_in_the_wrong_place_is_refused_with_its_line(store, place, what):
    a_kept(store)
    wrong = store.path_of(*place)
    wrong.parent.mkdir(parents=True, exist_ok=True)
    store.path_of(*PLACE).rename(wrong)

    with pytest.raises(BadDataError, match=what) as caught:
        store.find(*place)

    assert caught.value.message.startswith(f"{wrong}:")


@pytest.mark.parametrize(
    "content", ["", "{", "\x00\x01", '{"kind": "readiness.response"}', "[" * 90_000]
)
def test_a_damaged_file_is_named_and_left_as_it_is(store, content):
    a_kept(store)
    path = store.path_of(*PLACE)
    path.write_text(content)

    with pytest.raises(BadDataError) as caught:
        store.find(*PLACE)

    assert caught.value.message.startswith(str(path))
    assert path.read_text() == content


def test_a_file_of_four_mebibytes_is_not_read(store):
    a_kept(store)
    store.path_of(*PLACE).write_bytes(b" " * (4 * 1024 * 1024 + 1))

    with pytest.raises(BadDataError, match="larger than"):
        store.find(*PLACE)


def test_a_folder_in_place_of_the_file_is_told(store):
    store.path_of(*PLACE).mkdir(parents=True)

    with pytest.raises(BadDataError, match="cannot be read"):
        store.find(*PLACE)


HOSTILE = [
    "../../etc/passwd", "..", ".", "", "a/b", "a\\b", "/etc", "a\x00b", "a\nb",
    "\x1b[31m", "🙂", "Payments", "a" * 10_000, "-a", "a--b", "ana.json", "CON",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_a_path(store, name):
    for place in [(name, "2026-Q4", "ana"), ("payments", "2026-Q4", name)]:
        with pytest.raises(BadDataError, match="cannot be the name of a file"):
            store.find(*place)
        with pytest.raises(BadDataError):
            store.lock(*place).__enter__()

    assert not store.root.exists()


@pytest.mark.parametrize("period", ["../x", "2026-q4", "2026-Q5", "٢٠٢٦-Q4", "", "x"])
def test_no_period_is_a_path(store, period):
    with pytest.raises(BadDataError, match="is not a period"):
        store.find("payments", period, "ana")


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_becomes_one_the_store_takes(store, name):
    path = store.path_of(slug(name), "2026-Q4", slug(name))

    assert path.parent.parent.parent == store.root


def test_the_folder_of_the_packs_is_no_team(store):
    with pytest.raises(BadDataError, match="cannot be the id of a team"):
        store.find("packs", "2026-Q4", "ana")


def test_a_response_finds_the_very_pack_it_answers(store):
    response = a_kept(store, pairing=3)
    ref = store.archive(PACK)
    store.archive(a_pack(a_capability("other")))

    assert (
        response.pack
        == ref
        == PackRef(id="small", version="1.0.0", sha256=digest(PACK))
    )
    assert store.pack_of(response) == PACK


def test_a_missing_pack_is_told(store):
    response = a_kept(store, pairing=3)

    with pytest.raises(NotFoundError, match="not there"):
        store.pack_of(response)


def test_an_answer_to_a_question_the_pack_does_not_have_is_placed(store):
    response = a_kept(store, pairing=3, rolls=2)
    store.archive(PACK)

    with pytest.raises(BadDataError, match="no question 'rolls'") as caught:
        store.pack_of(response)

    assert caught.value.message.startswith(f"{store.path_of(*PLACE)}:4:5: ")
    assert "did you mean 'roles'?" in caught.value.message


def test_a_lock_keeps_others_out_and_says_who_holds_it(store):
    with store.lock(*PLACE):
        held_by = store.holder(*PLACE)
        with pytest.raises(LockedError, match="the answers of ana"):
            store.lock(*PLACE).__enter__()
        with store.lock("payments", "2026-Q4", "bo"):
            a_kept(store, respondent="bo")

    assert held_by == Holder.here()
    assert store.holder(*PLACE) is None


def test_a_lock_clears_away_what_dead_writers_left(store):
    a_kept(store)
    stale = store.path_of(*PLACE).with_name(".ana.json.0123.tmp")
    stale.touch()

    with store.lock(*PLACE):
        assert not stale.exists()


def test_saving_where_a_file_is_in_the_way_is_told(store):
    store.root.mkdir()
    (store.root / "payments").touch()

    with pytest.raises(CannotWriteError):
        a_kept(store)


# Source text, because a killed process leaves no record of what it covered.
WRITER = """
from itertools import count
from readiness.responses import Rated
with store.lock("payments", "2026-Q4", "ana"):
    response = store.find("payments", "2026-Q4", "ana")
    for number in count(int(response.answers["pairing"].note) + 1):
        answer = Rated(level=number % 5, note=str(number))
        store.save(response.with_answer("pairing", answer))
        saved.send(number)
"""


def test_a_killed_writer_loses_nothing_it_acknowledged(store):
    store.save(a_response(PACK, pairing=Rated(level=0, note="0")))
    server = get_context("forkserver")
    server.set_forkserver_preload(["__main__", "readiness.store.files"])
    dice = Random(2026)

    for _ in range(30):
        told, saved = server.Pipe(duplex=False)
        names = {"store": store, "saved": saved}
        writer = server.Process(target=exec, args=(WRITER, names))
        writer.start()
        saved.close()
        acknowledged = [told.recv() for _ in range(dice.randint(1, 12))]
        spend_a_moment(dice.randint(0, 20_000))
        writer.kill()
        writer.join()
        acknowledged += remaining(told)

        answer = store.find(*PLACE).answers["pairing"]
        assert int(answer.note) in {acknowledged[-1], acknowledged[-1] + 1}
        assert answer.level == int(answer.note) % 5

    with store.lock(*PLACE):
        left = sorted(path.name for path in store.path_of(*PLACE).parent.iterdir())
    assert left == [".ana.lock", "ana.json"]


def spend_a_moment(steps):
    """Let a writer go on to some point that nobody chose."""
    for _ in range(steps):
        os.getpid()


def remaining(pipe):
    """Return what a dead process had sent before; half a message does not count."""
    sent = []
    try:
        while True:
            sent.append(pipe.recv())
    except (EOFError, OSError):
        return sent
