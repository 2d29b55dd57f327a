"""How large the figures of a plan are set on the preparation sheet; CannotPrint where one fits no size."""

from protocols.documents.fitting import HELD, HELD_VOLUME, OPENED, fitted
from protocols.documents.sheet_setup import BagLine
from protocols.preparation_lines import PlanView


def plan_sizes(plan: PlanView | None, bags: list[BagLine]) -> dict[str, str]:
    """The class of the table of products, and of the table of bags."""
    if plan is None:
        held = (str(figure) for bag in bags for figure in (bag.amount, bag.concentration))
        return {"held": fitted(held, HELD) or fitted((str(bag.volume) for bag in bags), HELD_VOLUME)}
    made = plan.solutions
    held = (str(figure.stated) for bag in made for figure in (bag.amount, bag.concentration))
    volumes = (str(figure) for bag in made for figure in (bag.volume.stated, bag.left))
    return {
        "products": fitted([str(plan.strength)], HELD) or fitted((*plan.vials, *plan.bags), OPENED),
        "held": fitted(held, HELD) or fitted(volumes, HELD_VOLUME),
    }
