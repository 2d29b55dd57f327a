"""Samples of a patient: record them, judge tryptase against its baseline, draw them over time."""
