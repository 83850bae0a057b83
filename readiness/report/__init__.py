"""Showing: one model, and one module for each format."""
