"""Two quarters compared, for people and programs."""
