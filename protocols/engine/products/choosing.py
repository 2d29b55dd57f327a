"""Which of several products a schedule is judged by, where none is stated."""

from collections.abc import Iterator, Sequence

from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff
from protocols.engine.products.limits import ProductLimits


def mildest(judged: Sequence[tuple[Finding, ...]]) -> int:
    """The place of the product with the fewest blockers, then signatures, then findings; the first of equals."""
    return min(range(len(judged)), key=lambda place: _weights(judged[place]))


def several(drug: str, products: Sequence[ProductLimits], taken: int) -> Iterator[Finding]:
    """The caution that names all products and the one taken."""
    if len(products) > 1:
        names = ", ".join(limits.product for limits in products)
        values = (("drug", drug), ("products", names), ("product", products[taken].product))
        yield Caution(code="several-products", values=values)


def _weights(found: tuple[Finding, ...]) -> tuple[int, int, int]:
    """How many blockers, then how many to sign, then how many cautions."""
    blockers, sign_offs = (sum(isinstance(finding, kind) for finding in found) for kind in (Blocker, NeedsSignOff))
    return blockers, sign_offs, len(found)
