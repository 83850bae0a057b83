"""What is checked on this machine and in what is kept."""
