"""The emergency dose on a sheet belongs to the weight and birth date that are printed beside it."""

from patients.selectors import Identity
from protocols.orders import Rescue
from protocols.rules.epinephrine import CannotCompute, within
from protocols.version_document import VersionDocument


def rescue_outdated(document: VersionDocument, who: Identity) -> bool:
    """Whether weight or birth date were recorded or corrected since, so that another dose may hold."""
    rescue = document.orders.rescue
    if who.birth_date and who.birth_date.isoformat() != document.identity["birth_date"]:
        return True
    if who.weight is None or isinstance(rescue, CannotCompute):
        return who.weight is not None or not isinstance(rescue, CannotCompute)
    return within(rescue.maximum_mg, who.weight.quantity.value) != rescue


def printed_rescue(document: VersionDocument, who: Identity) -> Rescue:
    """The stored dose, or a blank with "weigh" where another may hold."""
    return CannotCompute(missing=("weight",)) if rescue_outdated(document, who) else document.orders.rescue
