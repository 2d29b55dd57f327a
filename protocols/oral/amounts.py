"""An amount of a version in words: of several components, what is given of each."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from protocols.oral.components import Share
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """The first drug with its unit, and the components that are given with it."""

    first: str
    unit: str
    shares: tuple[Share, ...] = ()

    def text(self, amount: Fraction, per: str = "") -> str:
        """`10 mg`, or `10 mg of trimethoprim + 50 mg of sulfamethoxazole`; `per` such as "/mL" goes with the unit."""
        unit = f"{self.unit}{per}"
        if not self.shares:
            return str(Quantity.of(amount, unit))
        given = [(self.first, amount), *((share.drug, amount * share.times) for share in self.shares)]
        return " + ".join(
            _("%(dose)s of %(drug)s") % {"dose": Quantity.of(one, unit), "drug": drug} for drug, one in given
        )


def amounts_of(document: VersionDocument) -> Amounts:
    """The components of a version."""
    first = document.specification
    shares = tuple(
        Share(drug=one.specification.drug, times=one.specification.target_dose / first.target_dose)
        for one in document.others
    )
    return Amounts(first=first.drug, unit=first.unit, shares=shares)
