"""The pack that ships with the program keeps the promises its pages make."""

import re
from itertools import chain
from statistics import mean

import pytest

from readiness.exchange.answers import read_answers
from readiness.pack.fields import LEVELS
from readiness.pack.loader import load_pack
from readiness.pack.model import Claim, ClaimStatus, Effort
from readiness.pack.rule import Severity
from readiness.resources import questions_folder
from readiness.responses import EvidenceKind, NotApplicable, Rated, Unknown
from readiness.scoring.results import evaluate

FOLDER = questions_folder() / "backend-2026"
PACK = load_pack(FOLDER)
TRENDS = ("ai-native", "multiagent", "dslm", "serverless", "zero-trust")
QUESTIONS = tuple(PACK.questions())
CAPABILITIES = tuple(PACK.capabilities())
ACTIONS = tuple(chain.from_iterable(c.actions for c in CAPABILITIES))
VAGUE = re.compile(
    r"\b(good|mature|regularly|some|often|usually|frequently|adequate|appropriate|"
    r"sufficient|properly|etc)\b",
    re.IGNORECASE,
)
SAME_AS_LEVEL_3 = "All of level 3, and "

each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
each_capability = pytest.mark.parametrize(
    "capability", CAPABILITIES, ids=lambda c: c.id
)
each_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda a: a.id)
each_claim = pytest.mark.parametrize("claim", PACK.claims, ids=lambda c: c.id)


@pytest.fixture
def sample():
    """Return what the sample team answered."""
    file = FOLDER / "demo/2026-Q4/sample-leader.yaml"
    return read_answers(file.read_text(encoding="utf-8"), file.name, PACK)


def words(*texts):
    return sum(len(text.split()) for text in texts)


def prose(claim: Claim):
    return f"{claim.claim}; {claim.attributed}; {claim.source}; {claim.note}"


def test_has_everything_the_article_asks_for():
    assert tuple(t.id for t in PACK.trends) == TRENDS
    assert len(CAPABILITIES) == 28
    assert len(QUESTIONS) == 56
    assert len(ACTIONS) == 84
    assert len(PACK.rules) == 25
    assert len(PACK.claims) == 43


def test_has_sixteen_quick_questions_with_some_in_every_trend():
    quick = {t.id: 0 for t in PACK.trends}

    for question in QUESTIONS:
        capability = PACK.capability_of[question.id]
        quick[PACK.trend_of[capability.id].id] += question.quick

    assert sum(quick.values()) == 16
    assert min(quick.values()) >= 2


def test_promises_the_time_that_readers_needed():
    assert PACK.minutes == 60
    assert PACK.quick_minutes == 10


@each_question
def test_a_question_fits_its_page(question):
    assert len(question.text) <= 140
    assert len(question.help) <= 120
    assert 0 < len(question.more) <= 240
    assert all(len(anchor.label) <= 24 for anchor in question.anchors)
    assert all(len(anchor.text) <= 160 for anchor in question.anchors)


def test_question_help_and_two_anchors_are_75_words_on_average():
    seen = [
        words(q.text, q.help) + 2 * words(*(a.text for a in q.anchors)) / LEVELS
        for q in QUESTIONS
    ]

    assert mean(seen) <= 75


@each_question
def test_an_anchor_says_what_can_be_observed(question):
    vague = [a.text for a in question.anchors if VAGUE.search(a.text)]

    assert not vague


@each_question
def test_the_ladder_is_cumulative(question):
    *lower, highest = (anchor.text for anchor in question.anchors)

    assert highest.startswith(SAME_AS_LEVEL_3)
    assert not any(re.search(r"\blevel \d", text) for text in lower)


@each_question
def test_no_two_levels_read_alike(question):
    assert len({anchor.text for anchor in question.anchors}) == LEVELS
    assert len({anchor.label for anchor in question.anchors}) == LEVELS


@each_question
def test_shares_are_lower_bounds(question):
    for anchor in question.anchors:
        rest = re.sub(r"([Aa]t least|stayed within) \d+ %", "", anchor.text)
        assert "%" not in rest


@each_question
def test_every_page_about_agents_says_who_may_skip_it(question):
    trend = PACK.trend_of[PACK.capability_of[question.id].id]
    sentence = (
        "No agent: level 0 if planned or wanted within 12 months, else not applicable."
    )

    assert (sentence in question.more) == (trend.id == "multiagent")


@each_question
def test_a_leader_may_not_know_which_agent_handles_most_cases(question):
    named = [a.text for a in question.anchors if "handles most cases" in a.text]

    assert all("half of all if that is unknown" in text for text in named)


def test_percentages_are_spelled_alike():
    assert not re.search(r"\d%", PACK.model_dump_json())


@pytest.mark.parametrize("trend", PACK.trends, ids=lambda t: t.id)
def test_weights_of_a_trend_add_up_to_100(trend):
    assert sum(c.weight for c in trend.capabilities) == 100
    assert all(12 <= c.weight <= 24 for c in trend.capabilities)


def test_every_trend_rests_on_its_foundations():
    foundations = {
        trend.id: {c.id for c in trend.capabilities if c.foundation}
        for trend in PACK.trends
    }

    assert foundations == {
        "ai-native": {"ai-change-guardrails", "platform-product"},
        "multiagent": {"agent-autonomy-control", "agent-identity"},
        "dslm": {"domain-data", "model-evaluation"},
        "serverless": {"serverless-operations"},
        "zero-trust": {"service-inventory", "service-identity"},
    }


