"""Forms out, answers in."""
