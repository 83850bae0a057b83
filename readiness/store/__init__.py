"""Keeping responses on this machine."""
