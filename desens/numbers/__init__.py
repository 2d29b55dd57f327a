"""Exact numbers: how a figure is read, kept and written. Pure Python: no Django, no clock, no settings."""
