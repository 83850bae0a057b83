"""Which documents a report becomes, what goes into them, and where they go."""
