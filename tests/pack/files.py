"""A small pack on disk, and mistakes planted in it."""

import pytest

from readiness.pack.loader import PackError, load_pack

PACK = """\
# A comment, so that the first field is not on the first line
format: 1
id: small
version: "1.0.0"
title: A small pack
minutes: 5
quick_minutes: 2
instruction:
  short: Answer for your own team.
  rules: [Be kind.]
profile:
  - id: regulated
    text: Is it regulated?
    options: [{value: "yes", label: "Yes"}, {value: "no", label: "No"}]
  - id: share
    text: How much of it?
    derives: share_high
    trend: ai
    options:
      - {value: 1, label: Little, high: false}
      - {value: 2, label: Much, high: true}
trends: [ai, ops]
rules:
  - id: R01
    kind: risk
    severity: high
    name: Fast without brakes
    condition: pairing >= 2 and brakes < 2
    effect: {level_at_most: 2, trend: ai}
    rationale: Because.
    source: A study.
    action: Brake.
    remedies: [brakes]
  - id: R02
    kind: consistency
    severity: info
    name: Odd
    condition: 'profile.share_high and question(brakes-tried) > 3'
    effect: {counts_as_at_most: 1, capability: brakes}
    rationale: Because.
    source: A study.
    action: Ask again.
claims:
  - id: C01
    claim: Brakes help.
    attributed: Someone
    status: verified
    source: A study
    url: https://example.org/study
    note: They do.
    capabilities: [brakes]
"""

_ANCHORS = "\n".join(
    f"          - {{label: Level {n}, text: What is there at {n}.}}" for n in range(5)
)

AI = f"""\
id: ai
name: Working with AI
short: AI
summary: What it is about.
capabilities:
  - id: pairing
    name: Pairing
    weight: 2
    definition: What it is.
    why: Why it matters.
    prerequisites: [brakes]
    evidence: [A log]
    questions:
      - id: pairing-reach
        facet: Reach
        text: How many pair?
        help: What counts.
        quick: true
        anchors:
{_ANCHORS}
    actions:
      - id: pairing-1
        to: 1
        lifts: [pairing-reach]
        do: Pair.
        effort: small
        person_weeks: 1
        owner: Tech lead
        done: A pair is seen.
      - id: pairing-2
        to: 2
        lifts: [pairing-reach]
        do: Pair more.
        effort: large
        person_weeks: 2.5
        owner: Tech lead
        done: Pairs are seen.
"""

OPS = f"""\
id: ops
name: Running it
short: Ops
summary: What it is about.
capabilities:
  - id: brakes
    name: Brakes
    weight: 1
    foundation_if: regulated
    definition: What they are.
    why: Why they matter.
    questions:
      - id: brakes-tried
        facet: Trial
        text: How often are they tried?
        help: What counts.
        anchors:
{_ANCHORS}
"""

SIGN = "§"  #: marks the place where a mistake is to be reported


def write_pack(folder):
    """Write the small pack, and return its folder."""
    folder.mkdir(exist_ok=True)
    for name, text in {"pack.yaml": PACK, "ai.yaml": AI, "ops.yaml": OPS}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def plant(file, old, new):
    """Replace ``old`` by ``new`` once, and return where ``§`` is: ``file:3:5``."""
    before = file.read_text(encoding="utf-8")
    assert old in before
    text = before.replace(old, new, 1)
    ahead, _, rest = text.partition(SIGN)
    file.write_text(ahead + rest, encoding="utf-8")
    return f"{file}:{ahead.count(chr(10)) + 1}:{len(ahead) - ahead.rfind(chr(10))}"


def facts_of(folder):
    """Return the mistakes that loading the pack in ``folder`` reports."""
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return caught.value.facts
