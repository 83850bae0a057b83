"""What a schema says, and that a document which is otherwise does not pass."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.cli.schema import DOCUMENTS
from readiness.published.schema import DIALECT
from readiness.report import json as report_json
from tests.documents import small_document
from tests.published.shapes import schema_of
from tests.schemas import flaws

REPORT = json.loads(report_json.render(small_document()))


def objects_in(value):
    """Yield every object of a document, itself included."""
    if isinstance(value, dict):
        yield value
    parts = value.values() if isinstance(value, dict) else value
    for part in parts if isinstance(value, (dict, list)) else ():
        yield from objects_in(part)


def shapes_of(name):
    """Return the shapes of a document by name: its own, and those of its parts."""
    schema = schema_of(name)
    return {name: schema, **schema["$defs"]}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_says_what_it_is_of_and_names_no_host_for_it(name):
    schema = schema_of(name)

    assert schema["$schema"] == DIALECT
    assert schema["title"] == f"readiness.{name}"
    assert schema["properties"]["kind"]["const"] == f"readiness.{name}"
    assert "$id" not in schema


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_begins_with_the_same_envelope(name):
    keys = list(schema_of(name)["properties"])

    assert keys[:4] == ["schema_version", "kind", "tool", "seal"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_key_is_always_there_but_for_the_seal_of_files(name):
    for part in shapes_of(name).values():
        assert set(part["properties"]) - set(part["required"]) <= {"seal"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_readers_are_told_to_expect_more_keys(name):
    for part in shapes_of(name).values():
        assert part["additionalProperties"] is True


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_shape_and_every_plain_key_is_described(name):
    for title, part in shapes_of(name).items():
        assert part["description"].endswith("."), title
        for key, one in part["properties"].items():
            is_said = one.get("description", "").endswith(".")
            assert is_said or "$ref" in json.dumps(one), f"{title}.{key}"


def kinds_of(one):
    """Return of what kinds a value may be: "number or null", "list of Node"."""
    if "anyOf" in one:
        return " or ".join(map(kinds_of, one["anyOf"]))
    if "items" in one:
        return f"list of {kinds_of(one['items'])}"
    if "$ref" in one:
        return one["$ref"].removeprefix("#/$defs/")
    listed = [one["const"]] if "const" in one else one.get("enum", [one.get("type")])
    return "|".join(listed)


def test_a_shape_has_one_meaning_in_all_schemas():
    shapes: dict[str, object] = {}

    for name in DOCUMENTS:
        for title, part in shapes_of(name).items():
            assert shapes.setdefault(title, part) == part, title


def test_a_published_key_or_word_is_never_renamed_or_removed(assert_golden):
    shapes = {
        title: part["properties"]
        for name in DOCUMENTS
        for title, part in shapes_of(name).items()
    }

    lines = [
        f"{title}.{key}: {kinds_of(one)}\n"
        for title, properties in shapes.items()
        for key, one in properties.items()
    ]

    assert_golden("".join(lines), "published.txt")


@given(st.data())
def test_no_key_of_any_object_can_be_missing(data):
    document = json.loads(json.dumps(REPORT))
    found = data.draw(st.sampled_from([one for one in objects_in(document) if one]))
    del found[data.draw(st.sampled_from(sorted(found)))]

    assert list(flaws(document, schema_of("report"))) != []


@given(st.data())
def test_no_object_can_have_a_key_that_is_not_declared(data):
    document = json.loads(json.dumps(REPORT))
    data.draw(st.sampled_from(list(objects_in(document))))["surprise"] = 1

    assert list(flaws(document, schema_of("report"))) != []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "readiness.plan"),
        ("form", "Quick"),
        ("period", "Q4 2026"),
        ("respondents", "5"),
        ("respondents", True),
        ("demo", 1),
        ("trends", {}),
        ("team", None),
    ],
)
def test_no_value_can_be_of_another_kind_than_its_schema_says(key, value):
    (flaw,) = flaws(REPORT | {key: value}, schema_of("report"))

    assert flaw.startswith(f"$.{key}: ")


@pytest.mark.parametrize("level", [-1, 5, 1.5, "2"])
def test_a_level_is_0_to_4(level):
    overall = REPORT["overall"] | {"level": level}

    found = list(flaws(REPORT | {"overall": overall}, schema_of("report")))

    assert found != []


def test_a_point_may_be_off_by_what_computers_cannot_tell():
    overall = REPORT["overall"] | {"point": 100.00000000000001}

    assert list(flaws(REPORT | {"overall": overall}, schema_of("report"))) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("statuses", {"finished": 1}), ("statuses", {"done": "1"}), ("period", "2026")],
)
def test_the_review_of_a_plan_has_known_statuses_and_numbers(key, value):
    whole = schema_of("comparison")
    shape = whole["$defs"]["PlanReview"]["properties"][key]

    assert list(flaws(value, shape, whole)) != []


def test_work_takes_some_time():
    whole = schema_of("plan")
    shape = whole["$defs"]["PlannedAction"]["properties"]["person_weeks"]

    assert list(flaws(0.5, shape, whole)) == []
    assert list(flaws(0, shape, whole)) == ["$: 0 is not above 0"]


def test_nobody_waits_for_schemas_to_see_a_report():
    writers = (
        "report.json, report.comparing.json, report.history.json",
        "report.calibration_json, exchange.trackers.envelope, cli.doctoring.documents",
    )
    imported = ", ".join(f"readiness.{w}" for w in ", ".join(writers).split(", "))
    code = f"import sys, {imported}; print(*sys.modules)"

    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    loaded = {name for name in ran.stdout.split() if "readiness.published" in name}
    assert loaded == {"readiness.published", "readiness.published.writing"}
