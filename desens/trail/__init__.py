"""Who saw and changed what: the audit as pages and as a file."""
