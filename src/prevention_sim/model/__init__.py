"""What the file means: labelled arrays and a parameter table, the only thing engines read."""
