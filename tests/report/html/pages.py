"""What pages are made of, and what is done with them, in several tests."""

from dataclasses import replace

from readiness.branding.model import Brand, Fonts, Logo, LogoType, Palette

LOGO = Logo(
    type=LogoType.SVG,
    content=b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"/>',
    width=80,
    height=40,
    alt='The "ACME" anvil',
)
BRAND = Brand(
    client="ACME",
    consultant="Bright Lantern",
    footer="Confidential",
    language="de",
    logo=LOGO,
    palette=Palette(primary="#7a1f5c", accent="#8a5a00"),
    fonts=Fonts(heading="Noto Serif", body="Noto Sans"),
)


def window(width):
    """Return the settings of a window so many pixels wide."""
    return {"viewport": {"width": width, "height": 800}}


def unfold(page):
    """Open all that folds."""
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")


def sparse(document):
    """Return a document with all kinds of parts but few of each.

    What axe takes grows with the page: for the whole sample, unfolded, six seconds.
    """
    report, changes = document.report, document.changes
    few = replace(
        report,
        trends=report.trends[:2],
        answers=report.answers[:3],
        gaps=report.gaps[:2],
        strengths=report.strengths[:2],
        findings=report.findings[:2],
        steps=report.steps[:1],
        later=report.later[:1],
        claims=report.claims[:2],
    )
    changes = replace(changes, lines=changes.lines[:2], moves=changes.moves[:1])
    past = replace(document.past, lines=document.past.lines[:2])
    return replace(document, report=few, changes=changes, past=past)
