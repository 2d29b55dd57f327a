"""How rows are kept: append-only, versioned and device-keyed bases, their triggers, and clean text."""
