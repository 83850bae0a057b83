import pytest

from readiness.errors import NotFoundError
from readiness.pack.model import ClaimStatus
from readiness.pack.rule import LevelCap
from readiness.report.explain import explain
from readiness.responses import Form
from readiness.scoring.results import evaluate
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_claim,
    a_pack,
    a_profile_question,
    a_question,
    a_response,
    a_rule,
    a_trend,
    an_action,
)


def explained(pack, node, *, form=Form.FULL, profile=None, **answers):
    response = a_response(pack, form=form, profile=profile, **answers)
    return explain(evaluate(pack, [response]), node).splitlines()


def test_a_capability_is_added_up_from_its_questions():
    questions = (a_question("one"), a_question("two"), a_question("three"))
    pack = a_pack(a_capability("pairing", questions=questions))

    lines = explained(pack, "pairing", one=3, two=1, three=DONT_KNOW)

    assert lines == [
        "Pairing (pairing): 50, range 33.33 to 66.67, 66.67 % known",
        "  one    level 3: Level 3",
        "  two    level 1: Level 1",
        "  three  don't know",
        "  point = 25 x (3 + 1) / 2 = 50",
        "  low   = 25 x (3 + 1 + 1 x 0) / 3 = 33.33",
        "  high  = 25 x (3 + 1 + 1 x 4) / 3 = 66.67",
        "  coverage = 2 / 3 = 66.67 %",
        "  level = nearest anchor, cuts 12.5, 37.5, 62.5, 87.5",
        "  50 points are level 2",
        "  with all unknowns at 0 and at 4: level 1 to 3",
    ]


def test_a_capability_of_which_nothing_is_known_has_no_point():
    lines = explained(a_pack(), "pairing", pairing=DONT_KNOW)

    assert lines[0] == "Pairing (pairing): not enough known, range 0 to 100, 0 % known"
    assert not any("point =" in line for line in lines)
    assert "  under 60 % known: not enough known for a point and a level" in lines


def test_a_trend_is_added_up_from_its_capabilities_and_their_weights():
    pack = a_pack(
        a_capability("a", weight=30),
        a_capability("b", weight=70),
        a_capability("c", weight=10),
    )

    lines = explained(pack, "ai", a=4, b=1, c=DOES_NOT_APPLY)

    assert lines[0] == "Ai (ai): 48, everything that was asked is known"
    assert "  a      30     100     100     100" in lines
    assert "  c      10       -       -       -" in lines
    assert "  point = (30 x 100 + 70 x 25) / 100 = 47.5" in lines
    assert not any(line.startswith("  low") for line in lines)


def test_a_trend_says_what_is_unknown_and_by_how_much_it_would_narrow():
    pack = a_pack(
        a_trend("ai", a_capability("a", weight=3), a_capability("b", weight=1)),
        a_trend("safe", a_capability("c")),
    )

    trend = explained(pack, "ai", a=2, b=DONT_KNOW, c=2)
    overall = explained(pack, "overall", a=2, b=DONT_KNOW, c=2)

    assert "  the point leaves out parts of which nothing is known" in trend
    assert trend[-1] == "  knowing b narrows the range by 25 points"
    assert overall[-1] == "  knowing b narrows the range by 12.5 points"
    assert "It has no level." in overall[1]


def test_a_trend_says_what_holds_its_level_down():
    effect = LevelCap(level_at_most=1, trend="ai")
    rule = a_rule(condition="pairing >= 3", effect=effect)
    by_rule = explained(a_pack(rules=[rule]), "ai", pairing=4)
    pack = a_pack(a_capability("base", foundation=True), a_capability("rest", weight=9))
    by_level = explained(pack, "ai", base=0, rest=4)
    by_silence = explained(pack, "ai", base=DONT_KNOW, rest=4)

    assert by_rule[-2:] == [
        "  100 points are level 4",
        "  the finding R01 fires (--explain R01), so the level is at most 1",
    ]
    assert by_level[-1] == (
        "  the foundation Base is at level 0 (--explain base), "
        "so the level is at most 1"
    )
    assert (
        "  the foundation Base is not rated and counts as level 1, "
        "so the level is at most 2"
    ) in by_silence


def test_a_question_says_what_one_level_is_worth():
    questions = (a_question("zero"), a_question("one"))
    pairing = a_capability("pairing", questions=questions)
    pack = a_pack(a_trend("safe", a_capability("c")), a_trend("ai", pairing))

    rated = explained(pack, "one", one=3, c=DOES_NOT_APPLY)
    left_out = explained(pack, "one", one=DOES_NOT_APPLY, c=1)

    share = "  its share of the overall score is 50 %"
    assert rated == [
        "How many do one? (one)",
        "  answer: level 3: Level 3",
        "  points: 25 x 3 = 75",
        f"{share}: one level more or less is worth 12.5 points",
        "  part of Pairing: --explain pairing",
    ]
    assert left_out[1:] == [
        "  answer: not applicable",
        "  part of Pairing: --explain pairing",
    ]


def test_a_trend_of_which_nothing_is_known_has_a_range_only():
    lines = explained(a_pack(), "ai")

    assert lines[0] == "Ai (ai): not enough known, range 0 to 100, 0 % known"
    assert not any("point =" in line for line in lines)


def test_what_takes_no_part_says_why():
    quick = (a_question("quick", quick=True),)
    pack = a_pack(
        a_trend("ai", a_capability("a", questions=quick), a_capability("b")),
        a_trend("safe", a_capability("c")),
    )
    asked = {"form": Form.QUICK, "quick": DOES_NOT_APPLY}

    assert "does not apply" in explained(pack, "a", **asked)[0]
    assert "is not asked by this form" in explained(pack, "b", **asked)[0]
    assert "no question is asked or applies" in explained(pack, "safe", **asked)[0]
    assert explained(pack, "overall", **asked) == ["Overall: no question applies."]


