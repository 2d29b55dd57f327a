"""What a setting may hold: each kind knows its bounds, and how its value is stored exactly.

A value is frozen: Fraction, str, or a tuple of frozen rows. `stored` and `read` are inverses.
"""

from desens.unit.kinds.figures import Choice, Number
from desens.unit.kinds.kind import Kind, Value
from desens.unit.kinds.pictures import Picture
from desens.unit.kinds.rows import Column, Rows
from desens.unit.kinds.texts import Telephone, Text, Texts

__all__ = ["Choice", "Column", "Kind", "Number", "Picture", "Rows", "Telephone", "Text", "Texts", "Value"]
