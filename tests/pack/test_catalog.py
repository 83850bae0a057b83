import pytest

from readiness.errors import NotFoundError
from readiness.pack.catalog import DEFAULT_PACK, demo_folders, find_pack, pack_ids


def test_the_default_pack_ships():
    assert DEFAULT_PACK in pack_ids()
    assert find_pack(DEFAULT_PACK).id == DEFAULT_PACK


def test_every_shipped_pack_is_called_like_its_folder():
    assert [find_pack(pack_id).id for pack_id in pack_ids()] == list(pack_ids())


def test_the_default_pack_has_a_sample_team_with_two_quarters():
    names = [folder.name for folder in demo_folders(DEFAULT_PACK)]

    assert names == ["2026-Q3", "2026-Q4"]


@pytest.mark.parametrize("find", [find_pack, demo_folders])
def test_an_unknown_pack_is_not_found_with_a_suggestion(find):
    with pytest.raises(NotFoundError) as caught:
        find("backend-2025")

    assert caught.value.message == (
        "there is no pack 'backend-2025', did you mean 'backend-2026'?"
    )
    assert caught.value.facts[0].startswith("packs: ")


@pytest.mark.parametrize(
    "name", ["../questions/backend-2026", ".", "", "backend-2026/"]
)
def test_a_path_is_no_pack_id(name):
    with pytest.raises(NotFoundError, match="there is no pack"):
        find_pack(name)
