"""In whose name and colours a document is made."""
