"""Template tags by which pages of other apps show what procedures say."""
