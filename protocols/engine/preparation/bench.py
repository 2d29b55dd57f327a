"""How one solution can be made: final volume, source, what is removed and what is added. Volumes in mL."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from protocols.engine.preparation.drawing import withdrawals
from protocols.engine.preparation.making import Making
from protocols.engine.preparation.need import BagNeed
from protocols.engine.preparation.product import StockProduct
from protocols.engine.preparation.withdrawal import Withdrawal
from protocols.engine.preparation.workshop import StockBag, Workshop


@dataclass(frozen=True, kw_only=True)
class Bench:
    """The product, the syringes and bags, in one hand."""

    product: StockProduct
    workshop: Workshop
    known: dict[Fraction, list[Withdrawal]] = field(default_factory=dict, compare=False)

    def ways_to_draw(self, asked_ml: Fraction) -> list[Withdrawal]:
        """Every way to draw a volume, the best first; reckoned once."""
        if asked_ml not in self.known:
            self.known[asked_ml] = withdrawals(asked_ml, self.workshop.syringes, self.workshop.sought)
        return self.known[asked_ml]

    def makings(self, need: BagNeed, moved_ml: Fraction, stronger: BagNeed | None) -> Iterator[Making]:
        """Every way to make a solution of which `moved_ml` are handed on, one for each final volume that allows it."""
        for final_ml in self.final_volumes(need, moved_ml):
            source, addition = self._addition(need, final_ml, stronger)
            bag = self.workshop.bag_for(final_ml)
            removal = addition and self._removal(bag, final_ml, addition, need.infused_ml + moved_ml)
            if addition and removal:
                yield Making(
                    need=need,
                    bag=bag,
                    final_ml=final_ml,
                    moved_ml=moved_ml,
                    source=source,
                    removal=removal,
                    addition=addition,
                )

    def final_volumes(self, need: BagNeed, moved_ml: Fraction) -> list[Fraction]:
        """Contents of the bags and the scheduled volume, with what is handed on where it would not do alone.

        None too small or too large; none at all for a solution stronger than the product.
        """
        if need.concentration > self.product.strength:
            return []
        needed_ml, scheduled_ml = need.infused_ml + moved_ml, need.scheduled_ml
        most = [self.workshop.largest_content_ml]
        if not self.workshop.discard_allowed:
            most.append(scheduled_ml + moved_ml)
        if self.product.diluent_greatest_ml is not None:
            most.append(max(self.product.diluent_greatest_ml, scheduled_ml))
        own_ml = scheduled_ml if needed_ml <= scheduled_ml else scheduled_ml + moved_ml
        others = () if self.workshop.volumes_kept else (bag.content_ml for bag in self.workshop.bags)
        volumes = {own_ml, *others}
        return sorted(volume for volume in volumes if needed_ml <= volume <= min(most))

    def _addition(
        self, need: BagNeed, final_ml: Fraction, stronger: BagNeed | None
    ) -> tuple[int | None, Withdrawal | None]:
        """From the stock where that is measurable, else from the next stronger solution where that is."""
        amount = need.concentration * final_ml
        direct = self.ways_to_draw(amount / self.product.strength)
        if direct or stronger is None:
            return None, next(iter(direct), None)
        return stronger.number, next(iter(self.ways_to_draw(amount / stronger.concentration)), None)

    def _removal(
        self, bag: StockBag, final_ml: Fraction, addition: Withdrawal, needed_ml: Fraction
    ) -> Withdrawal | None:
        """Diluent for the room of the addition and down to the final volume; what is needed must remain."""
        asked_ml = bag.content_ml - final_ml + addition.asked_ml
        most_ml = min(bag.content_ml, bag.content_ml + addition.drawn_ml - needed_ml)
        return next((way for way in self.ways_to_draw(asked_ml) if way.drawn_ml <= most_ml), None)
