"""Review: what became of every desensitization, of one patient and of the whole department. Reads; writes nothing."""
