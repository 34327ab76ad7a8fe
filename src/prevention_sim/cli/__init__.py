"""Commands: parse, call, print; no calculation."""
