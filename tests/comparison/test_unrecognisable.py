"""Quarters side by side do not tell strangers what a few people answered."""

from readiness.comparison.compare import compare
from readiness.comparison.results import Reason
from readiness.comparison.unrecognisable import side_by_side, unrecognisable
from readiness.scoring.groups import ANONYMOUS
from readiness.uncertainty.verdicts import Verdict
from tests.comparison.teams import a_person, a_quarter, a_wide_pack, people

PACK = a_wide_pack("ai")
IDS = [question.id for question in PACK.questions()]


def told(old, new):
    return compare(*side_by_side((old, new)), least=ANONYMOUS)


def quarters(last_then, last_now):
    """Return two quarters of five people, of whom the last rates what is given."""
    four = people(PACK, 4)
    fifth = a_person(PACK, "zoe", but=last_then), a_person(PACK, "zoe", but=last_now)
    return tuple(a_quarter(PACK, *four, one) for one in fifth)


def test_quarters_stand_beside_each_other_and_not_only_beside_the_last():
    first = a_quarter(PACK, *people(PACK, 5, first=6))
    second = a_quarter(PACK, *people(PACK, 5, first=5))
    last = a_quarter(PACK, *people(PACK, 5))

    assert unrecognisable((first,), last) == (first,)
    assert unrecognisable((first, second), last) == (second,)


def test_what_one_person_began_to_rate_shows_in_no_figure_of_the_change():
    before = dict.fromkeys(IDS[:3])
    low, high = (
        told(*quarters(before, dict.fromkeys(IDS[:3], level))) for level in (0, 4)
    )

    assert low.overall == high.overall
    assert low.explanation == high.explanation
    assert low.overall.verdict is not Verdict.NOT_COMPARABLE


def test_a_verdict_that_one_of_six_does_not_enter_is_not_told():
    six = people(PACK, 6)
    some = dict.fromkeys(IDS[:6])
    both = [a_person(PACK, "zoe", but=some), a_person(PACK, "zoe", 4, but=some)]
    old, new = (a_quarter(PACK, *six, one) for one in both)

    change = told(old, new).overall

    assert compare(old, new).overall.verdict is not Verdict.NOT_COMPARABLE
    assert (change.verdict, change.reason) == (Verdict.NOT_COMPARABLE, Reason.LITTLE)
    assert change.delta is change.band is None


def test_without_a_score_no_single_question_is_told():
    nearly_all = dict.fromkeys(IDS[1:])
    old, new = quarters(nearly_all, {})

    assert told(old, new).explanation.moves == ()
