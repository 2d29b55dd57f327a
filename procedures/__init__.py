"""Procedures: what happened on each day of desensitization, its breakthrough reactions, and adjuvant medicines."""
