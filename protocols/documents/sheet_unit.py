"""What the sheet says of the unit that gives it: who they are, whom to call, what their pump takes."""

from dataclasses import dataclass
from fractions import Fraction

from desens.printing.fetcher import SCHEME

LOGO = SCHEME + "logo.png"


@dataclass(frozen=True, kw_only=True)
class UnitOnSheet:
    """ "" and b"" are not printed; below `least_vtbi_ml` (mL) the pump takes no volume to be infused.

    Most pumps start at 1 mL (clinical.md 10), which holds for versions saved before the unit stated it.
    """

    hospital_name: str = ""
    unit_name: str = ""
    telephone: str = ""
    emergency_telephone: str = ""
    patients_emergency_telephone: str = ""
    logo: bytes = b""
    least_vtbi_ml: Fraction = Fraction(1)

    @property
    def names(self) -> list[str]:
        """The hospital, the unit and its telephone, as far as they are recorded."""
        return [text for text in (self.hospital_name, self.unit_name, self.telephone) if text]

    @property
    def pictures(self) -> dict[str, bytes]:
        """What the printed page may load beside its fixed table."""
        return {LOGO: self.logo} if self.logo else {}


#: What a version saved before the unit's settings holds of the unit.
NOT_STATED = UnitOnSheet()
