"""A plan of a version that escaped every ampersand is read, and written as now."""

import re

from readiness.plan.document.marks import Written, list_lines
from readiness.plan.document.outline import find_lines
from readiness.plan.merge import finish
from readiness.report.markdown import render_plan
from tests.builders import a_capability, a_pack, an_action
from tests.plan.documents import drawn, filled

NOTHING = Written(fingerprints=frozenset())


def a_team():
    """Draw a plan with an ampersand in its title and in what is to be ticked."""
    action = an_action("roles", done="Signed by business & technology.")
    return drawn(pack=a_pack(a_capability("roles", actions=(action,))))


def of_an_earlier_version(text):
    """Return a plan as it was written when every ampersand was escaped."""
    body = re.sub(
        r"&(?!amp;|lt;|gt;)", "&amp;", text.partition("<!-- readiness:lines")[0]
    )
    return f"{body}{list_lines(line.print for line in find_lines(body, NOTHING))}\n"


def test_what_was_ticked_stays_ticked_and_nothing_stands_there_twice():
    now = a_team()
    old = of_an_earlier_version(now.document())
    old = old.replace("- [ ] Signed by", "- [x] Signed by")
    old = filled(old, "roles-1", owner="R&amp;D")
    assert "business &amp; technology" in old

    merged = now.merged(old)

    assert merged.count("- [x] Signed by business & technology") == 1
    assert merged.count("Signed by business") == 1
    assert "**Owner:** R&amp;D" in merged
    assert now.merged(merged) == merged


def test_the_title_of_a_plan_reads_as_the_team_is_called():
    made = a_team()
    named = render_plan(made.report).replace("Payments", "Zahlung & Abwicklung")
    old = of_an_earlier_version(finish(named))

    merged = made.merged(old)

    assert named.startswith("# Readiness plan, Zahlung & Abwicklung, 2026-Q4\n")
    assert old.startswith("# Readiness plan, Zahlung &amp; Abwicklung, 2026-Q4\n")
    assert merged.startswith("# Readiness plan, Payments, 2026-Q4\n<!--")
    assert "Abwicklung" not in merged
