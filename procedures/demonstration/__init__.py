"""The demonstration: the desensitizations of the published cases, through the same services as real work."""
