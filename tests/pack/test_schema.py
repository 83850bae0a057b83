import json

import pytest

from readiness.pack import model, rule
from readiness.pack.schema import pack_schema, trend_schema
from readiness.pack.schema_words import FIELD_WORDS
from readiness.resources import questions_folder


@pytest.mark.parametrize(
    ("name", "schema"), [("pack", pack_schema), ("trend", trend_schema)]
)
def test_the_shipped_schema_is_what_the_models_say(name, schema):
    shipped = (questions_folder() / f"{name}.schema.json").read_text(encoding="utf-8")

    # readiness schema pack > questions/pack.schema.json
    assert json.loads(shipped) == schema()


@pytest.mark.parametrize("schema", [pack_schema, trend_schema])
def test_an_editor_can_say_something_about_every_field(schema):
    made = schema()

    for part in [made, *made["$defs"].values()]:
        assert part["description"]
        for name, field in part.get("properties", {}).items():
            assert field["description"], name


def test_words_are_only_kept_for_fields_that_exist():
    for name, words in FIELD_WORDS.items():
        room = model if hasattr(model, name.replace("PackFile", "Pack")) else rule
        fields = getattr(room, name.replace("PackFile", "Pack")).model_fields

        assert list(words) == list(fields)


def test_a_pack_file_lists_its_trends_by_id():
    schema = pack_schema()

    assert schema["properties"]["trends"]["items"]["type"] == "string"
    assert "Capability" not in schema["$defs"]
    assert schema["additionalProperties"] is False
    assert schema["title"] == "Question pack"


def test_a_trend_file_has_its_capabilities_in_full():
    schema = trend_schema()

    assert schema["properties"]["capabilities"]["items"] == {
        "$ref": "#/$defs/Capability"
    }
    assert schema["$defs"]["Question"]["properties"]["anchors"]["minItems"] == 5
