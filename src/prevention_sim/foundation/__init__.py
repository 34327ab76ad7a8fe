"""What every layer stands on and none owns: errors, elementary functions, compiled kernels, chance, units."""
