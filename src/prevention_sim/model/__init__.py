"""What the file means: the scenario compiled to labelled arrays and a parameter table, the only thing engines read."""
