"""Read one answer of an answers file: a level, a word, or a mapping with more."""

from readiness.exchange.answer_text import (
    EXPECTED,
    WORDS,
    read_answer,
    read_evidence,
    read_kind,
)
from readiness.exchange.checking import Checker
from readiness.pack.document import Data, NodePath
from readiness.pack.fields import LEVELS
from readiness.responses import (
    EVIDENCE_LIMIT,
    NOTE_LIMIT,
    Answer,
    Evidence,
    EvidenceKind,
    NotApplicable,
    Noted,
    Rated,
    Unknown,
)
from readiness.suggestions import did_you_mean, quoted

TOP = LEVELS - 1

_KEYS = ("level", "unknown", "not_applicable", "reason", "note", "evidence")
_PIECE_KEYS = ("kind", "text")


def read_answer_node(check: Checker, path: NodePath, value: Data) -> Answer | None:
    """Return the answer at ``path``; ``None`` if it is blank or wrong."""
    if value is None or value == "":
        return None
    if isinstance(value, dict):
        return _detailed(check, path)
    return _simple(check, path, value)


def _simple(check: Checker, path: NodePath, value: Data) -> Answer | None:
    usable = isinstance(value, int | str) and not isinstance(value, bool)
    if usable and (answer := read_answer(str(value))):
        return answer
    if isinstance(value, list):
        check.complain(path, f"an answer should be {EXPECTED}, not a list")
        return None
    hint = did_you_mean(str(value), WORDS)
    check.complain(
        path, f"{quoted(str(value))} is not an answer: write {EXPECTED}{hint}"
    )
    return None


def _detailed(check: Checker, path: NodePath) -> Answer | None:
    check.mapping(path, _KEYS)
    answer = _state(check, path)
    if reason := _note(check, (*path, "reason")):
        if not isinstance(answer, NotApplicable):
            check.complain((*path, "reason"), "only not_applicable has a reason")
            return None
        answer = answer.model_copy(update={"reason": reason})
    note = _note(check, (*path, "note"))
    evidence = _evidence(check, (*path, "evidence"))
    if isinstance(answer, Noted) and not note and not evidence:
        return None
    return answer.model_copy(update={"note": note or "", "evidence": evidence})


def _state(check: Checker, path: NodePath) -> Answer:
    """Read which of the three it is; none of them makes a note alone."""
    readers = {"level": _level, "unknown": _unknown, "not_applicable": _excluded}
    found = [
        answer
        for key, read in readers.items()
        if (value := check.value((*path, key))) is not None
        and (answer := read(check, (*path, key), value))
    ]
    if len(found) > 1:
        check.complain(path, "say only one of level, unknown and not_applicable")
    return found[0] if found else Noted()


def _level(check: Checker, path: NodePath, value: Data) -> Answer | None:
    answer = None if isinstance(value, bool) else read_answer(str(value))
    if isinstance(answer, Rated):
        return answer
    check.complain(path, f"{quoted(str(value))} is not a level from 0 to {TOP}")
    return None


def _unknown(check: Checker, path: NodePath, value: Data) -> Answer | None:
    if isinstance(value, bool):
        return Unknown() if value else None
    check.complain(path, f"unknown is true or false, not {quoted(str(value))}")
    return None


def _excluded(check: Checker, path: NodePath, value: Data) -> Answer | None:
    if isinstance(value, bool):
        return NotApplicable() if value else None
    reason = _note(check, path)
    return NotApplicable(reason=reason) if reason else None


def _evidence(check: Checker, path: NodePath) -> tuple[Evidence, ...]:
    value = check.value(path)
    paths = [path]
    if isinstance(value, list):
        paths = [(*path, index) for index in range(len(value))]
    if len(paths) > EVIDENCE_LIMIT:
        check.complain(path, f"more than {EVIDENCE_LIMIT} pieces of evidence")
        return ()
    return tuple(piece for at in paths if (piece := _piece(check, at)))


def _piece(check: Checker, path: NodePath) -> Evidence | None:
    value = check.value(path)
    if not isinstance(value, dict):
        return read_evidence(_note(check, path) or "")
    if short := next(filter(None, map(read_kind, value)), None):  # seen: the drill
        check.complain(path, f"write  kind: {short}  and  text: ...  on two lines")
        return None
    check.mapping(path, _PIECE_KEYS)
    kind = _kind(check, (*path, "kind"))
    text = _note(check, (*path, "text")) or ""
    return Evidence(kind=kind, text=text) if value.get("kind") or text else None


def _kind(check: Checker, path: NodePath) -> EvidenceKind:
    said = check.text(path)
    if said is None:
        return EvidenceKind.ARTEFACT
    if kind := read_kind(said):
        return kind
    known = ", ".join(EvidenceKind)
    hint = did_you_mean(said, EvidenceKind)
    check.complain(path, f"{quoted(said)} is not one of {known}{hint}")
    return EvidenceKind.ARTEFACT


def _note(check: Checker, path: NodePath) -> str | None:
    return check.limited(path, check.text(path) or "", NOTE_LIMIT)
