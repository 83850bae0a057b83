"""What a document for others consists of, whatever its format."""
