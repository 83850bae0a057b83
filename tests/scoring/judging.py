"""Evaluate one condition on a few answers, and build what it should find."""

from readiness.pack.model import ProfileOption, ProfileQuestion
from readiness.pack.rule import Rule, RuleKind, Severity
from readiness.scoring.operands import Fact, Subject
from readiness.scoring.rules import Outcome, find
from readiness.scoring.score import score
from tests.builders import (
    DOES_NOT_APPLY,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
)

FIRES, CLEAR, UNKNOWN = Outcome.FIRES, Outcome.CLEAR, Outcome.UNKNOWN
NA = DOES_NOT_APPLY

YES_NO = tuple(ProfileOption(value=v, label=v) for v in ("yes", "no", "unknown"))
LIVE = ProfileQuestion(id="live", text="Live?", options=YES_NO)
SHARE = ProfileQuestion(
    id="share",
    text="What share?",
    derives="share_high",
    options=(
        ProfileOption(value="low", label="Low", high=False),
        ProfileOption(value="high", label="High", high=True),
        ProfileOption(value="unknown", label="Don't know"),
    ),
)


def a_rule(condition, id_="R01", severity=Severity.HIGH):
    return Rule(
        id=id_,
        kind=RuleKind.RISK,
        severity=severity,
        name=f"Rule {id_}",
        condition=condition,
        rationale="Why.",
        source="Who says so.",
        action="What to do.",
    )


def judge(condition, *given_, pack=None, **answers):
    """Evaluate one condition; without a pack every answer has its own capability."""
    pack = pack or a_pack(*(a_capability(id_) for id_ in "abcd"), profile=(LIVE, SHARE))
    pack = pack.model_copy(update={"rules": (a_rule(condition),)})
    given_ = given_ or (a_response(pack, **answers),)
    (finding,) = find(pack, given_, score(pack, given_))
    return finding


def outcome(condition, *given_, pack=None, **answers):
    return judge(condition, *given_, pack=pack, **answers).outcome


def a_pair(id_, **fields):
    """Build a capability with two questions, ``id-1`` and ``id-2``."""
    questions = (a_question(f"{id_}-1"), a_question(f"{id_}-2"))
    return a_capability(id_, questions=questions, **fields)


def a_quick_pack():
    """Build a pack whose quick form asks *b* of *u*, and nothing of *t*."""
    quick = a_capability("b", questions=(a_question("b", quick=True),))
    return a_pack(a_trend("t", a_capability("a")), a_trend("u", quick))


def level(capability, value):
    return Fact(Subject.CAPABILITY, capability, value)


def flag(name, *, value):
    return Fact(Subject.FLAG, name, value)


def figure(text, value):
    return Fact(Subject.FIGURE, text, value)
