"""Breakthrough reactions: reactions tied to the step, minute, bag and dose of a procedure."""
