"""What logos made of pixels have in common, whatever their format."""

from readiness.branding.model import Logo, LogoType

PIXEL_LIMIT = 4_000  #: of either side; a small file may be a huge picture


def check_size(width: int, height: int) -> None:
    """Raise `ValueError` for more pixels than a logo may have, or none."""
    if not (0 < width <= PIXEL_LIMIT and 0 < height <= PIXEL_LIMIT):
        raise ValueError(
            f"has {width:,} x {height:,} pixels; "
            f"it may have 1 to {PIXEL_LIMIT:,} each way"
        )


def pixel_logo(kind: LogoType, content: bytes, size: tuple[int, int], alt: str) -> Logo:
    """Return a logo whose ``size`` is width and height in pixels."""
    width, height = size
    return Logo(type=kind, content=content, width=width, height=height, alt=alt)
