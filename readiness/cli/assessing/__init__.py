"""How an interview begins, and what stands around it."""
