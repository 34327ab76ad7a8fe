"""One output format per file; printing only."""
