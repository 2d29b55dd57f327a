"""Adjuvant medicines: dated doses of omalizumab and others, their interval, their stop."""
