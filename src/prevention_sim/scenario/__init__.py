"""What the user wrote: a scenario file as frozen, strict data with positions. No NumPy here."""
