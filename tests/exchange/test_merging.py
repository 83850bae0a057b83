import pytest

from readiness.errors import BadDataError
from readiness.exchange.answer_text import read_answer, write_answer
from readiness.exchange.merging import lay_over, merge
from readiness.responses import Answer, Form, NotApplicable, Noted, Rated, Unknown
from tests.builders import NOON, a_capability, a_pack, a_question, a_response

PACK = a_pack(
    a_capability("pairing", questions=(a_question("pairing", quick=True),)),
    a_capability("roles"),
)
LATER = NOON.replace(hour=13)


def test_given_answers_replace_and_the_rest_is_kept():
    earlier = a_response(PACK, pairing=1, roles=Rated(level=2, at=NOON))

    merged = merge(earlier, {"pairing": Rated(level=4)}, PACK, LATER)

    assert merged.response.answers == {
        "pairing": Rated(level=4, at=LATER),
        "roles": Rated(level=2, at=NOON),
    }
    assert (merged.new, merged.changed, merged.same) == ((), ("pairing",), ())


def test_new_changed_and_same_answers_are_told_apart():
    earlier = a_response(PACK, pairing=1)

    given: dict[str, Answer] = {"pairing": Rated(level=1), "roles": Unknown()}
    merged = merge(earlier, given, PACK, NOON)

    assert (merged.new, merged.changed, merged.same) == (("roles",), (), ("pairing",))
    assert merged.response.answers["roles"] == Unknown(at=NOON)


def test_merging_twice_changes_nothing_more():
    given: dict[str, Answer] = {
        "pairing": Rated(level=1, note="n"),
        "roles": Noted(note="ask"),
    }
    once = merge(a_response(PACK), given, PACK, NOON).response

    twice = merge(once, given, PACK, LATER)

    assert twice.response == once
    assert len(twice.same) == 2


def test_an_answer_outside_the_quick_form_makes_the_response_full():
    quick = a_response(PACK, form=Form.QUICK)

    inside = merge(quick, {"pairing": Rated(level=1)}, PACK, NOON)
    outside = merge(quick, {"roles": Rated(level=1)}, PACK, NOON)

    assert (inside.response.form, inside.turned_full) == (Form.QUICK, False)
    assert (outside.response.form, outside.turned_full) == (Form.FULL, True)


@pytest.mark.parametrize(
    ("before", "given", "after"),
    [
        (None, Rated(level=1), Rated(level=1, at=LATER)),
        (
            Rated(level=1, note="n", evidence=("e",), at=NOON),
            Rated(level=2),
            Rated(level=2, note="n", evidence=("e",), at=LATER),
        ),
        (
            Rated(level=1, note="n", evidence=("e",), at=NOON),
            Rated(level=1, note="m", evidence=("f",)),
            Rated(level=1, note="n\nm", evidence=("f",), at=LATER),
        ),
        (
            Rated(level=1, at=NOON),
            Noted(note="n"),
            Rated(level=1, note="n", at=LATER),
        ),
        (Noted(note="n", at=NOON), Unknown(), Unknown(note="n", at=LATER)),
        (
            NotApplicable(reason="law", at=NOON),
            NotApplicable(note="n"),
            NotApplicable(reason="law", note="n", at=LATER),
        ),
        (
            NotApplicable(reason="law", at=NOON),
            NotApplicable(),
            NotApplicable(reason="law", at=NOON),
        ),
        (
            NotApplicable(reason="law", note="n", at=NOON),
            Rated(level=1, note="m"),
            Rated(level=1, note="n\nWas not applicable: law\nm", at=LATER),
        ),
        (
            NotApplicable(reason="law", at=NOON),
            NotApplicable(reason="rule"),
            NotApplicable(reason="rule", note="Was not applicable: law", at=LATER),
        ),
        (NotApplicable(at=NOON), Unknown(), Unknown(at=LATER)),
        (
            Rated(level=1, note="n\nm", at=NOON),
            Rated(level=1, note="m"),
            Rated(level=1, note="n\nm", at=NOON),
        ),
        (
            Rated(level=1, note="name it", at=NOON),
            Rated(level=1, note="it"),
            Rated(level=1, note="name it\nit", at=LATER),
        ),
        (
            Rated(level=1),
            NotApplicable(reason="r"),
            NotApplicable(reason="r", at=LATER),
        ),
        (Rated(level=1, at=NOON), Rated(level=1), Rated(level=1, at=NOON)),
    ],
)
def test_what_is_not_given_stays(before, given, after):
    assert lay_over(before, given, LATER) == after


def test_notes_that_are_too_long_together_are_refused():
    earlier = a_response(PACK, pairing=Rated(level=1, note="x" * 1999))

    with pytest.raises(BadDataError, match="the notes of pairing have 2,001"):
        merge(earlier, {"pairing": Noted(note="y")}, PACK, LATER)


@pytest.mark.parametrize("word", ["0", "1", "2", "3", "4", "unknown", "not-applicable"])
def test_a_written_answer_is_read_as_the_same(word):
    answer = read_answer(word)

    assert answer is not None
    assert write_answer(answer) == word


def test_a_note_alone_is_no_answer():
    assert write_answer(Noted(note="x")) == "no answer"


@pytest.mark.parametrize("word", ["", "5", "-1", "03", "yes", "01234", "٣"])
def test_other_words_are_no_answer(word):
    assert read_answer(word) is None
