"""What other programs read: the shapes of our JSON documents, declared once."""
