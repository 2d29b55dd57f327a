"""Recording a reaction: one form, one save, with its grades; a correction replaces, a mistake is struck."""
