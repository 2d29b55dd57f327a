"""What leaves the unit on paper: the allergy report and the patient's card, from what was recorded and signed."""