def test_oversight_of_models_is_a_foundation_for_regulated_teams_only():
    conditional = {c.id: c.foundation_if for c in CAPABILITIES if c.foundation_if}

    assert conditional == {"model-governance": "regulated"}


@each_capability
def test_a_capability_has_two_facets_and_says_what_to_look_for(capability):
    assert len(capability.questions) == 2
    assert capability.evidence
    assert capability.crosswalk


@each_capability
def test_prerequisites_are_capabilities_of_the_pack(capability):
    assert set(capability.prerequisites) <= PACK.capability_by_id.keys() - {
        capability.id
    }


@each_capability
def test_every_question_has_a_way_up_to_level_3(capability):
    own = {q.id for q in capability.questions}
    lifted = {level: set[str]() for level in (1, 2, 3)}

    for action in capability.actions:
        lifted[action.to].update(action.lifts)

    assert lifted == {1: own, 2: own, 3: own}


@each_capability
def test_action_ids_say_capability_and_level(capability):
    assert [a.id for a in capability.actions] == [
        f"{capability.id}-{to}" for to in (1, 2, 3)
    ]


@each_action
def test_the_first_sentence_of_an_action_is_a_title(action):
    title = re.split(r"\.(?: |$)", action.do)[0]

    assert len(title) <= 110
    assert title[0].isupper()


@each_action
def test_an_action_takes_one_or_two_sentences(action):
    assert len(re.findall(r"\.(?= |$)", action.do)) <= 2


@each_action
def test_an_action_has_a_first_step_if_it_is_large(action):
    assert (action.first_step is not None) == (action.effort is Effort.LARGE)


def test_a_rule_names_its_remedies_unless_it_is_about_the_answers():
    without = {rule.id for rule in PACK.rules if not rule.remedies}

    assert without == {"R21", "R22", "R23", "R25"}


def test_a_critical_rule_caps_the_trend_it_endangers():
    critical = {r.id for r in PACK.rules if r.severity is Severity.CRITICAL}

    assert critical == {"R02", "R03", "R05"}
    assert {r.id for r in PACK.rules if r.effect} == critical | {"R09"}


def test_claims_have_the_status_their_tracing_found():
    found = [claim.status for claim in PACK.claims]

    assert {status: found.count(status) for status in ClaimStatus} == {
        ClaimStatus.VERIFIED: 11,
        ClaimStatus.DIFFERS: 16,
        ClaimStatus.NOT_FOUND: 13,
        ClaimStatus.UNCONFIRMED: 3,
    }


@each_claim
def test_a_claim_without_a_source_has_no_link(claim):
    if claim.status in {ClaimStatus.NOT_FOUND, ClaimStatus.UNCONFIRMED}:
        assert claim.url is None


@each_claim
def test_a_claim_is_about_a_capability_and_reads_alone(claim):
    assert claim.capabilities
    assert set(claim.capabilities) <= PACK.capability_by_id.keys()
    assert not re.search(r"\b[Ss]ame (Gartner|McKinsey|CNCF)\b", prose(claim))


def test_yes_no_answers_feed_the_rules():
    flags = {q.derives or q.id for q in PACK.profile}
    needed = re.findall(r"profile\.(\w+)", " ".join(r.condition for r in PACK.rules))

    assert set(needed) <= flags


def test_a_leader_can_say_how_much_each_trend_matters():
    assert tuple(q.trend for q in PACK.profile if q.trend) == TRENDS


@pytest.mark.parametrize("name", ["pack", *TRENDS])
def test_editors_are_pointed_at_the_schema(name):
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    schema = "pack" if name == "pack" else "trend"

    assert text.startswith(f"# yaml-language-server: $schema=../{schema}.schema.json\n")


def test_the_sample_answers_every_question(sample):
    assert sample.answers.keys() == PACK.question_by_id.keys()
    assert sample.profile.keys() == {q.id for q in PACK.profile}
    assert "(sample)" in (sample.heading.team or "")


def test_the_sample_shows_every_kind_of_answer(sample):
    answers = sample.answers.values()

    assert {a.level for a in answers if isinstance(a, Rated)} == set(range(LEVELS))
    assert sum(isinstance(a, Unknown) for a in answers) == 6
    skipped = [a for a in answers if isinstance(a, NotApplicable)]
    assert len(skipped) == 3
    assert all(a.reason for a in skipped)


def test_the_sample_shows_evidence_that_leads_nowhere(sample):
    pieces = [piece for a in sample.answers.values() for piece in a.evidence]

    links = [piece.text for piece in pieces if ":" in piece.text]
    assert {piece.kind for piece in pieces} == set(EvidenceKind)
    assert links
    assert all(link.startswith("https://example.com/") for link in links)


def test_the_sample_shows_what_the_report_can_say(sample):
    results = evaluate(PACK, [sample.to_response(PACK)])

    severities = {finding.rule.severity for finding in results.fired()}
    held = {h.is_rule for a in results.levels.trends.values() for h in a.held_by}
    assert {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM} <= severities
    assert held == {True, False}


@each_question
def test_who_has_one_thing_only_is_not_led_to_at_least_one(question):
    """Of agents and models many teams have one: it is the main one too."""
    first, main = question.anchors[1], question.anchors[2]
    asks_for_the_main_one = re.search(r"\bmain\b", main.label) is not None
    hints = {"Your only one: level 2.", "Your only live one: level 2."}

    assert bool(first.hint) <= asks_for_the_main_one
    assert first.hint in {"", *hints}
