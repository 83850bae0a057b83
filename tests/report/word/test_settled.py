"""What the team has decided itself, and what the claims rest on, in Word."""

from dataclasses import replace

from tests.documents import demo_document
from tests.report.word.reading import cells, parsed, table


def test_what_the_team_settled_is_listed():
    document = demo_document()
    settled = replace(document.report.later[0], progress_words="done by Zoë")

    made = parsed(replace(document, report=replace(document.report, aside=(settled,))))

    texts = [p.text for p in made.paragraphs]
    said = texts[texts.index("Settled by the team", 60) + 2]
    assert said == f"{settled.title}: done by Zoë"


def test_a_finding_that_stays_open_says_who_decided_so():
    document = demo_document()
    first, *others = document.report.findings
    findings = (replace(first, stays_open="Stays open: Anna accepts it"), *others)

    made = parsed(replace(document, report=replace(document.report, findings=findings)))

    texts = [p.text for p in made.paragraphs]
    at = texts.index("Stays open: Anna accepts it.")
    assert texts[at - 1] == f"Do: {first.action}"


def test_a_claim_says_whose_it_is_and_how_well_it_is_known(demo):
    head, *rows = table(demo, "Claim").rows

    assert cells(head) == ["Claim", "Said by", "How well it is known"]
    for row, line in zip(rows, demo_document().report.claims, strict=True):
        claim = "\n".join(filter(None, (line.claim, line.url)))
        assert cells(row) == [claim, line.attributed, line.known_words]
