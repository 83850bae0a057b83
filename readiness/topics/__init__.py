"""Help to read offline, one text a topic."""
