import pytest

from readiness.pack.condition import ConditionError
from readiness.pack.rule import Severity
from readiness.scoring.rules import find, flags, is_foundation
from readiness.scoring.score import score
from tests.builders import (
    a_capability,
    a_pack,
    a_response,
)
from tests.scoring.judging import (
    LIVE,
    SHARE,
    a_rule,
    judge,
)


class TestFind:
    def test_findings_are_in_the_order_of_severity_and_then_of_ids(self):
        rules = [
            a_rule("1 > 0", "R03", Severity.INFO),
            a_rule("1 > 0", "R04", Severity.HIGH),
            a_rule("1 > 0", "R01", Severity.MEDIUM),
            a_rule("1 > 0", "R05", Severity.CRITICAL),
            a_rule("1 > 0", "R02", Severity.HIGH),
        ]
        pack = a_pack(rules=tuple(rules))

        found = find(pack, [], score(pack, []))

        ids = [finding.rule.id for finding in found]
        assert ids == ["R05", "R02", "R04", "R01", "R03"]

    def test_a_rule_that_cannot_be_read_is_an_error(self):
        with pytest.raises(ConditionError, match="expected a comparison"):
            judge("a")


class TestFlags:
    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ((), None),
            (("yes",), True),
            (("no",), False),
            (("unknown",), None),
            ((1,), None),
            (("yes", "no"), None),
            (("yes", "yes", "no"), True),
            (("yes", "no", "no"), False),
            (("yes", "unknown", None), True),
        ],
    )
    def test_most_of_those_who_say_yes_or_no_decide(self, said, expected):
        pack = a_pack(profile=(LIVE,))
        given_ = [
            a_response(pack, profile={} if answer is None else {"live": answer})
            for answer in said
        ]

        assert flags(pack, given_) == {"live": expected}

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("low", False),
            ("high", True),
            ("unknown", None),
            ("yes", None),
            (None, None),
        ],
    )
    def test_a_derived_flag_is_that_of_the_chosen_option(self, said, expected):
        pack = a_pack(profile=(SHARE,))
        profile = {} if said is None else {"share": said}

        found = flags(pack, [a_response(pack, profile=profile)])

        assert found == {"share_high": expected}

    @pytest.mark.parametrize(
        ("fields", "flag", "expected"),
        [
            ({}, True, False),
            ({"foundation": True}, None, True),
            ({"foundation_if": "live"}, True, True),
            ({"foundation_if": "live"}, False, False),
            ({"foundation_if": "live"}, None, False),
            ({"foundation": True, "foundation_if": "live"}, False, True),
        ],
    )
    def test_a_capability_is_a_foundation_always_or_for_a_profile(
        self, fields, flag, expected
    ):
        capability = a_capability("a", **fields)

        assert is_foundation(capability, {"live": flag}) is expected

    def test_a_foundation_for_a_flag_nobody_knows_is_none(self):
        assert not is_foundation(a_capability("a", foundation_if="live"), {})
