"""What a report says of findings, and of one trend."""

from readiness.report import sentences
from readiness.report.narrow import narrow
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
    a_rule,
    a_trend,
    an_action,
)
from tests.documents import demo_document


def headline(report):
    return dict(report.headline)


def test_a_finding_touches_the_trends_of_what_it_looked_at(made):
    rule = a_rule(
        condition="question(a) < 2 and trend_mean(safe) < 2 and rated_answers() >= 1"
    )
    pack = a_pack(
        a_trend("ai", a_capability("a")),
        a_trend("safe", a_capability("b")),
        a_trend("data", a_capability("c")),
        rules=[rule, a_rule("R02", "max_prerequisite_gap() >= 9")],
    )

    (finding,) = made(pack, a_response(pack, a=1, b=1, c=1)).findings

    assert finding.trends == ("Ai", "Safe")


def test_a_gap_between_capabilities_touches_the_trend_of_the_upper_one(made):
    pack = a_pack(
        a_trend("ai", a_capability("top", prerequisites=("base",))),
        a_trend("safe", a_capability("base")),
        rules=[a_rule(condition="max_prerequisite_gap() >= 2")],
    )

    (finding,) = made(pack, a_response(pack, top=3, base=1)).findings

    assert finding.trends == ("Ai",)


def test_a_report_of_one_trend_keeps_only_what_concerns_it(made):
    rule = a_rule(condition="a < 2")
    pack = a_pack(
        a_trend("ai", a_capability("a", actions=(an_action("a"),))),
        a_trend("safe", a_capability("b"), a_capability("c")),
        rules=[rule],
    )
    report = made(pack, a_response(pack, a=0, b=4, c=DONT_KNOW))

    safe = narrow(report, "safe")

    assert [row.node.id for row in safe.trends] == ["safe"]
    assert (safe.steps, safe.findings) == ((), ())
    assert [i.question for i in safe.inquiries] == ["c"]
    assert narrow(report, "ai").findings == report.findings


def test_a_report_of_one_trend_speaks_of_that_trend_only(made):
    pack = a_pack(
        a_trend("ai", *(a_capability(f"a{n}", weight=9) for n in range(6))),
        a_trend("safe", a_capability("b", actions=(an_action("b"),))),
    )
    low = {f"a{n}": 0 for n in range(6)}
    report = made(pack, a_response(pack, **low, b=1))

    safe = narrow(report, "safe")

    assert (
        headline(safe)["Trend"] == "Safe: 25 of 100, level 1 Exploring; self-reported"
    )
    assert [line.question for line in safe.gaps] == ["b"]
    assert [line.question for line in safe.answers] == ["b"]
    assert (safe.completeness.questions, safe.completeness.open) == (1, 0)
    assert safe.plan_words == ""


def test_one_trend_in_sentences_says_nothing_of_the_whole_plan(made):
    pack = a_pack(
        a_trend("ai", a_capability("a", actions=(an_action("a"),))),
        a_trend("safe", a_capability("b")),
    )
    report = made(pack, a_response(pack, a=0, b=4))

    assert report.plan_words in sentences.render(report)
    assert "With 1 action" not in sentences.render(narrow(report, "ai"))


def test_of_the_claims_those_stay_that_the_steps_of_the_trend_rest_on():
    report = demo_document().report
    used = {step.trend for step in report.steps}

    for row in report.trends:
        claims = narrow(report, row.node.id).claims
        ids = {node.id for node in row.capabilities}
        assert all(ids.intersection(claim.capabilities) for claim in claims)
        assert bool(claims) <= (row.node.name in used)
    assert narrow(report, "zero-trust").claims
    assert narrow(report, "zero-trust").claims != report.claims
