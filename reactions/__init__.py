"""What happened, what the tests say, what it was: reactions, samples, skin tests, assessments."""
