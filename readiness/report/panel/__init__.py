"""What several people said: how far they agree, and who sees it differently."""
