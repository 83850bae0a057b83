"""The report as slides: one message each, native charts, the whole text in notes."""
