"""What stands inside the page: pictures, data, and what the browser may do with it."""

import base64
from hashlib import sha256

from readiness.branding.model import Logo

_WEB = ("https://", "http://")
# In a script element only these could end it, or begin a comment. The last two end a
# line in old JavaScript.
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def data_uri(logo: Logo) -> str:
    """Return a picture as the address of itself (RFC 2397).

    As the source of an image an SVG can neither run a script nor load anything.
    """
    return f"data:{logo.type};base64,{base64.b64encode(logo.content).decode()}"


def hash_of(text: str) -> str:
    """Return how a content security policy names an inline style or script."""
    digest = sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def inline_json(text: str) -> str:
    """Return JSON of the same meaning that nothing in HTML takes for markup."""
    return text.translate(_IN_SCRIPT)


def web_address(url: str) -> str:
    """Return an address that may be linked, or "" for any other kind."""
    return url if url.lower().startswith(_WEB) else ""
