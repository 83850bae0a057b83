"""The printed schemas, and what of a document is not as its schema says."""

import json
from functools import cache
from pkgutil import resolve_name

from readiness.cli.schema import DOCUMENTS
from readiness.published.schema import document_schema
from tests.schemas import flaws


@cache
def schema_of(name):
    """Return the schema of a document, as it is once it was printed and read."""
    made = document_schema(resolve_name(DOCUMENTS[name]), f"readiness.{name}")
    return json.loads(json.dumps(made))


def flaws_of(text):
    """Return what of a document of ours, as text, is not as its schema says."""
    document = json.loads(text)
    return list(flaws(document, schema_of(document["kind"].removeprefix("readiness."))))
