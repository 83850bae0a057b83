"""Evidence in a sitting: added, taken away, never lost."""

import pytest

from readiness.errors import CannotWriteError
from readiness.interview.evidence import (
    ARTEFACT_PROMPT,
    FULL_TITLE,
    NO_PLACE,
    PROMPT,
    SAME_AGAIN,
    TITLE,
)
from readiness.responses import EVIDENCE_LIMIT, Evidence, EvidenceKind, Noted, Rated
from tests.builders import NOON, a_response
from tests.interview.scripted import EVIDENCE, a_session, asked, three_questions

ARTEFACT, TOLD = "Artefact", "Told"
PAGE = Evidence(text="wiki/page")
HEARSAY = Evidence(kind=EvidenceKind.TOLD)
KINDS = (
    "Artefact at hand: others can open it, by a link or a path",
    "Seen working: you watched it yourself",
    "Told by someone who should know",
    "Own impression",
)


def a_backed_session(*deeds, evidence=(PAGE, HEARSAY)):
    """Build a session at a question with an answer and evidence."""
    pack = three_questions()
    answer = Rated(level=3, evidence=evidence, at=NOON)
    session, ui, saved = a_session(
        *deeds, pack=pack, response=a_response(pack, pairing=answer)
    )
    session.walk.cursor = 0
    return session, ui, saved


def kept(session):
    return session.response.answers["pairing"].evidence


def test_evidence_may_come_before_the_answer():
    session, ui, saved = a_session(EVIDENCE, ARTEFACT, "wiki/page", 2)

    session.run()

    assert saved[0].answers["pairing"] == Noted(evidence=(PAGE,), at=NOON)
    assert saved[1].answers["pairing"] == Rated(level=2, evidence=(PAGE,), at=NOON)
    assert asked(ui)[:2] == ["How many do pairing?"] * 2
    assert ui.steps[1].evidence == ("artefact at hand: wiki/page",)
    assert ui.steps[1].place.done == 0


def test_the_kinds_are_offered_in_words_and_then_the_place_is_asked_for():
    session, ui, _ = a_session(EVIDENCE, ARTEFACT, "wiki/page", EVIDENCE, TOLD, "")

    session.run()

    assert (ui.menus[0].title, ui.menus[0].labels) == (TITLE, KINDS)
    assert [(field.prompt, field.about) for field in ui.fields] == [
        (ARTEFACT_PROMPT, "How many do pairing?"),
        (PROMPT, "How many do pairing?"),
    ]
    assert kept(session) == (PAGE, HEARSAY)


def test_a_link_stands_on_one_line_and_holds_nothing_a_terminal_obeys():
    session, _, _ = a_session(EVIDENCE, ARTEFACT, " wiki\n/page \x1b[31m")

    session.run()

    assert kept(session) == (Evidence(text="wiki /page [31m"),)


@pytest.mark.parametrize("deeds", [(None,), (ARTEFACT, None), (TOLD, None)])
def test_who_changes_their_mind_changes_nothing(deeds):
    session, ui, saved = a_backed_session(EVIDENCE, *deeds)

    session.run()

    assert saved == []
    assert ui.steps[1].notice == ""


@pytest.mark.parametrize(
    ("deeds", "notice"),
    [
        ((ARTEFACT, " "), NO_PLACE),
        ((ARTEFACT, "wiki/page"), SAME_AGAIN),
        ((TOLD, ""), SAME_AGAIN),
    ],
)
def test_what_says_nothing_new_is_not_kept_and_says_why(deeds, notice):
    session, ui, saved = a_backed_session(EVIDENCE, *deeds)

    session.run()

    assert saved == []
    assert ui.steps[1].notice == notice


def test_a_piece_can_be_taken_away_and_is_named():
    session, ui, saved = a_backed_session(EVIDENCE, "Remove: artefact at hand: wiki")

    session.run()

    assert ui.menus[0].labels == (
        *KINDS,
        "Remove: artefact at hand: wiki/page",
        "Remove: told by someone",
    )
    assert saved[-1].answers["pairing"] == Rated(level=3, evidence=(HEARSAY,), at=NOON)
    assert ui.said == ["Taken away: artefact at hand: wiki/page"]


def test_one_of_two_equal_pieces_is_taken_away_alone():
    session, ui, _ = a_backed_session(EVIDENCE, 4, evidence=(PAGE, PAGE))

    session.run()

    assert kept(session) == (PAGE,)
    assert ui.said == ["Taken away: artefact at hand: wiki/page"]


def test_when_there_is_no_more_room_a_piece_can_only_be_taken_away():
    pieces = tuple(Evidence(text=f"wiki/{n}") for n in range(EVIDENCE_LIMIT))
    session, ui, _ = a_backed_session(
        EVIDENCE, 0, EVIDENCE, ARTEFACT, "new", evidence=pieces
    )

    session.run()

    assert ui.menus[0].title == FULL_TITLE
    assert len(ui.menus[0].labels) == EVIDENCE_LIMIT
    assert kept(session) == (*pieces[1:], Evidence(text="new"))


def test_evidence_does_not_make_an_answer_younger():
    pack = three_questions()
    response = a_response(pack, pairing=Rated(level=1))
    session, _, _ = a_session(
        EVIDENCE, ARTEFACT, "wiki/page", pack=pack, response=response
    )
    session.walk.cursor = 0

    session.run()

    assert session.response.answers["pairing"] == Rated(level=1, evidence=(PAGE,))


def fail(_response):
    raise CannotWriteError("the disk is full")


@pytest.mark.parametrize(
    ("deeds", "said"),
    [
        ((TOLD, "Jon"), ["Not saved, copy it from here: told by someone: Jon"]),
        ((4,), []),
    ],
)
def test_evidence_that_cannot_be_saved_is_shown(deeds, said):
    session, ui, _ = a_backed_session(EVIDENCE, *deeds)
    session.save = fail

    with pytest.raises(CannotWriteError):
        session.run()

    assert ui.said == said
