"""The history of one patient: every cycle of every culprit drug on one page."""
