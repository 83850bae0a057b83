"""What can be asked: question packs."""
