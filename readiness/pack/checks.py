"""Is a pack consistent? What its schema cannot say: ids, references, cycles, rules.

The checks look at plain data of any shape, so that they also find what is wrong in a
pack whose fields are wrong elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from readiness.pack.condition import TEXT_LIMIT, ConditionError, parse
from readiness.pack.condition_tree import NameKind, names
from readiness.pack.document import Data, NodePath
from readiness.pack.fields import LEVELS
from readiness.pack.flaw import Flaw, Node
from readiness.suggestions import did_you_mean, quoted

WAY_LIMIT = 12  #: capabilities that are named of a circle

_Known: TypeAlias = Mapping[
    NameKind, frozenset[str]
]  #: kinds left out: any id is right

_YES_NO = frozenset({"yes", "no"})
_KIND_NAMES = {NameKind.FLAG: "yes/no profile answer"}


def find_flaws(data: Data, *, is_whole: bool) -> Iterator[Flaw]:
    """Yield what is inconsistent in a pack's data (`Pack` says its shape).

    Unless the pack ``is_whole``, a name that is not there may be in the part that
    could not be read, so it is no flaw.
    """
    parts = _Parts.of(Node((), data))
    known = _known(parts, is_whole=is_whole)
    yield from _repeated_ids(parts)
    for name, kind in _references(parts):
        yield from _unknown(name, kind, name.word, known)
    yield from _cycles(parts.capabilities)
    for question in parts.questions:
        yield from _wrong_anchors(question.child("anchors"))
    for capability in parts.capabilities:
        yield from _wrong_lifts(capability)
    for rule in parts.rules:
        yield from _wrong_condition(rule.child("condition"), known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parts of a pack that have ids."""

    profile: tuple[Node, ...]
    trends: tuple[Node, ...]
    capabilities: tuple[Node, ...]
    questions: tuple[Node, ...]
    actions: tuple[Node, ...]
    rules: tuple[Node, ...]
    claims: tuple[Node, ...]

    @classmethod
    def of(cls, pack: Node) -> "_Parts":
        trends = tuple(pack.entries("trends"))
        capabilities = _entries(trends, "capabilities")
        return cls(
            profile=tuple(pack.entries("profile")),
            trends=trends,
            capabilities=capabilities,
            questions=_entries(capabilities, "questions"),
            actions=_entries(capabilities, "actions"),
            rules=tuple(pack.entries("rules")),
            claims=tuple(pack.entries("claims")),
        )


def _entries(parents: Iterable[Node], key: str) -> tuple[Node, ...]:
    return tuple(chain.from_iterable(parent.entries(key) for parent in parents))


def _ids(nodes: Iterable[Node]) -> frozenset[str]:
    return frozenset(node.child("id").word for node in nodes) - {""}


def _known(parts: _Parts, *, is_whole: bool) -> _Known:
    yes_no = _ids(question for question in parts.profile if _is_yes_no(question))
    derived = frozenset(question.child("derives").word for question in parts.profile)
    flags = {NameKind.FLAG: yes_no | derived - {""}}
    if not is_whole:
        return flags
    return {
        **flags,
        NameKind.TREND: _ids(parts.trends),
        NameKind.CAPABILITY: _ids(parts.capabilities),
        NameKind.QUESTION: _ids(parts.questions),
    }


def _is_yes_no(question: Node) -> bool:
    return {o.child("value").word for o in question.entries("options")} >= _YES_NO


def _repeated_ids(parts: _Parts) -> Iterator[Flaw]:
    flags = [(q.child("id"), q.child("derives")) for q in parts.profile]
    yield from _repeated("profile", chain.from_iterable(flags))
    for kind, nodes in {
        "trend": parts.trends,
        "capability": parts.capabilities,
        "question": parts.questions,
        "action": parts.actions,
        "rule": parts.rules,
        "claim": parts.claims,
    }.items():
        yield from _repeated(kind, (node.child("id") for node in nodes))


