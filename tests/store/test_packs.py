import pytest

from readiness.errors import BadDataError, NotFoundError
from readiness.pack.archive import digest
from readiness.store.packs import archive, load
from tests.builders import a_capability, a_claim, a_pack, a_rule

PACK = a_pack(a_capability("pairing"))


def test_an_archived_pack_comes_back_the_same(tmp_path):
    ref = archive(tmp_path / "packs", PACK)

    assert load(tmp_path / "packs", ref) == PACK
    assert ref.sha256 == digest(PACK)
    assert (ref.id, ref.version) == (PACK.id, PACK.version)


def test_a_pack_is_written_once(tmp_path):
    ref = archive(tmp_path, PACK)
    first = (tmp_path / f"{ref.sha256}.json").stat()

    archive(tmp_path, PACK)

    (file,) = tmp_path.iterdir()
    assert file.stat().st_ino == first.st_ino


def test_a_damaged_pack_is_made_whole_when_it_is_archived_again(tmp_path):
    ref = archive(tmp_path, PACK)
    (tmp_path / f"{ref.sha256}.json").write_text("damaged")

    archive(tmp_path, PACK)

    assert load(tmp_path, ref) == PACK


def test_an_unreadable_pack_is_not_hidden(tmp_path):
    ref = archive(tmp_path, PACK)
    file = tmp_path / f"{ref.sha256}.json"
    file.write_bytes(b"x" * (16 * 1024 * 1024 + 1))

    with pytest.raises(BadDataError, match="larger than"):
        load(tmp_path, ref)

    archive(tmp_path, PACK)
    assert load(tmp_path, ref) == PACK


def test_a_missing_pack_is_named_with_what_to_do(tmp_path):
    ref = archive(tmp_path, PACK)
    (tmp_path / f"{ref.sha256}.json").unlink()

    with pytest.raises(NotFoundError, match=r"small 1\.0\.0") as caught:
        load(tmp_path, ref)

    assert ref.sha256 in caught.value.facts[0]
    assert "copy" in caught.value.tries[0]


def test_a_pack_changed_by_a_byte_is_refused(tmp_path):
    ref = archive(tmp_path, PACK)
    file = tmp_path / f"{ref.sha256}.json"
    file.write_bytes(file.read_bytes().replace(b"A small pack", b"A small pock"))

    with pytest.raises(BadDataError, match="is damaged"):
        load(tmp_path, ref)


def test_a_pack_of_a_newer_program_says_to_upgrade(tmp_path):
    from hashlib import sha256

    content = b'{"format": 2}'
    ref = archive(tmp_path, PACK).model_copy(
        update={"sha256": sha256(content).hexdigest()}
    )
    (tmp_path / f"{ref.sha256}.json").write_bytes(content)

    with pytest.raises(BadDataError, match="cannot be read by this version") as caught:
        load(tmp_path, ref)

    assert "upgrade" in caught.value.tries[0]


FLAWS = {
    "rules.0.condition: condition": a_pack(rules=(a_rule(condition="pairing <"),)),
    "unknown capability 'nowhere'": a_pack(rules=(a_rule(condition="nowhere < 2"),)),
    "prerequisites go in a circle": a_pack(
        a_capability("pairing", prerequisites=("pairing",))
    ),
    "claims.0.capabilities.0: unknown capability": a_pack(
        claims=(a_claim(capabilities=("nowhere",)),)
    ),
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_pack_that_contradicts_itself_is_refused(tmp_path, flaw):
    ref = archive(tmp_path, FLAWS[flaw])

    with pytest.raises(BadDataError, match="is no pack") as caught:
        load(tmp_path, ref)

    assert flaw in caught.value.facts[0]
