"""What follows: evaluation, and the answers read from it."""
