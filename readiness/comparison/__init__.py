"""What changed between two quarters, and why."""
