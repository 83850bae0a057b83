"""JSON Schema of the published documents, made from their shapes."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PROMISE = (
    "Keys may be added, and values to enumerations; within schema_version 1 none is "
    "renamed or removed. Every key is there, with null where it has no value. Numbers "
    "are not rounded."
)


class _Untitled(GenerateJsonSchema):
    """A schema whose keys have no titles: those would only repeat the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - pydantic's own
        """Return that no key needs one."""
        del schema
        return False


def document_schema(shape: Any, kind: str) -> dict[str, Any]:  # noqa: ANN401 - mypy has no type of shapes
    """Return the JSON Schema of the document ``kind``, "readiness.report"."""
    made = TypeAdapter(shape).json_schema(
        schema_generator=_Untitled, mode="serialization"
    )
    for part in (made, *made.get("$defs", {}).values()):
        part["description"] = " ".join(part["description"].split())
        part["additionalProperties"] = True
    about = made["properties"]["kind"].pop("description")
    made["properties"]["kind"] = {"const": kind, "description": about}
    head = {
        "$schema": DIALECT,
        "title": kind,
        "description": f"{made['description']} {_PROMISE}",
    }
    return {**head, **made, **head}
