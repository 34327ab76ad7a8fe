"""What it costs: counts become money, once, in a fixed order."""
