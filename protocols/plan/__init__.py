"""The plan in the editor: bags and steps as typed, beside what template and choices give. Pure but for its words."""
