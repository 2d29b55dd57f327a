"""Skin tests: planned, prepared, read by hand and entered."""
