"""Tasks as what issue trackers and spreadsheets import: one format a file."""
