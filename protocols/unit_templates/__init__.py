"""Templates of the unit: written, imported, read by a second person, revised, retired, signed for once."""
