"""What samples are of, in which units a laboratory reports them, and how these compare.

1 mcg/L is 1 ng/mL and 1 ng/L is 1 pg/mL (contracts.md 4: ug/L equals ng/mL). 1 kU/L is 1 IU/mL: WHO's reference of
IgE counts in international units, and a thousand of them in a litre are one in a mL.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

TRYPTASE, IL6, TOTAL_IGE, SPECIFIC_IGE, OTHER = "tryptase", "il6", "total_ige", "specific_ige", "other"

#: The units of each kind, the first of which values are compared in; a kind without units takes any text.
UNITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        TRYPTASE: ("ng/mL", "mcg/L"),
        IL6: ("pg/mL", "ng/L"),
        TOTAL_IGE: ("kU/L", "IU/mL"),
        SPECIFIC_IGE: ("kU/L", "IU/mL"),
        OTHER: (),
    }
)
#: Kinds that need a word for what was tested: the allergen, or the test itself.
NAMED = (SPECIFIC_IGE, OTHER)
#: How far a value may lie before a slip of unit or decimal mark is certain, in the first unit: an implementation
#: choice, no published table. Tryptase after fatal anaphylaxis and IL-6 in cytokine storms reach the thousands.
GREATEST: Mapping[str, Fraction] = MappingProxyType(
    {
        TRYPTASE: Fraction(5_000),
        IL6: Fraction(1_000_000),
        TOTAL_IGE: Fraction(200_000),
        SPECIFIC_IGE: Fraction(10_000),
        OTHER: Fraction(1_000_000),
    }
)


def is_unit_of(kind: str, unit: str) -> bool:
    """Whether a laboratory reports the kind in the unit."""
    return not UNITS[kind] or unit in UNITS[kind]


def is_possible(kind: str, figure: Fraction) -> bool:
    """Whether the figure, in any of the kind's units, can be true."""
    return figure <= GREATEST[kind]
