import pytest

from readiness.responses import Form, Rated
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
)
from tests.scoring.judging import (
    CLEAR,
    FIRES,
    LIVE,
    NA,
    UNKNOWN,
    a_pair,
    a_quick_pack,
    outcome,
)


class TestFigures:
    def test_answers_of_all_respondents_are_counted(self):
        pack = a_pack(*(a_capability(id_) for id_ in "abc"))
        ana = a_response(pack, a=3, b=3, c=DONT_KNOW)
        ben = a_response(pack, respondent="ben", a=3, b=1, c=NA)

        assert outcome("rated_answers() == 4", ana, ben, pack=pack) is FIRES
        assert outcome("modal_answer_share() == 0.75", ana, ben, pack=pack) is FIRES
        assert outcome("level_share(2) == 0.75", ana, ben, pack=pack) is FIRES
        assert outcome("level_share(4) == 0", ana, ben, pack=pack) is FIRES

    def test_a_level_counts_also_where_most_say_that_nothing_applies(self):
        pack = a_pack(a_capability("a"))
        panel = [a_response(pack, a=answer) for answer in (3, NA, NA)]

        assert outcome("rated_answers() == 1", *panel, pack=pack) is FIRES

    def test_answers_to_what_the_form_does_not_ask_are_not_counted(self):
        pack = a_quick_pack()
        quick = a_response(pack, form=Form.QUICK, a=4, b=4)

        assert outcome("rated_answers() == 1", quick, pack=pack) is FIRES

    def test_evidence_is_looked_for_from_that_level_on(self):
        pack = a_pack(*(a_capability(id_) for id_ in "abc"))
        proven = {n: Rated(level=n, evidence=("link",)) for n in (1, 4)}
        response = a_response(pack, a=proven[4], b=3, c=proven[1])

        assert outcome("artefact_share(3) == 0.5", response, pack=pack) is FIRES
        assert outcome("artefact_share(4) == 1", response, pack=pack) is FIRES

    @pytest.mark.parametrize(
        ("kind", "share"),
        [("artefact", 1), ("seen", 1), ("told", 0), ("impression", 0)],
    )
    def test_only_what_others_can_check_counts_as_evidence(self, kind, share):
        pack = a_pack(a_capability("a"))
        response = a_response(pack, a=Rated(level=3, evidence=({"kind": kind},)))

        assert outcome(f"artefact_share(3) == {share}", response, pack=pack) is FIRES

    @pytest.mark.parametrize("function", ["modal_answer_share()", "level_share(0)"])
    def test_a_share_of_no_answers_is_unknown(self, function):
        assert outcome(f"{function} >= 0") is UNKNOWN
        assert outcome("rated_answers() == 0") is FIRES

    def test_the_evidence_for_no_answers_is_unknown(self):
        assert outcome("artefact_share(3) < 0.3", a=2) is UNKNOWN

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({}, 0),
            ({"a-1": DONT_KNOW}, 1),
            ({"a-1": DONT_KNOW, "a-2": 0}, 0),
            ({"a-1": DONT_KNOW, "a-2": NA}, 1),
            ({"a-1": NA, "a-2": NA}, 0),
            ({"a-1": DONT_KNOW, "b": DONT_KNOW, "c": DONT_KNOW}, 1),
        ],
    )
    def test_a_foundation_is_a_blind_spot_if_all_that_is_known_is_dont_know(
        self, answers, expected
    ):
        pack = a_pack(
            a_pair("a", foundation=True),
            a_capability("b"),
            a_capability("c", foundation_if="live"),
            profile=(LIVE,),
        )

        found = outcome(f"unknown_foundations() == {expected}", pack=pack, **answers)

        assert found is FIRES

    @pytest.mark.parametrize(
        ("first", "second", "count"),
        [((NA, DONT_KNOW), (), 0), ((2, NA, NA), (DONT_KNOW,), 1)],
    )
    def test_an_item_that_does_not_apply_neither_is_nor_lights_a_blind_spot(
        self, first, second, count
    ):
        pack = a_pack(a_pair("a", foundation=True))
        panel = [a_response(pack, **{"a-1": answer}) for answer in first]
        panel += [a_response(pack, **{"a-2": answer}) for answer in second]

        found = outcome(f"unknown_foundations() == {count}", *panel, pack=pack)

        assert found is FIRES

    @pytest.mark.parametrize(("live", "count"), [("yes", 1), ("no", 0), ("unknown", 0)])
    def test_a_conditional_foundation_counts_if_its_flag_is_true(self, live, count):
        capability = a_capability("a", foundation_if="live")
        pack = a_pack(capability, profile=(LIVE,))
        response = a_response(pack, profile={"live": live}, a=DONT_KNOW)

        found = outcome(f"unknown_foundations() == {count}", response, pack=pack)

        assert found is FIRES

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"a": 4, "b": 2, "c": 1}, FIRES),
            ({"a": 3, "b": 2, "c": DONT_KNOW}, CLEAR),
            ({"a": 2, "b": 4, "c": 4}, CLEAR),
            ({"a": 4, "b": NA, "c": 2}, FIRES),
            ({"a": 4, "b": NA, "c": DONT_KNOW}, UNKNOWN),
            ({"b": 0}, UNKNOWN),
        ],
    )
    def test_the_largest_gap_skips_pairs_with_a_part_unrated(self, answers, expected):
        stacked = a_pack(
            a_capability("a", prerequisites=("b", "c")),
            a_capability("b", prerequisites=("c",)),
            a_capability("c"),
        )

        found = outcome("max_prerequisite_gap() >= 2", pack=stacked, **answers)

        assert found is expected
