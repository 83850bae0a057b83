import pytest
from pydantic import ValidationError

from readiness.responses import (
    Evidence,
    EvidenceKind,
    Form,
    NotApplicable,
    Noted,
    PackRef,
    Rated,
    Team,
    Unknown,
    in_words,
)
from tests.builders import a_capability, a_pack, a_question, a_response


@pytest.mark.parametrize("level", [-1, 5, 2.5, True, "3"])
def test_a_level_is_a_whole_number_from_0_to_4(level):
    with pytest.raises(ValidationError):
        Rated(level=level)


@pytest.mark.parametrize(
    ("answer", "decided"),
    [
        (Rated(level=0), True),
        (Unknown(), True),
        (NotApplicable(), True),
        (Noted(note="ask Kim"), False),
    ],
)
def test_a_note_alone_decides_nothing(answer, decided):
    response = a_response(pairing=answer)

    assert response.decided("pairing") is decided
    assert not response.decided("other")


def test_an_answer_replaces_the_earlier_one_and_leaves_the_response_as_it_was():
    before = a_response(pairing=1)

    after = before.with_answer("pairing", Rated(level=3))

    assert before.answers["pairing"] == Rated(level=1)
    assert after.answers["pairing"] == Rated(level=3)


def test_a_profile_answer_can_be_given_changed_and_taken_back():
    response = a_response(profile={"regulated": "no"})

    changed = response.with_profile("regulated", "yes")

    assert changed.profile == {"regulated": "yes"}
    assert changed.with_profile("regulated", None).profile == {}
    assert changed.with_profile("unheard", None) == changed


def test_the_quick_form_asks_the_quick_questions():
    questions = (a_question("a", quick=True), a_question("b"))
    pack = a_pack(a_capability(questions=questions))

    quick = a_response(pack, form=Form.QUICK)

    assert [question.id for question in quick.asked(pack)] == ["a"]
    assert [question.id for question in a_response(pack).asked(pack)] == ["a", "b"]


def test_what_people_type_is_cleaned_at_the_entrance():
    answer = Unknown(note="\x1b[31mred\x1b[0m\r\nline two ", evidence=("a\x07b",))

    assert answer.note == "[31mred[0m\nline two"
    assert answer.evidence == (Evidence(text="ab"),)
    assert Team(id="a", name=" A\n\x1b team ").name == "A team"


@pytest.mark.parametrize(
    "fields", [{"note": "x" * 2001}, {"evidence": ("x",) * 21}, {"note": 3}]
)
def test_too_much_or_something_else_is_refused(fields):
    with pytest.raises(ValidationError):
        Unknown(**fields)


def test_a_text_alone_is_an_artefact_at_hand():
    (piece,) = Unknown(evidence=("https://e.test",)).evidence

    assert (piece.kind, piece.text) == (EvidenceKind.ARTEFACT, "https://e.test")
    assert piece.words == "artefact at hand: https://e.test"


@pytest.mark.parametrize(
    ("kind", "words", "is_checkable"),
    [
        ("artefact", "artefact at hand", True),
        ("seen", "seen working", True),
        ("told", "told by someone", False),
        ("impression", "own impression", False),
    ],
)
def test_artefacts_and_what_was_seen_can_be_checked_by_others(
    kind, words, is_checkable
):
    answer = Rated(level=3, evidence=({"kind": kind},))

    assert answer.evidence[0].words == words
    assert answer.is_checkable is is_checkable


def test_one_checkable_piece_of_evidence_is_enough():
    told, seen = {"kind": "told"}, {"kind": "seen"}

    assert Rated(level=3, evidence=(told, seen)).is_checkable
    assert not Rated(level=3, note="seen working").is_checkable


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Rated(level=3, note="n"), "3 (Level 3)"),
        (Unknown(), "don't know"),
        (NotApplicable(reason="the\nlaw"), "not applicable (the law)"),
        (NotApplicable(), "not applicable (no reason given)"),
        (Noted(note="ask Kim"), ""),
    ],
)
def test_an_answer_is_said_in_a_few_words(answer, words):
    assert in_words(a_question(), answer) == words


@pytest.mark.parametrize("version", ["1", "1.0.0\n", "1.0.0 \x1b[31m", "9" * 99])
def test_the_version_of_a_pack_is_three_numbers(version):
    with pytest.raises(ValidationError):
        PackRef(id="small", version=version, sha256="0" * 64)


def test_a_profile_keeps_no_control_characters():
    with pytest.raises(ValidationError):
        a_response(profile={"regulated": "\x1b[31m"})
