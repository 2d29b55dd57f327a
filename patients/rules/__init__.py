"""Pure rules about a person's age and measurements. No Django, no clock."""