def _repeated(kind: str, ids: Iterable[Node]) -> Iterator[Flaw]:
    first: dict[str, NodePath] = {}
    for node in ids:
        if node.word in first:
            text = f"{kind} id {quoted(node.word)} is taken"
            yield Flaw(node.path, text, see=first[node.word])
        elif node.word:
            first[node.word] = node.path


def _references(parts: _Parts) -> Iterator[tuple[Node, NameKind]]:
    for question in parts.profile:
        yield question.child("trend"), NameKind.TREND
    for capability in parts.capabilities:
        yield capability.child("foundation_if"), NameKind.FLAG
        yield capability.child("given_if"), NameKind.FLAG
        for name in capability.words("prerequisites"):
            yield name, NameKind.CAPABILITY
    for rule in parts.rules:
        yield rule.child("effect").child("trend"), NameKind.TREND
        yield rule.child("effect").child("capability"), NameKind.CAPABILITY
        for name in rule.words("remedies"):
            yield name, NameKind.CAPABILITY
    for claim in parts.claims:
        for name in claim.words("capabilities"):
            yield name, NameKind.CAPABILITY


def _unknown(
    node: Node, kind: NameKind, name: str, known: _Known, offset: int | None = None
) -> Iterator[Flaw]:
    ids = known.get(kind)
    if name and ids is not None and name not in ids:
        what = f"unknown {_KIND_NAMES.get(kind, kind)} {quoted(name)}"
        yield Flaw(node.path, f"{what}{did_you_mean(name, ids)}", offset=offset)


def _cycles(capabilities: Iterable[Node]) -> Iterator[Flaw]:
    """Follow the prerequisites, depth first, and yield each that leads back."""
    needs = {c.child("id").word: tuple(c.words("prerequisites")) for c in capabilities}
    followed: set[str] = set()
    for root, first in needs.items():
        trail = {} if root in followed else {root: iter(first)}
        while trail:
            here = next(reversed(trail))
            entry = next(trail[here], None)
            if entry is None:
                del trail[here]
                followed.add(here)
            elif entry.word in trail:
                ids = list(trail)
                circle = [*ids[ids.index(entry.word) :], entry.word]
                yield Flaw(entry.path, f"prerequisites go in a circle: {_way(circle)}")
            elif entry.word in needs and entry.word not in followed:
                trail[entry.word] = iter(needs[entry.word])


def _way(ids: list[str]) -> str:
    """Return the way along the ids, the middle of a long one left out."""
    half = WAY_LIMIT // 2
    shown = ids if len(ids) <= WAY_LIMIT else [*ids[:half], "...", *ids[-half:]]
    return " -> ".join(shown)


def _wrong_anchors(anchors: Node) -> Iterator[Flaw]:
    if isinstance(anchors.data, list) and len(anchors.data) != LEVELS:
        count = len(anchors.data)
        text = f"anchors: has {count} entries, not one for each level 0 to {LEVELS - 1}"
        yield Flaw(anchors.path, text)


def _wrong_lifts(capability: Node) -> Iterator[Flaw]:
    ids = _ids(capability.entries("questions"))
    first: dict[tuple[str, str], NodePath] = {}
    for action in capability.entries("actions"):
        level = str(action.child("to").data)
        for lifted in action.words("lifts"):
            if lifted.word not in ids:
                text = f"this capability has no question {quoted(lifted.word)}"
                yield Flaw(lifted.path, text + did_you_mean(lifted.word, ids))
            elif (lifted.word, level) in first:
                text = f"question {quoted(lifted.word)} is lifted to {level} already"
                yield Flaw(lifted.path, text, see=first[lifted.word, level])
            else:
                first[lifted.word, level] = lifted.path


def _wrong_condition(condition: Node, known: _Known) -> Iterator[Flaw]:
    if not condition.word or len(condition.word) > TEXT_LIMIT:
        return  # the schema says so
    try:
        tree = parse(condition.word)
    except ConditionError as error:
        yield Flaw(condition.path, f"condition: {error}", offset=error.offset)
        return
    for name in names(tree):
        yield from _unknown(condition, name.kind, name.id, known, name.offset)
