"""The list of all desensitizations, its counts and its exports."""
