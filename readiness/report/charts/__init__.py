"""Pictures of a document: geometry in Python, drawing in templates."""
