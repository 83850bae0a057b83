"""Keep the trace of a bug in a file, for whoever reports it."""

import traceback
from datetime import UTC, datetime

from platformdirs import user_state_path


def keep_trace(failure: Exception) -> str:
    """Write the trace of ``failure`` and return where it is, in words."""
    text = "".join(traceback.format_exception(failure))
    path = user_state_path("readiness") / f"bug-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    except OSError:
        return f"(could not be written to {path.parent})\n{text}"
    return str(path)
