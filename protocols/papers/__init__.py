"""Printed documents as facts: drawn once, stored with their hash, handed out as stored (safety.md H7)."""
