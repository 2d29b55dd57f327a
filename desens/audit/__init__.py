"""Who did what and who looked, in an append-only chain."""
