import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.errors import BadDataError, ExitCode, NotFoundError
from readiness.pack.loader import PackError, load_pack
from readiness.pack.reader import parse
from tests.pack.files import AI, OPS, PACK, facts_of, plant, write_pack


def test_a_pack_is_its_folder_of_files(folder):
    pack = load_pack(folder)

    assert [trend.id for trend in pack.trends] == ["ai", "ops"]
    assert [question.id for question in pack.questions()] == [
        "pairing-reach",
        "brakes-tried",
    ]
    assert pack.profile[1].options[0].value == 1


def test_a_pack_may_be_named_by_its_pack_file(folder):
    assert load_pack(folder / "pack.yaml") == load_pack(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("ops.yaml", "id: brakes\n", "id: §pairing\n", "capability id 'pairing'"),
        ("ops.yaml", "brakes-tried", "§pairing-reach", "question id 'pairing-reach'"),
        ("pack.yaml", "share_high\n", "§regulated\n", "profile id 'regulated'"),
    ],
)
def test_an_id_taken_twice_points_to_the_first(folder, file, old, new, message):
    place = plant(folder / file, old, new)

    facts = facts_of(folder)

    (taken,) = (fact for fact in facts if fact.startswith(place))
    assert taken.startswith(f"{place}: {message} is taken, see {folder}")


def test_a_trend_whose_id_is_another_s_is_reported_as_both(folder):
    place = plant(folder / "ops.yaml", "id: ops", "id: §ai")

    facts = facts_of(folder)

    assert [fact for fact in facts if fact.startswith(place)] == [
        f"{place}: the id must be 'ops', as the file is called",
        f"{place}: trend id 'ai' is taken, see {folder}/ai.yaml:1:5",
    ]


def test_a_claim_id_is_taken_once(folder):
    text = (folder / "pack.yaml").read_text()
    claim = text[text.index("  - id: C01") :]
    place = plant(folder / "pack.yaml", claim, claim + claim.replace("C01", "§C01"))

    (fact,) = facts_of(folder)

    assert fact == f"{place}: claim id 'C01' is taken, see {folder}/pack.yaml:44:9"


def test_every_mistake_of_every_file_is_reported_in_one_run(folder):
    places = [
        plant(folder / "ai.yaml", "weight: 2", "weight: §0"),
        plant(folder / "ops.yaml", "help: ", "§hlep: "),
        plant(folder / "ops.yaml", "label: Level 4", "label: §" + "x" * 30),
        plant(folder / "pack.yaml", "minutes: 5", "minutes: §many"),
        plant(folder / "pack.yaml", "trend: ai}", "trend: §aj}"),
        plant(folder / "pack.yaml", "remedies: [brakes]", "remedies: [§breaks]"),
        plant(folder / "pack.yaml", "severity: info", "severity: §!!str info"),
    ]

    with pytest.raises(PackError) as caught:
        load_pack(folder)

    assert [":".join(f.split(":")[:3]) for f in caught.value.facts] == places
    assert caught.value.message == f"{folder}: 7 mistakes"
    assert caught.value.code is ExitCode.BAD_DATA


def test_one_mistake_is_counted_as_one(folder):
    plant(folder / "ai.yaml", "weight: 2", "weight: 0")

    with pytest.raises(PackError, match=r"small: 1 mistake$"):
        load_pack(folder)


def test_names_that_an_unreadable_file_may_hold_are_not_called_unknown(folder):
    place = plant(folder / "ops.yaml", "name: Brakes", 'name: §"Brakes')

    facts = facts_of(folder)

    assert facts == (f"{place}: not valid YAML: what begins here is not closed",)


def test_a_missing_file_is_suggested_from_those_beside_the_pack(folder):
    place = plant(folder / "pack.yaml", "[ai, ops]", "[ai, §opps]")

    facts = facts_of(folder)

    assert facts == (
        f"{place}: there is no file 'opps.yaml' beside pack.yaml, did you mean 'ops'?",
    )


def test_a_trend_file_that_is_a_folder_is_reported_at_its_name(folder):
    (folder / "deep.yaml").mkdir()
    place = plant(folder / "pack.yaml", "[ai, ops]", "[ai, ops, §deep]")

    (fact,) = facts_of(folder)

    assert fact.startswith(f"{place}: {folder}/deep.yaml cannot be read: ")


@pytest.mark.parametrize("content", ["- a\n- b\n", "just text\n", "trends: 3\n", "~\n"])
def test_a_pack_file_that_is_no_mapping_is_told_so(folder, content):
    (folder / "pack.yaml").write_text(content)

    facts = facts_of(folder)

    assert all(fact.startswith(f"{folder}/pack.yaml:1:") for fact in facts)


@pytest.mark.parametrize("content", ["[]", "3", "text", "null"])
def test_a_trend_file_that_is_no_mapping_is_told_so(folder, content):
    (folder / "ops.yaml").write_text(content)

    facts = facts_of(folder)

    assert f"{folder}/ops.yaml:1:1: the file: must be a mapping of fields" in facts


def test_a_misspelt_field_is_not_called_missing_as_well(folder):
    place = plant(folder / "ai.yaml", "        text: How", "        §txet: How")

    facts = facts_of(folder)

    assert facts == (f"{place}: unknown field 'txet', did you mean 'text'?",)


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("- {label: Level 0, text", "- {label: Level 0, txt", None),
        ("- {label: Level 0", "- {label: X, txt: Y}\n          - {label: Level 0", 6),
    ],
)
def test_anchors_are_counted_with_the_wrong_ones(folder, old, new, count):
    plant(folder / "ai.yaml", old, new)

    facts = facts_of(folder)

    counts = [fact.split()[3] for fact in facts if "anchors: has" in fact]
    assert counts == ([str(count)] if count else [])


