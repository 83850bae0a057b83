"""The plan from quarter to quarter: made, kept in a file, looked back on."""
