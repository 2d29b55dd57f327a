"""Rows of the app: every file of rows is named here, so that Django finds it."""
