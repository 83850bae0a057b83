import pytest

from readiness.comparison.matching import Forms, Scored, find_common, share_of
from readiness.responses import Form
from readiness.scoring.score import score
from tests.builders import DOES_NOT_APPLY, a_capability, a_pack, a_question, a_trend
from tests.comparison.teams import a_person, a_quarter, a_wide_pack, a_wide_trend


def scored(pack, *responses):
    quarter = a_quarter(pack, *responses)
    return Scored(quarter=quarter, card=score(pack, quarter.responses))


def in_common(old, new):
    return find_common(scored(old), scored(new))


def overall(common):
    return common.overall[common.forms]


def of(common, trend):
    return common.trends[trend][common.forms]


def ids(items):
    return [item.id for item in items]


def test_a_question_is_the_same_if_id_and_revision_are():
    old = a_pack(a_wide_trend(count=4, revisions=(1,)))
    new = a_pack(a_wide_trend(count=5, revisions=(2,)))

    common = in_common(old, new)

    assert ids(of(common, "ai")) == ["ai-0", "ai-3"]
    assert ids(overall(common)) == ["ai-0", "ai-3"]
    assert common.count == 2


def test_a_question_weighs_what_each_pack_says():
    old = a_pack(a_capability("pairing", weight=1), a_capability("roles", weight=3))
    new = a_pack(
        a_capability("pairing", weight=1),
        a_capability("roles", weight=1),
        a_capability("safety", weight=2),
    )

    pairing, roles = of(in_common(old, new), "ai")

    assert (pairing.old, pairing.new) == (0.25, 0.25)
    assert (roles.old, roles.new) == (0.75, 0.25)


def test_the_questions_of_a_capability_weigh_alike():
    questions = (a_question("pairing-a"), a_question("pairing-b"))
    pack = a_pack(a_capability("pairing", questions=questions), a_capability("roles"))

    common = in_common(pack, pack)

    assert [item.new for item in overall(common)] == [0.25, 0.25, 0.5]


def test_trends_weigh_alike_in_the_overall_score():
    pack = a_pack(a_wide_trend("ai", count=2), a_wide_trend("cloud", count=5))

    common = in_common(pack, pack)

    assert [item.new for item in overall(common)] == [0.25] * 2 + [0.1] * 5


def test_the_share_in_common_is_the_smaller_of_both_packs():
    common = in_common(a_pack(a_wide_trend(count=4)), a_pack(a_wide_trend(count=10)))

    assert share_of(overall(common)) == 0.4


def test_only_trends_of_both_packs_have_something_in_common():
    common = in_common(a_wide_pack("ai", "cloud"), a_wide_pack("cloud", "roles"))

    assert set(common.trends) == {"cloud"}


def test_a_question_that_moved_here_was_no_part_of_the_trend_before():
    old = a_pack(
        a_trend("ai", a_capability("pairing"), a_capability("roles")),
        a_trend("cloud", a_capability("cost")),
    )
    new = a_pack(
        a_trend("ai", a_capability("pairing")),
        a_trend("cloud", a_capability("cost"), a_capability("roles")),
    )

    common = in_common(old, new)

    assert share_of(of(common, "ai")) == 0.5
    cost, roles = of(common, "cloud")
    assert (cost.old, cost.new) == (1, 0.5)
    assert (roles.old, roles.new) == (0, 0.5)


def test_what_applies_in_neither_quarter_is_no_part_of_a_node():
    pack = a_wide_pack(count=4)
    without = a_person(pack, but={"ai-0": DOES_NOT_APPLY, "ai-1": DOES_NOT_APPLY})

    common = find_common(scored(pack, without), scored(pack, without))

    assert [item.new for item in overall(common)] == [0.5, 0.5]
    assert share_of(of(common, "ai")) == 1


def test_what_applies_in_one_quarter_only_is_missing_in_the_other():
    pack = a_wide_pack(count=4)
    without = a_person(pack, but={"ai-0": DOES_NOT_APPLY})

    common = find_common(scored(pack), scored(pack, without))

    assert [item.new for item in overall(common)] == [0.25] * 4


@pytest.mark.parametrize("forms", [(Form.QUICK, Form.FULL), (Form.FULL, Form.QUICK)])
def test_a_quick_look_is_compared_on_the_quick_questions(forms):
    pack = a_wide_pack(count=10, quick=4)
    old, new = (scored(pack, a_person(pack, form=form)) for form in forms)

    common = find_common(old, new)

    assert ids(overall(common)) == ["ai-0", "ai-1", "ai-2", "ai-3"]
    assert share_of(overall(common)) == 1


def test_the_pack_that_was_asked_says_what_was_quick():
    once, now = a_wide_pack(count=4, quick=3), a_wide_pack(count=4, quick=1)
    quick = a_person(once, form=Form.QUICK)

    common = find_common(scored(once, quick), scored(now))

    assert ids(overall(common)) == ["ai-0", "ai-1", "ai-2"]
    assert share_of(overall(common)) == 1


def test_a_trend_that_a_quick_look_does_not_ask_weighs_nothing():
    pack = a_pack(a_wide_trend("ai", quick=2), a_wide_trend("cloud"))
    quick = scored(pack, a_person(pack, form=Form.QUICK))

    common = find_common(quick, scored(pack))

    assert of(common, "cloud") == ()
    assert [item.new for item in overall(common)] == [0.5, 0.5]


def test_packs_with_nothing_in_common_share_nothing():
    common = in_common(a_wide_pack("ai"), a_wide_pack("cloud"))

    assert (overall(common), common.trends, common.count) == ((), {}, 0)
    assert share_of(overall(common)) == 0


def test_each_pair_of_forms_among_people_has_what_it_could_be_asked():
    pack = a_pack(
        a_capability("a", questions=(a_question("a-0", quick=True), a_question("a-1"))),
        a_capability("b", questions=(a_question("b-0", quick=True),)),
    )
    quick = a_person(pack, "kim", form=Form.QUICK)
    old = scored(pack, a_person(pack, "ana"), quick)

    common = find_common(old, scored(pack, a_person(pack, "ana"), quick))

    assert common.forms == (Form.FULL, Form.FULL)
    assert [item.new for item in overall(common)] == [0.25, 0.25, 0.5]
    looks = common.overall[Forms(Form.QUICK, Form.QUICK)]
    assert ids(looks) == ["a-0", "b-0"]
    assert [item.new for item in looks] == pytest.approx([1 / 3, 2 / 3])


def test_trends_without_a_common_question_are_not_counted():
    old = a_pack(a_wide_trend("ai", count=1), a_wide_trend("cloud"))
    new = a_pack(a_wide_trend("ai", count=1, revisions=(0,)), a_wide_trend("cloud"))

    assert in_common(old, new).asked_trends == 1
