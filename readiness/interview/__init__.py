"""Asking: the engine and the ways to put a question."""
