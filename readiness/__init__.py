"""Readiness: terminal-first self-assessment for engineering leaders."""

__version__ = "0.1.0"  # a literal: reading it from the metadata costs 50 ms a start
