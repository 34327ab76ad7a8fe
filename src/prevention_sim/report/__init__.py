"""How it is told: a format-free report, then renderers. No calculation beyond rounding."""
