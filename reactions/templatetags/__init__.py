"""Template tags by which pages of other apps show what reactions and tests leave open."""
