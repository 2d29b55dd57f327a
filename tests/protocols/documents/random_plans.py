"""Preparation plans at random: figures of every magnitude in each place, whether or not they make sense together."""

from hypothesis import strategies as st

from protocols.documents.fitting import HELD, HELD_VOLUME
from protocols.engine.preparation import (
    Action,
    Draw,
    Measured,
    Plan,
    PreparedBag,
    StockBag,
    StockProduct,
    Syringe,
    Withdrawal,
)
from tests.protocols.documents.randomly import UNITS, fitting

VOLUMES = fitting(HELD_VOLUME, "mL")
SYRINGES = st.lists(VOLUMES, min_size=3, max_size=3).map(
    lambda of: Syringe(**dict(zip(("graduation_ml", "least_ml", "volume_ml"), sorted(of), strict=True)))
)
DRAWN = st.builds(
    Withdrawal,
    asked_ml=VOLUMES,
    draws=st.lists(st.builds(Draw, syringe=SYRINGES, volume_ml=VOLUMES), min_size=1, max_size=2).map(tuple),
)
BAGS = st.builds(StockBag, volume_ml=VOLUMES, overfill_ml=st.none() | VOLUMES)


@st.composite
def plans(draw) -> Plan:
    """Up to four bags, each made of the vials or of the bag before."""
    unit, most = draw(UNITS), draw(st.integers(1, 4))
    held, strong = fitting(HELD, unit), fitting(HELD, f"{unit}/mL")
    made = {
        "scheduled_concentration": strong,
        "volume_ml": _measured(VOLUMES),
        "amount": _measured(held),
        "concentration": _measured(strong),
        "infused_ml": VOLUMES,
        "moved_ml": VOLUMES,
        "left_ml": VOLUMES,
        "left_amount": held,
    }
    vials = draw(st.lists(fitting(HELD, unit), max_size=2))
    return Plan(
        unit=unit,
        product=StockProduct(name="concentrate", strength=draw(strong), diluents=("saline", "glucose 5 %")),
        actions=tuple(action for number in range(most, 0, -1) for action in _actions(draw, number, most)),
        bags=tuple(draw(st.builds(PreparedBag, number=st.just(number), **made)) for number in range(most, 0, -1)),
        stock_ml=draw(VOLUMES),
        stock_amount=draw(held),
        vials=tuple(vials),
        left_in_vials=draw(held) if vials else None,
        left_in_bags=draw(held),
        findings=(),
    )


def _measured(some):
    return st.builds(Measured, least=some, stated=some, greatest=some)


def _actions(draw, number: int, most: int):
    bag = draw(BAGS)
    yield Action(kind="take", solution=number, bag=bag)
    yield Action(kind="overfill", solution=number, bag=bag)
    yield Action(kind="remove", solution=number, withdrawal=draw(DRAWN))
    source = {"vials": (1, 2)} if number == most else {"source": number + 1}
    yield Action(kind="add", solution=number, withdrawal=draw(DRAWN), **source)
    yield Action(kind="label", solution=number)
