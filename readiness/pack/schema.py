"""JSON Schema of the two kinds of files of a pack, for editors.

Made from the models: what an editor marks while a person types is what the loader
refuses later. The loader knows more than a schema can say (`readiness.pack.checks`).
"""

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, Field, create_model

from readiness.pack.fields import Record, Slug
from readiness.pack.model import Pack, Trend
from readiness.pack.schema_words import FIELD_WORDS
from readiness.published.schema import DIALECT

Schema: TypeAlias = dict[str, Any]

_Trends = Annotated[tuple[Slug, ...], Field(min_length=1)]


def pack_schema() -> Schema:
    """Return the JSON Schema of a ``pack.yaml``."""
    fields: dict[str, Any] = {
        name: (info.annotation, info) for name, info in Pack.model_fields.items()
    }
    fields["trends"] = (_Trends, ...)
    model = create_model("PackFile", __base__=Record, **fields)
    return _schema(model, "Question pack", "What a pack says besides its trends.")


def trend_schema() -> Schema:
    """Return the JSON Schema of a trend's file."""
    return _schema(
        Trend, "Trend of a question pack", "One trend, in a file of its own."
    )


def _schema(model: type[BaseModel], title: str, description: str) -> Schema:
    made = model.model_json_schema()
    parts = {model.__name__: made, **made.get("$defs", {})}
    for name, part in parts.items():
        doc = str(part.get("description", "")).replace("``", "'")
        part["description"] = " ".join(doc.split())
        for field, words in FIELD_WORDS.get(name, {}).items():
            part["properties"][field]["description"] = words
    head = {"$schema": DIALECT, "title": title, "description": description}
    return {**head, **made, **head}
