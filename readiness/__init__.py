"""Readiness: terminal-first self-assessment for engineering leaders."""

import os

__version__ = "0.1.0"  # a literal: reading it from the metadata costs 50 ms a start

# Pydantic looks through all installed packages for plugins, which takes the longer the
# more there are; readiness uses none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