@pytest.mark.parametrize(
    ("level", "outcome"), [(1, "fires"), (3, "does not fire"), (DONT_KNOW, "not eval")]
)
def test_a_rule_says_what_it_looked_at(level, outcome):
    pack = a_pack(rules=[a_rule(condition="pairing < 2")])

    lines = explained(pack, "r01", pairing=level)

    assert outcome in lines[0]
    assert "  condition: pairing < 2" in lines
    assert any("Pairing is" in line for line in lines)


def test_a_claim_says_where_it_comes_from():
    claim = a_claim(status=ClaimStatus.NOT_FOUND, url="https://example.com/x")
    lines = explained(a_pack(claims=[claim]), "E01", pairing=1)

    assert lines == [
        "E01: Claim E01",
        "  said to come from: Somebody",
        "  status: no source found",
        "  what was found: The survey says so.",
        "  source: A survey, https://example.com/x",
        "  bears on: Pairing",
    ]
    bare = a_pack(claims=[a_claim(capabilities=())])
    assert explained(bare, "E01", pairing=1)[-1] == "  source: A survey"


@pytest.mark.parametrize("name", ["ai", "Ai", " AI ", "overall", "Overall"])
def test_a_node_is_found_by_id_and_by_name_in_either_case(name):
    pack = a_pack(a_trend("ai", a_capability("pairing"), a_capability("b")))

    assert (
        explained(pack, name, pairing=1, b=1)[0]
        .lower()
        .startswith(name.strip().lower())
    )


def test_a_gain_is_added_up_as_the_plan_counts_it():
    questions = (a_question("one"), a_question("two"))
    action = an_action("pairing", 2, lifts=("one", "two"))
    pack = a_pack(a_capability("pairing", questions=questions, actions=(action,)))

    lines = explained(pack, "A1", one=1, two=DONT_KNOW)

    assert lines[:7] == [
        "Lift pairing to 2 (pairing-2)",
        "  lifts to level 2, in Ai:",
        "  one: now 1, 50 % of the trend",
        "  two: now unknown, 50 % of the trend",
        "  gain = 25 x (0.5 x 1) = 12.5 of the trend",
        "  that is 12.5 points of the overall score",
        "  range 7.25 to 42.75: an answer varies by 0.42 levels from day to day",
    ]
    assert explained(pack, "pairing-2", one=1, two=DONT_KNOW) == lines


def test_an_unknown_name_is_answered_with_a_suggestion():
    with pytest.raises(NotFoundError) as unknown:
        explained(a_pack(), "pairin", pairing=1)

    assert "pairing" in unknown.value.message


CONDITIONS = {
    "pairing < 2": "Pairing is at level 1",
    "question(pairing) < 2": "Facet of pairing is at level 1",
    "trend_mean(ai) < 2": "Ai is at level 1 on average",
    "profile.regulated": "Is it regulated? Says yes",
    "profile.high": "Is it share? Says few",
    "rated_answers() >= 1": "answers with a level: 2",
    "level_share(1) > 0": "share of answers at level 1 or above: 1",
    "max_prerequisite_gap() >= 2": "Top at level 3 rests on Pairing at level 1",
    "trend_mean(none) < 2": "None is unknown",
}


@pytest.mark.parametrize(("condition", "words"), CONDITIONS.items())
def test_every_kind_of_reason_is_put_into_words(condition, words):
    share = a_profile_question("share", derives="high", values=("few", "most"))
    options = tuple(
        option.model_copy(update={"high": option.value == "most"})
        for option in share.options
    )
    pack = a_pack(
        a_trend("ai", a_capability("pairing")),
        a_trend("other", a_capability("top", prerequisites=("pairing",))),
        a_trend("none", a_capability("unsaid")),
        profile=[
            a_profile_question("regulated"),
            share.model_copy(update={"options": options}),
        ],
        rules=[a_rule(condition=condition)],
    )
    profile = {"regulated": "yes", "share": "few"}

    lines = explained(pack, "R01", profile=profile, pairing=1, top=3)

    assert any(line.endswith(words) for line in lines)


def test_a_capability_with_every_answer_known_has_no_range():
    lines = explained(a_pack(), "pairing", pairing=3)

    assert lines[0] == "Pairing (pairing): 75, everything that was asked is known"
    assert not any(line.startswith(("  low", "  high")) for line in lines)


def test_each_rule_and_claim_is_found_by_its_own_id():
    pack = a_pack(rules=[a_rule(), a_rule("R02")], claims=[a_claim(), a_claim("E02")])

    assert explained(pack, "R02", pairing=1)[0].startswith("Finding R02 (R02)")
    assert explained(pack, "E02", pairing=1)[0] == "E02: Claim E02"


def test_a_profile_question_nobody_answered_is_quoted_as_such():
    pack = a_pack(
        profile=[a_profile_question()], rules=[a_rule(condition="profile.regulated")]
    )

    lines = explained(pack, "R01", pairing=1)

    assert "  unknown: Is it regulated? Not answered" in lines


def test_a_suggestion_is_an_id_also_if_the_name_is_nearer():
    trend = a_trend("agents", a_capability("a")).model_copy(
        update={"name": "Multiagent systems"}
    )
    pack = a_pack(trend)

    with pytest.raises(NotFoundError) as unknown:
        explain(evaluate(pack, [a_response(pack, a=2)]), "multiagent-systems")

    assert unknown.value.message.endswith("did you mean 'agents'?")