def test_several_circles_are_each_reported_once(folder):
    plant(folder / "ai.yaml", "[brakes]", "[brakes, pairing]")
    plant(folder / "ops.yaml", "    why:", "    prerequisites: [pairing]\n    why:")

    facts = facts_of(folder)

    assert [fact.partition("circle: ")[2] for fact in facts] == [
        "pairing -> pairing",
        "pairing -> brakes -> pairing",
    ]


def test_a_shared_prerequisite_is_no_circle(folder):
    plant(folder / "ai.yaml", "[brakes]", "[brakes, brakes]")

    assert load_pack(folder).capability_by_id["pairing"].prerequisites == (
        "brakes",
        "brakes",
    )


def test_a_long_chain_of_prerequisites_is_followed_to_its_end(folder):
    plant(folder / "ai.yaml", "[brakes]", "[link-0]")
    links = [f"{{id: link-{n}, prerequisites: [link-{n + 1}]}}" for n in range(3000)]
    links.append("{id: link-3000, prerequisites: [pairing]}")
    with (folder / "ai.yaml").open("a") as file:
        file.writelines(f"  - {link}\n" for link in links)

    facts = facts_of(folder)

    (circle,) = (fact for fact in facts if "circle" in fact)
    assert "circle: pairing -> link-0 -> " in circle
    assert circle.endswith("link-2999 -> link-3000 -> pairing")


@pytest.mark.parametrize(
    ("spelling", "column"),
    [
        ("paring > 1", 16),
        ("'paring > 1'", 17),
        ('"paring > 1"', 17),
        ('"par\\x69ng > 1"', 16),  # an escape: no way to count columns
        (">-\n      paring > 1", 16),
    ],
)
def test_a_wrong_name_in_a_condition_has_its_own_column(folder, spelling, column):
    plant(folder / "pack.yaml", "pairing >= 2 and brakes < 2", spelling)

    (fact,) = facts_of(folder)

    assert fact.startswith(f"{folder}/pack.yaml:28:{column}: unknown capability")


def test_a_condition_too_long_to_read_is_one_mistake(folder):
    long = " and ".join(["pairing >= 2"] * 50)
    plant(folder / "pack.yaml", "pairing >= 2 and brakes < 2", long)

    (fact,) = facts_of(folder)

    assert "condition: too long: 845 characters, only 500 allowed" in fact


def test_what_a_mistake_quotes_cannot_command_a_terminal(folder):
    plant(folder / "pack.yaml", "title:", '"\\e]0;x\\a\\nowned":')

    fact = next(fact for fact in facts_of(folder) if "unknown field" in fact)

    assert "\x1b" not in fact
    assert "\n" not in fact


@pytest.mark.parametrize("file", ["pack.yaml", "ai.yaml", "ops.yaml"])
def test_an_unknown_field_is_reported_at_its_name_wherever_it_is(folder, file):
    text = {"pack.yaml": PACK, "ai.yaml": AI, "ops.yaml": OPS}[file]
    for mark in parse(text.encode()).keys.values():
        lines = text.split("\n")
        line = lines[mark.line - 1]
        lines[mark.line - 1] = f"{line[: mark.column - 1]}zzzz{line[mark.column - 1 :]}"
        (folder / file).write_text("\n".join(lines))

        facts = facts_of(folder)

        wanted = f"{folder}/{file}:{mark}: unknown field 'zzzz"
        assert any(fact.startswith(wanted) for fact in facts)


def test_windows_line_ends_and_a_byte_order_mark_are_accepted(folder):
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert load_pack(folder).id == "small"


@pytest.mark.parametrize("name", ["nowhere", "nowhere/pack.yaml", "a\0b"])
def test_a_pack_that_does_not_exist_is_not_found(tmp_path, name):
    with pytest.raises(NotFoundError) as caught:
        load_pack(tmp_path / name)

    assert caught.value.tries == ("give a folder that has a pack.yaml",)


def test_a_folder_called_like_a_pack_file_is_an_error_with_a_reason(tmp_path):
    (tmp_path / "pack.yaml").mkdir()

    with pytest.raises(
        BadDataError, match=r"pack\.yaml cannot be read: is a directory"
    ):
        load_pack(tmp_path)


def test_a_link_in_a_circle_is_an_error_with_a_reason(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(BadDataError, match="cannot be read: too many levels"):
        load_pack(tmp_path / "loop")


def test_a_file_that_is_no_folder_is_an_error_with_a_reason(folder):
    with pytest.raises(BadDataError, match="cannot be read: not a directory"):
        load_pack(folder / "ai.yaml")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_any_value_anywhere_makes_a_pack_or_a_list_of_mistakes(folder, data):
    write_pack(folder)
    text = data.draw(st.sampled_from([PACK, AI, OPS]))
    file = {PACK: "pack.yaml", AI: "ai.yaml", OPS: "ops.yaml"}[text]
    document = parse(text.encode())
    path = data.draw(st.sampled_from(sorted(document.positions, key=str)))
    changed = replaced(document.data, path, data.draw(JSON))
    (folder / file).write_text(json.dumps(changed).replace("NaN", ".nan"))

    facts: tuple[str, ...]
    try:
        facts = (f"{folder}/{load_pack(folder).id}.yaml:1:1: valid",)
    except PackError as error:
        facts = error.facts

    assert facts
    for fact in facts:
        assert re.match(rf"{folder}/\S+\.yaml:\d+:\d+: \S", fact)


def replaced(data, path, value):
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = replaced(data[path[0]], path[1:], value)
    return copy
