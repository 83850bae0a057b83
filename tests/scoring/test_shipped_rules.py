"""Every rule of the shipped pack fires for one small case, and not for another."""

import pytest

from readiness.pack.catalog import DEFAULT_PACK, find_pack
from readiness.responses import Rated
from readiness.scoring.rules import Outcome, find
from readiness.scoring.score import score
from tests.builders import DOES_NOT_APPLY, DONT_KNOW, a_response

PROVEN = Rated(level=3, evidence=("https://example.org/runs",))

# Per rule: what it fires for, and what it does not fire for, as levels of
# capabilities or whole trends, and as answers of the profile.
CASES = {
    "R01": (
        {"ai-pairing": 2, "ai-change-guardrails": 1},
        {"ai-pairing": 3, "ai-change-guardrails": 2, "ai_change_share": "over_half"},
    ),
    "R02": (
        {"agents_live": "yes", "agent-identity": 1},
        {"agents_live": "yes", "agent-identity": 2},
    ),
    "R03": (
        {"agent-process-fit": 2, "agent-autonomy-control": 1},
        {"agent-process-fit": 1, "agents_live": "no"},
    ),
    "R04": (
        {"agents_live": "yes", "agent-process-fit": 0, "agent-assurance": 0},
        {"agents_live": "yes", "agent-assurance": DOES_NOT_APPLY},
    ),
    "R05": (
        {"regulated": "yes", "model-choice": 2, "model-evaluation": DONT_KNOW},
        {"regulated": "yes", "model-choice": 2, "dslm": 2},
    ),
    "R06": (
        {"context-engineering": 2, "domain-data": 1},
        {"context-engineering": 2, "domain-data": 2},
    ),
    "R07": (
        {"event-driven": 3, "serverless-operations": 1},
        {"event-driven": 1, "managed-runtime": 1},
    ),
    "R08": (
        {"managed-runtime": 2, "access-policy": 4, "service-identity": 1},
        {"managed-runtime": 2, "access-policy": 2, "service-identity": 2},
    ),
    "R09": (
        {"service-identity": 3, "service-inventory": 1},
        {"service-identity": 3, "service-inventory": 2},
    ),
    "R10": ({"durable-state": 3, "event-driven": 0}, {"durable-state": 2}),
    "R11": ({"agent-process-fit": 3, "durable-state": 1}, {"agent-process-fit": 2}),
    "R12": (
        {"embedded-domain-delivery": 2, "platform-product": 1},
        {"embedded-domain-delivery": 2, "platform-product": 2, "access-policy": 2},
    ),
    "R13": (
        {"preemptive-defense": 3, "service-inventory": 1},
        {"preemptive-defense": 2, "service-inventory": 1},
    ),
    "R14": (
        {"value-alignment": 1, "multiagent": 2, "serverless": 2, "dslm": 0},
        {"value-alignment": 1, "multiagent": 2, "serverless": 1, "dslm": 1},
    ),
    "R15": (
        {"model-choice": 2, "consumption-economics": 1},
        {"model-choice": 2, "consumption-economics": 2},
    ),
    "R16": (
        {"ai-pairing": 3, "role-evolution": 1},
        {"ai-pairing": 2, "agent-process-fit": 2, "role-evolution": 1},
    ),
    "R17": (
        {"agent-process-fit": 3, "platform-product": 1},
        {"agent-process-fit": 3, "platform-product": 2},
    ),
    "R18": (
        {"model-choice": 3, "security-leadership": 1},
        {"model-choice": 2, "agent-process-fit": 1, "security-leadership": 1},
    ),
    "R19": (
        {"security-leadership": 3, "service-identity": 1, "access-policy": 2},
        {"security-leadership": 3, "service-identity": 1, "access-policy": 3},
    ),
    "R20": (
        {"hybrid-edge-placement": 2, "service-identity": 1},
        {"hybrid-edge-placement": 2, "service-identity": 2},
    ),
    "R21": (
        {"ai-change-guardrails": 3, "secure-delivery": 1},
        {"ai-change-guardrails": 3, "secure-delivery": 2},
    ),
    "R22": (
        {"ai-native": 2, "zero-trust": 2},
        {"ai-native": 2, "zero-trust": 1},
    ),
    "R23": ({"ai-native": 3}, {"ai-native": PROVEN}),
    "R24": (
        {"agent-modularity": 3, "service-inventory": 1},
        {"ai-change-guardrails": 2, "agent-modularity": 3, "service-inventory": 2},
    ),
    "R25": (
        {"domain-data": DONT_KNOW, "service-inventory": DONT_KNOW},
        {"domain-data": DONT_KNOW, "value-alignment": DONT_KNOW},
    ),
}


@pytest.fixture(scope="module")
def pack():
    return find_pack(DEFAULT_PACK)


def test_every_rule_has_a_case(pack):
    assert [rule.id for rule in pack.rules] == list(CASES)


@pytest.mark.parametrize(("rule_id", "told"), [(id_, c[0]) for id_, c in CASES.items()])
def test_a_rule_fires(pack, rule_id, told):
    finding = findings(pack, told)[rule_id]

    assert finding.outcome is Outcome.FIRES
    assert finding.because


@pytest.mark.parametrize(("rule_id", "told"), [(id_, c[1]) for id_, c in CASES.items()])
def test_a_rule_does_not_fire(pack, rule_id, told):
    assert findings(pack, told)[rule_id].outcome is Outcome.CLEAR


def test_without_answers_only_what_counts_them_is_settled(pack):
    settled = {
        id_ for id_, f in findings(pack, {}).items() if f.outcome is not Outcome.UNKNOWN
    }

    assert settled == {"R22", "R25"}


def findings(pack, told):
    """Answer every question of each capability or trend in ``told`` alike."""
    answers = {
        question.id: told[id_]
        for trend in pack.trends
        for capability in trend.capabilities
        for id_ in (trend.id, capability.id)
        if id_ in told
        for question in capability.questions
    }
    profile = {q.id: told[q.id] for q in pack.profile if q.id in told}
    response = a_response(pack, profile=profile, **answers)
    found = find(pack, [response], score(pack, [response]))
    return {finding.rule.id: finding for finding in found}
