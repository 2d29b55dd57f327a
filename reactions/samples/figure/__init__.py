"""Tryptase over time with its thresholds. `drawing` loads matplotlib and is imported by the view of pictures alone."""
