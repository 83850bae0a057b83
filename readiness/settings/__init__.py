"""What the user set, and where: files, the environment, what holds without them."""
