"""Templates that people write themselves: programs from strangers."""
