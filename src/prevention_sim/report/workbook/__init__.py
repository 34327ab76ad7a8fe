"""A run as a workbook that recalculates: every formula is built together with the value it has."""
