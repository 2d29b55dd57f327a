"""The products whose lots are asked for: what the version names and what its plan takes."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from drugs.selectors import ProductFacts
from protocols.making.entered import ALWAYS
from protocols.models import BagPart
from protocols.preparation_product import diluents_of
from protocols.version_document import VersionDocument

TITLES: dict[str, Promise] = {
    BagPart.DRUG: gettext_lazy("Drug"),
    BagPart.DILUENT: gettext_lazy("Diluent"),
    BagPart.OTHER: gettext_lazy("Another product, such as water for injections"),
}


@dataclass(frozen=True, kw_only=True)
class AskedProduct:
    """One product: with one name it is that; with several it is chosen; with none it is typed."""

    part: BagPart
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is in the bags."""
        return str(TITLES[self.part])

    @property
    def required(self) -> bool:
        """Whether no bag is made without it."""
        return self.part in ALWAYS


def asked_products(document: VersionDocument, facts: ProductFacts | None) -> tuple[AskedProduct, ...]:
    """The product that the version names, its diluents as they are recorded today (`facts`), and another."""
    named = (document.source["product"],) if document.source["product"] else ()
    return (
        AskedProduct(part=BagPart.DRUG, names=named),
        AskedProduct(part=BagPart.DILUENT, names=diluents_of(facts) if facts else ()),
        AskedProduct(part=BagPart.OTHER, names=()),
    )
