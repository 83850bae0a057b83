"""What an answer rests on: a menu of kinds, then where it is."""

from dataclasses import dataclass

from readiness.interview.remarks import ask_remark
from readiness.interview.steps import Menu, Step, TextField, UserInterface
from readiness.plaintext import one_line
from readiness.responses import EVIDENCE_LIMIT, Evidence, EvidenceKind

ARTEFACT_PROMPT = "Link or path"
PROMPT = "Link or path, if there is one"
TITLE = "What does this answer rest on?"
FULL_TITLE = f"There is room for {EVIDENCE_LIMIT} pieces of evidence, and it is full."
NO_PLACE = "Not kept: an artefact at hand needs a link or a path."
SAME_AGAIN = "This piece of evidence is there already."
_TAKE_AWAY = "Remove"
_LABELS = {
    EvidenceKind.ARTEFACT: "Artefact at hand: others can open it, by a link or a path",
    EvidenceKind.SEEN: "Seen working: you watched it yourself",
    EvidenceKind.TOLD: "Told by someone who should know",
    EvidenceKind.IMPRESSION: "Own impression",
}

Pieces = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The pieces as they are now; ``added`` or ``taken`` is what has changed."""

    pieces: Pieces
    added: str = ""
    taken: str = ""


def ask_evidence(ui: UserInterface, step: Step, pieces: Pieces) -> Edit | str | None:
    """Let the person add a piece of evidence, or take one away.

    Returns ``None`` if they changed their mind, a text if that is not kept.
    """
    kinds = tuple(EvidenceKind) if len(pieces) < EVIDENCE_LIMIT else ()
    picked = ui.pick(_menu(kinds, pieces))
    if picked is None:
        return None
    if picked < len(kinds):
        return _added(ui, step, pieces, kinds[picked])
    taken = picked - len(kinds)
    rest = (*pieces[:taken], *pieces[taken + 1 :])
    return Edit(pieces=rest, taken=pieces[taken].words)


def _menu(kinds: tuple[EvidenceKind, ...], pieces: Pieces) -> Menu:
    return Menu(
        title=TITLE if kinds else FULL_TITLE,
        labels=(
            *(_LABELS[kind] for kind in kinds),
            *(f"{_TAKE_AWAY}: {piece.words}" for piece in pieces),
        ),
    )


def _added(
    ui: UserInterface, step: Step, pieces: Pieces, kind: EvidenceKind
) -> Edit | str | None:
    is_artefact = kind is EvidenceKind.ARTEFACT
    prompt = ARTEFACT_PROMPT if is_artefact else PROMPT
    given = ask_remark(ui, TextField(prompt=prompt, about=step.text))
    if given is None:
        return None
    if is_artefact and not given:
        return NO_PLACE
    piece = Evidence(kind=kind, text=one_line(given))
    if piece in pieces:
        return SAME_AGAIN
    return Edit(pieces=(*pieces, piece), added=piece.words)
