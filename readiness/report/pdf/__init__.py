"""The report as an accessible PDF, typeset by Typst; and pictures made the same way."""
