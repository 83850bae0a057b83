from datetime import date

import pytest

from readiness.branding.dates import date_words, language_tag

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", "2026-11-03"),
        ("de", "3. November 2026"),
        ("pt-BR", "3 de novembro de 2026"),
        ("zh", "2026年11月3日"),
        ("zh-Hant", "2026年11月3日"),
        ("en-GB", "3 November 2026"),
    ],
)
def test_a_date_is_written_as_the_language_has_it(language, words):
    assert date_words(DAY, language_tag(language)) == words


def test_an_underscore_does_as_a_hyphen_does():
    assert language_tag("pt_BR") == "pt-BR"


def test_a_region_that_nobody_knows_leads_to_its_language():
    with pytest.raises(ValueError, match="did you mean 'de'"):
        language_tag("de-XX")


def test_a_slip_leads_to_the_language_most_like_it():
    with pytest.raises(ValueError, match="did you mean 'ee'"):
        language_tag("dee")


@pytest.mark.parametrize(
    "text", ["german", "xx", "../../etc/passwd", "de\0", "d" * 10_000, "de-" * 9, " "]
)
def test_what_is_no_language_is_refused_with_examples(text):
    with pytest.raises(ValueError, match='such as "de" or "pt-BR"'):
        language_tag(text)
