"""Asking in plain lines: for screen readers, dumb terminals and pipes."""
