import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.exchange.answer_text import read_evidence, read_kind
from readiness.plaintext import one_line
from readiness.responses import Evidence, EvidenceKind
from tests.strategies import evidence


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ("seen: the rollback drill: twice", "seen", "the rollback drill: twice"),
        ("SEEN:the drill", "seen", "the drill"),
        (" told : by Bo", "told", "by Bo"),
        ("told by someone: by Bo", "told", "by Bo"),
        ("own impression", "impression", ""),
        ("impression:", "impression", ""),
        ("artefact: docs/runbook.md", "artefact", "docs/runbook.md"),
        ("artefact: seen: both", "artefact", "seen: both"),
        ("https://e.test/seen: x", "artefact", "https://e.test/seen: x"),
        ("C:\\logs\\seen", "artefact", "C:\\logs\\seen"),
        ("mailto:bo@e.test", "artefact", "mailto:bo@e.test"),
        ("unseen: x", "artefact", "unseen: x"),
    ],
)
def test_a_kind_before_a_colon_is_read_and_all_else_is_an_artefact(text, kind, kept):
    assert read_evidence(text) == Evidence(kind=EvidenceKind(kind), text=kept)


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_blank_text_is_no_evidence(text):
    assert read_evidence(text) is None


@given(evidence)
def test_evidence_in_words_reads_back_as_what_it_was(piece):
    assert read_evidence(piece.words) == Evidence(
        kind=piece.kind, text=one_line(piece.text)
    )


@given(st.from_regex(r"[a-z][a-z0-9+.-]*://\S+", fullmatch=True))
def test_a_link_is_never_taken_for_a_kind(link):
    assume(link.partition(":")[0] not in {kind.value for kind in EvidenceKind})

    assert read_evidence(link) == Evidence(text=link)


def test_a_kind_has_its_name_and_its_words():
    for kind in EvidenceKind:
        assert read_kind(f" {kind.upper()} ") is kind
        assert read_kind(kind.words) is kind
    assert read_kind("hearsay") is None
