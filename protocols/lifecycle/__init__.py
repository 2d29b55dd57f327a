"""What becomes of a version: one service an arrow, from the draft to the release (design.md 4)."""
