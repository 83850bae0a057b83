import pytest

from readiness.branding.colours import contrast
from readiness.branding.model import Palette
from readiness.report.html.theme import THEMES

AA = 4.5
NAMES = ("ink", "muted", "primary", "accent")


@pytest.mark.parametrize(
    "palette", [Palette(), Palette(primary="#000", accent="#767676")]
)
@pytest.mark.parametrize(("name", "theme"), THEMES)
def test_all_text_can_be_read_by_day_and_by_night(name, theme, palette):
    colours = theme.colours(palette)

    for behind in ("paper", "raised"):
        for text in NAMES:
            assert contrast(colours[text], colours[behind]) >= AA, (name, text, behind)
