"""Plain functions on arrays, compiled for large runs."""
