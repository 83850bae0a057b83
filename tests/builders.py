"""Small valid values; a test names only what it is about."""

from datetime import UTC, datetime

from readiness.pack.archive import digest
from readiness.pack.model import (
    Action,
    Anchor,
    Capability,
    Claim,
    ClaimStatus,
    Effort,
    Instruction,
    Pack,
    ProfileOption,
    ProfileQuestion,
    Question,
    Trend,
)
from readiness.pack.rule import Rule, RuleKind, Severity
from readiness.responses import (
    Answer,
    Form,
    NotApplicable,
    PackRef,
    Rated,
    Response,
    Team,
    Unknown,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DONT_KNOW = Unknown()
DOES_NOT_APPLY = NotApplicable(reason="no such workload")


def a_question(id_="pairing", *, quick=False, **fields):
    return Question(
        id=id_,
        facet=f"Facet of {id_}",
        text=f"How many do {id_}?",
        help=f"What counts as {id_}.",
        quick=quick,
        anchors=tuple(
            Anchor(label=f"Level {n}", text=f"What is there at level {n}.")
            for n in range(5)
        ),
        **fields,
    )


def an_action(capability="pairing", to=1, *, lifts=None, **fields):
    given = {
        "effort": Effort.SMALL,
        "person_weeks": 2,
        "owner": "Tech lead",
        "do": f"Lift {capability} to {to}.",
        "done": f"{capability} is seen at {to}.",
        **fields,
    }
    lifted = lifts or (capability,)
    return Action(id=f"{capability}-{to}", to=to, lifts=lifted, **given)


def a_capability(id_="pairing", *, weight=1.0, questions=None, **fields):
    """Build a capability; without ``questions`` it has one, with its own id."""
    return Capability(
        id=id_,
        name=id_.replace("-", " ").capitalize(),
        weight=weight,
        definition=f"What {id_} is.",
        why=f"Why {id_} matters.",
        questions=questions or (a_question(id_),),
        **fields,
    )


def a_trend(id_="ai", *capabilities, name=None):
    return Trend(
        id=id_,
        name=name or id_.replace("-", " ").capitalize(),
        short=id_[:24],
        summary=f"What {id_} is about.",
        capabilities=capabilities or (a_capability(),),
    )


def a_pack(*parts, rules=(), claims=(), profile=()):
    """Build a pack of trends, or of capabilities that share one trend."""
    trends = tuple(p for p in parts if isinstance(p, Trend))
    capabilities = tuple(p for p in parts if isinstance(p, Capability))
    if capabilities or not trends:
        trends += (a_trend("ai", *capabilities),)
    return Pack(
        id="small",
        version="1.0.0",
        title="A small pack",
        minutes=5,
        quick_minutes=2,
        instruction=Instruction(short="Answer for your own team.", rules=("Be kind.",)),
        profile=profile,
        trends=trends,
        rules=rules,
        claims=claims,
    )


def a_rule(id_="R01", condition="pairing < 2", **fields):
    given = {"kind": RuleKind.RISK, "severity": Severity.HIGH, **fields}
    return Rule(
        id=id_,
        name=f"Finding {id_}",
        condition=condition,
        rationale="It makes matters worse.",
        source="Own experience",
        action="Mend it.",
        **given,
    )


def a_claim(id_="E01", *, capabilities=("pairing",), **fields):
    given = {"status": ClaimStatus.VERIFIED, "url": None, **fields}
    return Claim(
        id=id_,
        claim=f"Claim {id_}",
        attributed="Somebody",
        source="A survey",
        note="The survey says so.",
        capabilities=capabilities,
        **given,
    )


def a_profile_question(id_="regulated", *, values=("yes", "no", "unknown"), **fields):
    return ProfileQuestion(
        id=id_,
        text=f"Is it {id_}?",
        options=tuple(ProfileOption(value=v, label=f"Says {v}") for v in values),
        **fields,
    )


def an_answer(value) -> Answer:
    """Turn a level into an answer; answers stay what they are."""
    return Rated(level=value) if isinstance(value, int) else value


def a_response(
    pack=None,
    *,
    form=Form.FULL,
    respondent="ana",
    role="",
    profile=None,
    **answers,
):
    """Build a response; ``roles_clear=3`` answers the question *roles-clear*."""
    pack = pack or a_pack()
    return Response(
        team=Team(id="payments", name="Payments"),
        period="2026-Q4",
        respondent=respondent,
        role=role,
        form=form,
        pack=PackRef(id=pack.id, version=pack.version, sha256=digest(pack)),
        profile=profile or {},
        answers={
            key.replace("_", "-"): an_answer(value) for key, value in answers.items()
        },
    )
