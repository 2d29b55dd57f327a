"""The unit's settings: what a hospital decides for itself, each value with default, bounds, source and author."""
