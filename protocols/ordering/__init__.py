"""Premedication and standing orders: sets of the unit, what speaks against a row, what lies ready for a reaction."""
