"""The unit as it heads what it prints: names, telephone, logo, as far as its settings say them."""

from dataclasses import dataclass

from desens.printing.fetcher import SCHEME
from desens.unit.definitions.hospital import HOSPITAL_NAME, LOGO, UNIT_NAME, UNIT_TELEPHONE
from desens.unit.selectors import UnitSettings, picture

LOGO_ADDRESS = SCHEME + "logo.png"


@dataclass(frozen=True, kw_only=True)
class UnitHead:
    """ "" and b"" are not printed; `logo` is a checked PNG file."""

    hospital: str
    unit: str
    telephone: str
    logo: bytes

    @property
    def names(self) -> tuple[str, ...]:
        """The hospital, the unit and its telephone."""
        return tuple(text for text in (self.hospital, self.unit, self.telephone) if text)

    @property
    def pictures(self) -> dict[str, bytes]:
        """What the page may load beside its fixed table."""
        return {LOGO_ADDRESS: self.logo} if self.logo else {}

    @property
    def logo_address(self) -> str:
        """Where the page finds the logo; "" for none."""
        return LOGO_ADDRESS if self.logo else ""


def unit_head(unit: UnitSettings) -> UnitHead:
    """What the settings say. One query where there is a logo."""
    return UnitHead(
        hospital=unit[HOSPITAL_NAME], unit=unit[UNIT_NAME], telephone=unit[UNIT_TELEPHONE], logo=picture(unit[LOGO])
    )
