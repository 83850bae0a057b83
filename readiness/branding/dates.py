"""A date in the words of a language."""

import re
from datetime import date

from readiness.suggestions import did_you_mean, quoted

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}", re.IGNORECASE | re.ASCII)


def language_tag(text: str) -> str:
    """Return a language such as "de", "pt-BR" or "zh_Hant" with hyphens.

    "" stays "". Raises `ValueError` for one whose dates nobody knows here.
    """
    if not text:
        return ""
    tag = text.replace("_", "-")
    # before anything opens a file by that name
    if not _TAG.fullmatch(text) or not _is_known(tag):
        raise ValueError(
            f'should be a language such as "de" or "pt-BR", not {quoted(text)}'
            + _meant(tag)
        )
    return tag


def date_words(day: date, language: str) -> str:
    """Return "23. November 2026" for "de", "2026-11-23" for "".

    ``language`` is one that `language_tag` returned.
    """
    if not language:
        return day.isoformat()
    from babel.dates import format_date  # noqa: PLC0415 - most documents need none

    locale = language.replace("-", "_")
    return format_date(day, format="long", locale=locale)


def _is_known(tag: str) -> bool:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def _meant(tag: str) -> str:
    from babel.localedata import locale_identifiers  # noqa: PLC0415 - as above

    base = tag.partition("-")[0]
    if base != tag and _TAG.fullmatch(base) and _is_known(base):
        return f", did you mean {quoted(base)}?"
    # the short ones first: only some hundred words are compared
    names = sorted(locale_identifiers(), key=lambda name: (len(name), name))
    return did_you_mean(tag, [name.replace("_", "-") for name in names])
