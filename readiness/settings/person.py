"""Where a person's own settings are."""

import os
import sys
from pathlib import Path


def person_file() -> Path:
    """Return the file of the user's own settings, which need not be there."""
    return _config_folder() / "config.toml"


def _config_folder() -> Path:
    system: str = sys.platform
    if system == "linux":  # as platformdirs has it, whose import costs 5 ms
        root = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(root or os.path.expanduser("~/.config")) / "readiness"  # noqa: PTH111 - Path.home() fails for a user without a home
    from platformdirs import user_config_path  # noqa: PLC0415 - see above

    return user_config_path("readiness")
