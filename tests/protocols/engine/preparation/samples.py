"""A pharmacy for tests: the unit's default syringes and bags, products."""

from fractions import Fraction

from protocols.engine.preparation import StockBag, StockProduct, Syringe, Workshop

DEFAULT_SYRINGES = (("1", "0.01", "0.1"), ("5", "0.2", "1"), ("10", "0.5", "2"), ("20", "1", "4"), ("50", "1", "10"))


def syringe(volume, graduation, least):
    """A syringe from the texts of its figures in mL."""
    return Syringe(volume_ml=Fraction(volume), graduation_ml=Fraction(graduation), least_ml=Fraction(least))


SYRINGES = tuple(syringe(*figures) for figures in DEFAULT_SYRINGES)


def bags(*volumes, overfill=None):
    """Bags of diluent in mL, all with the same overfill."""
    stated = None if overfill is None else Fraction(overfill)
    return tuple(StockBag(volume_ml=Fraction(volume), overfill_ml=stated) for volume in volumes)


def workshop(*, syringes=SYRINGES, stock=(50, 100, 250, 500, 1000), overfill=0, **options):
    """Bags without overfill unless stated otherwise."""
    return Workshop(syringes=tuple(syringes), bags=bags(*stock, overfill=overfill), **options)


def product(strength, *, vials=(), **limits):
    """A product of that strength per mL in saline."""
    return StockProduct(
        name="example 1",
        strength=Fraction(strength),
        diluents=("saline",),
        vial_amounts=tuple(map(Fraction, vials)),
        **{name: Fraction(limit) for name, limit in limits.items()},
    )
