"""The frame of every page: navigation, fields, error pages, times, the log."""
