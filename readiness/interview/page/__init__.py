"""Asking on pages: what a window shows, and what its keys do."""
