"""Pure rules of a recorded procedure: what cannot be, what is doubtful, and the times that follow from the plan."""
