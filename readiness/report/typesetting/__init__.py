"""What Typst is used for by more than one format: fonts, and pictures of pixels."""
