"""The plan as a text that people edit."""
