"""Every kind of mistake in a pack, planted where ``§`` stands and found there."""

import pytest

from tests.pack.files import facts_of, plant

A_URL = "must begin with https://, and have no spaces, brackets or quotes"

MISTAKES = [
    # what the schema says
    (
        "pack.yaml",
        "id: small",
        "§idd: small",
        "unknown field 'idd', did you mean 'id'?",
    ),
    ("pack.yaml", "format: 1", "§title2: x", "unknown field 'title2'"),
    ("pack.yaml", "format: 1", "format: §2", "format: must be 1"),
    ("pack.yaml", '"1.0.0"', "§1.0", "version: must be text: put quotes around it"),
    ("pack.yaml", '"1.0.0"', "§one", "version: must be three numbers, like 1.0.0"),
    ("pack.yaml", "minutes: 5", 'minutes: §"5"', "minutes: must be a whole number"),
    ("pack.yaml", "minutes: 5", "minutes: §5.5", "minutes: must be a whole number"),
    ("pack.yaml", "minutes: 5", "minutes: §0", "minutes: must be at least 1"),
    ("pack.yaml", "A small pack", "§null", "title: must be text"),
    ("pack.yaml", "A small pack", '§""', "title: must not be empty"),
    ("pack.yaml", "A small pack", '§"a\\nb"', "title: must be one line of text"),
    (
        "pack.yaml",
        "A small pack",
        '§"a\\x1b[31m"',
        "title: control character U+001B is not allowed",
    ),
    ("pack.yaml", "[Be kind.]", "§Be kind.", "rules: must be a list"),
    ("pack.yaml", "[Be kind.]", "[§3]", "rules, entry 1: must be text: put quotes"),
    ("pack.yaml", "risk", "§rsik", "kind: must be 'risk', 'consistency' or 'response'"),
    ("pack.yaml", "severity: high", "severity: §[]", "severity: must be 'critical',"),
    ("pack.yaml", "https:", "§http:", f"url: {A_URL}"),
    ("pack.yaml", "https://example.org/study", "§https://a b", f"url: {A_URL}"),
    ("pack.yaml", "R01", "§r1", "id: must be a capital letter and two or three digits"),
    ("pack.yaml", "id: share", "id: §Share", "id: must be small letters, digits and u"),
    (
        "pack.yaml",
        "{value: 1,",
        "{value: §[1],",
        "value: must be text or a whole number",
    ),
    (
        "pack.yaml",
        "{level_at_most: 2, trend: ai}",
        "§much",
        "effect: must be a mapping",
    ),
    ("pack.yaml", "level_at_most: 2", "level_at_most: §5", "level_at_most: must be at"),
    (
        "pack.yaml",
        "{level_at_most",
        "{§level_at_mots",
        "unknown field 'level_at_mots', did you mean 'level_at_most'?",
    ),
    (
        "pack.yaml",
        "{counts_as_at_most: 1, ",
        "§{",
        "counts_as_at_most: this field is missing",
    ),
    (
        "ai.yaml",
        "- id: pairing\n    name: Pairing",
        "- §id: pairing",
        "name: this field is missing",
    ),
    ("ai.yaml", "weight: 2", "weight: §0", "weight: must be greater than 0"),
    ("ai.yaml", "weight: 2", "weight: §-1", "weight: must be greater than 0"),
    ("ai.yaml", "weight: 2", "weight: §.nan", "weight: must be a finite number"),
    ("ai.yaml", "weight: 2", "weight: §.inf", "weight: must be a finite number"),
    ("ai.yaml", "weight: 2", "weight: §1e999", "weight: must be a finite number"),
    ("ai.yaml", "weight: 2", "weight: §heavy", "weight: must be a number"),
    ("ai.yaml", "quick: true", "quick: §yes", "quick: must be true or false"),
    (
        "ai.yaml",
        "How many pair?",
        "§" + "x" * 241,
        "text: too long: 241 characters, only 240 allowed",
    ),
    (
        "ai.yaml",
        "label: Level 3",
        "label: §" + "x" * 25,
        "label: too long: 25 characters, only 24 allowed",
    ),
    (
        "ai.yaml",
        "- {label: Level 0, text: What is there at 0.}\n          -",
        "§-",
        "anchors: has 4 entries, not one for each level 0 to 4",
    ),
    (
        "ai.yaml",
        "          - {label: Level 0",
        "          §- {label: X, text: Y}\n          - {label: Level 0",
        "anchors: has 6 entries, not one for each level 0 to 4",
    ),
    ("ai.yaml", "lifts: [pairing-reach]", "lifts: §[]", "lifts: has 0 entries, at lea"),
    # what only the whole pack says
    ("ai.yaml", "id: pairing-2", "id: §pairing-1", "action id 'pairing-1' is taken"),
    ("pack.yaml", "R02", "§R01", "rule id 'R01' is taken, see "),
    ("pack.yaml", "id: share", "id: §regulated", "profile id 'regulated' is taken"),
    (
        "ai.yaml",
        "[brakes]",
        "[§braks]",
        "unknown capability 'braks', did you mean 'brakes'?",
    ),
    ("pack.yaml", "remedies: [brakes]", "remedies: [§x]", "unknown capability 'x'"),
    ("pack.yaml", "trend: ai}", "trend: §aim}", "unknown trend 'aim', did you mean"),
    ("pack.yaml", "capability: brakes", "capability: §x", "unknown capability 'x'"),
    ("pack.yaml", "capabilities: [brakes]", "capabilities: [§x]", "unknown capability"),
    (
        "pack.yaml",
        "trend: ai\n",
        "trend: §oops\n",
        "unknown trend 'oops', did you mean",
    ),
    (
        "ops.yaml",
        "foundation_if: regulated",
        "foundation_if: §share",
        "unknown yes/no profile answer 'share', did you mean 'share_high'?",
    ),
    (
        "ops.yaml",
        "foundation_if: regulated",
        "given_if: §share",
        "unknown yes/no profile answer 'share', did you mean 'share_high'?",
    ),
    (
        "ops.yaml",
        "    definition: What they are.",
        "    prerequisites: [§pairing]\n    definition: What they are.",
        "prerequisites go in a circle: pairing -> brakes -> pairing",
    ),
    ("ai.yaml", "[brakes]", "[§pairing]", "prerequisites go in a circle: pairing -> p"),
    (
        "ai.yaml",
        "lifts: [pairing-reach]",
        "lifts: [§brakes-tried]",
        "this capability has no question 'brakes-tried'",
    ),
    (
        "ai.yaml",
        "to: 2\n        lifts: [",
        "to: 1\n        lifts: [§",
        "question 'pairing-reach' is lifted to 1 already, see ",
    ),
    ("pack.yaml", "pairing >= 2 and", "pairing >= 2 §nad", "condition: "),
    ("pack.yaml", "pairing >= 2", "§paring >= 2", "unknown capability 'paring', did"),
    (
        "pack.yaml",
        "'profile.share_high",
        "'§profile.sharehigh",
        "unknown yes/no profile",
    ),
    (
        "pack.yaml",
        "question(brakes-tried)",
        "question(§brakes-tired)",
        "unknown question 'brakes-tired', did you mean 'brakes-tried'?",
    ),
    (
        "pack.yaml",
        "pairing >= 2 and",
        "trend_mean(§al) >= 2 and",
        "unknown trend 'al'",
    ),
    (
        "pack.yaml",
        "condition: pairing >= 2 and",
        "condition: §>-\n      paring >= 2 and",
        "unknown capability 'paring'",
    ),
    # what the files themselves say
    ("pack.yaml", "[ai, ops]", "[ai, §opps]", "there is no file 'opps.yaml' beside"),
    ("pack.yaml", "[ai, ops]", "[ai, ops, §ops]", "trend 'ops' is listed twice"),
    ("pack.yaml", "[ai, ops]", "[ai, ops, §../x]", "a trend is listed by its id: its"),
    ("pack.yaml", "[ai, ops]", "[ai, ops, §3]", "a trend is listed by its id: its"),
    ("ops.yaml", "id: ops", "id: §opps", "the id must be 'ops', as the file is called"),
    (
        "ai.yaml",
        "name: Pairing",
        "name: §!!str Pairing",
        "tag 'tag:yaml.org,2002:str' ",
    ),
    ("ai.yaml", "name: Pairing", "name: §*a", "alias '*a' is not allowed"),
    ("ai.yaml", "weight: 2", "weight: §" + "2" * 101, "a number may have 100 digits"),
    ("ai.yaml", "name: Pairing", "name: §&a Pairing", "anchor '&a' is not allowed"),
    (
        "ai.yaml",
        "weight: 2",
        "weight: 2\n    §weight: 2",
        "key 'weight' is there alrea",
    ),
    ("ai.yaml", "name: Pairing", 'name: §"Pairing', "not valid YAML: what begins here"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_is_reported_where_it_is(folder, file, old, new, message):
    place = plant(folder / file, old, new)

    (fact,) = facts_of(folder)

    assert fact.startswith(f"{place}: {message}")
