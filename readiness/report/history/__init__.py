"""The quarters of a team in a row, for people and programs."""
