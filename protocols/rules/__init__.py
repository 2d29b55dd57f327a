"""Pure clinical rules, each with its source."""
