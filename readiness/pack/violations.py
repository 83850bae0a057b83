"""What pydantic found wrong with a pack, in plain sentences."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from readiness.pack.document import Data, NodePath, value_at
from readiness.pack.flaw import Flaw
from readiness.pack.model import Pack
from readiness.suggestions import closest, did_you_mean, quoted

_SENTENCES = {
    "bool_type": "must be true or false",
    "enum": "must be {expected}",
    "enum_of_text": "must be {expected}{suggestion}",
    "finite_number": "must be a finite number",
    "float_type": "must be a number",
    "greater_than": "must be greater than {gt:g}",
    "greater_than_equal": "must be at least {ge}",
    "int_type": "must be a whole number",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "missing": "this field is missing",
    "model_type": "must be a mapping of fields",
    "string_pattern_mismatch": "{shape}",
    "string_too_long": "too long: {length} characters, only {max_length} allowed",
    "string_too_short": "must not be empty",
    "string_type": "must be text",
    "too_long": "has {length} entries, at most {max_length} are allowed",
    "too_short": "has {length} entries, at least {min_length} are needed",
    "tuple_type": "must be a list",
    "unquoted": "must be text: put quotes around it",
    "value_error": "{error}",
}
_OF_TEXT = {  # what pydantic calls the same, yet means differently for text
    "enum": "enum_of_text",
    "too_long": "string_too_long",
    "too_short": "string_too_short",
}
_PATTERNS = {
    r"^[^\n]+$": "must be one line of text",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "must be small letters, digits and single hyphens",
    r"^[a-z][a-z0-9_]*$": "must be small letters, digits and underscores",
    r"^[A-Z]\d{2,3}$": "must be a capital letter and two or three digits",
    r"^\d+\.\d+\.\d+$": "must be three numbers, like 1.0.0",
    r'^https://[^\s<>()\\"`]+$': "must begin with https://, and have no spaces, "
    "brackets or quotes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Violation:
    """One error: where it is in the data, and which kind of a union was tried there."""

    type: str
    path: NodePath
    union: NodePath | None  #: where the data may be of several kinds
    kind: str
    value: Data
    facts: dict[str, Any]

    def is_noise(self) -> bool:
        """Return whether this is about the length of a list, and not true.

        pydantic does not count wrong entries; `find_flaws` counts anchors.
        """
        if not isinstance(self.value, list):
            return False
        if self.path[-1:] == ("anchors",):
            return self.type in {"too_short", "too_long"}
        return self.type == "too_short" and len(self.value) >= self.facts["min_length"]


def explain(error: ValidationError, data: Data) -> Iterator[Flaw]:
    """Yield what is wrong with ``data`` as a `Pack`, each mistake once.

    A field that is missing, but there under a misspelt name, is one mistake; so is a
    value that is none of several kinds.
    """
    found = (_place(detail, data) for detail in error.errors(include_url=False))
    groups = _by_mistake(v for v in found if not v.is_noise())
    meant = {_meant(v) for v, *_ in groups if v.type == "extra_forbidden"}
    for violation, *others in groups:
        if violation.type != "missing" or violation.path not in meant:
            yield _flaw(violation, others)


def _place(detail: ErrorDetails, data: Data) -> _Violation:
    """Tell the steps into the data from the names of the kinds of a union."""
    path: NodePath = ()
    union, kind = None, ""
    here = data
    last = len(detail["loc"]) - 1
    for index, step in enumerate(detail["loc"]):
        absent = index == last and detail["type"] == "missing"
        if absent or _has(here, step):
            path, here = (*path, step), value_at(here, (step,))
        else:
            union, kind = path, str(step)
    return _Violation(
        type=detail["type"],
        path=path,
        union=union,
        kind=kind,
        value=here,
        facts={"message": detail["msg"], **detail.get("ctx", {})},
    )


def _has(data: Data, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int)
    return isinstance(data, dict) and step in data


def _by_mistake(violations: Iterable[_Violation]) -> list[list[_Violation]]:
    """Group what is one mistake; of a union keep the kind that fits best."""
    groups: list[list[_Violation]] = []
    unions: dict[NodePath, dict[str, list[_Violation]]] = {}
    for violation in violations:
        if violation.union is None:
            groups.append([violation])
        else:
            kinds = unions.setdefault(violation.union, {})
            kinds.setdefault(violation.kind, []).append(violation)
    for place, kinds in unions.items():
        best = min(kinds.values(), key=len)
        if best[0].path == place:  # it is of no kind at all
            groups.append([kind[0] for kind in kinds.values()])
        else:
            groups += [[violation] for violation in best]
    return groups


def _flaw(violation: _Violation, others: Iterable[_Violation]) -> Flaw:
    if violation.type == "extra_forbidden":
        name = str(violation.path[-1])
        text = f"unknown field {quoted(name)}{did_you_mean(name, _fields(violation))}"
        return Flaw(violation.path, text, on_key=True)
    sentences = dict.fromkeys(_sentence(v) for v in (violation, *others))
    text = " or ".join(sentences).replace(" or must be ", " or ")
    return Flaw(violation.path, f"{_name(violation.path)} {text}")


def _meant(violation: _Violation) -> NodePath:
    name = closest(str(violation.path[-1]), _fields(violation))
    return (*violation.path[:-1], name or "")


def _fields(violation: _Violation) -> set[str]:
    """Return the fields that the mapping of an unknown field may have."""
    models: list[type[BaseModel]] = [Pack]
    for step in violation.path[:-1]:
        if isinstance(step, str):
            types = [m.model_fields[step].annotation for m in models]
            models = [model for kind in types for model in _models(kind)]
    return {name for model in models for name in model.model_fields}


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _name(path: NodePath) -> str:
    """Return what a person calls the value: its field, or the entry of a list."""
    match path:
        case () | ("trends", int()):
            return "the file:"
        case (*_, str(field)):
            return f"{field}:"
        case _:
            return f"{path[-2]}, entry {int(path[-1]) + 1}:"


def _sentence(violation: _Violation) -> str:
    value, facts = violation.value, dict(violation.facts)
    kind = violation.type
    if isinstance(value, str | list):
        facts["length"] = len(value)
    if isinstance(value, str):
        kinds = re.findall("'(.*?)'", str(facts.get("expected")))
        facts["suggestion"] = did_you_mean(value, kinds)
        kind = _OF_TEXT.get(kind, kind)
    elif kind == "string_type" and isinstance(value, bool | int | float):
        kind = "unquoted"
    wanted = facts.get("pattern", "")
    facts["shape"] = _PATTERNS.get(wanted, f"must match the pattern {wanted}")
    return _SENTENCES.get(kind, "{message}").format(**facts)
