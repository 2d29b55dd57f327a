"""A specification of any kind: infused in steps, oral over days, or single doses at intervals (contracts.md 1)."""

from desens.numbers.fields import ContentError, Fields
from protocols.engine.computing import compute
from protocols.engine.days import DaysSchedule, DaysSpecification, compute_days, read_days
from protocols.engine.intervals import IntervalSchedule, IntervalSpecification, compute_intervals, read_intervals
from protocols.engine.reader import read_specification
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Specification

AnySpecification = Specification | DaysSpecification | IntervalSpecification
AnySchedule = Schedule | DaysSchedule | IntervalSchedule

_ROUTES = ("intravenous", "oral", "subcutaneous")


def read_any(data: object) -> AnySpecification:
    """The specification in `data`, of the kind that its route and its key phases or doses tell.

    ContentError names the key and what was expected.
    """
    if not isinstance(data, dict):
        return read_specification(data)
    if "route" not in data:
        raise ContentError(key="route", expected="a value, but the key is missing")
    route = Fields({"route": data["route"]}, required=("route",)).choice("route", _ROUTES)
    if route == "intravenous":
        return read_specification(data)
    if "phases" in data and "doses" in data:
        raise ContentError(key="doses", expected="either phases or doses, not both")
    if "phases" in data:
        return read_days(data)
    if "doses" in data:
        return read_intervals(data)
    wanted = "phases or doses" if route == "oral" else "doses"
    raise ContentError(key=wanted, expected=f"a value for the route {route}, but the key is missing")


def compute_any(specification: AnySpecification) -> AnySchedule:
    """The schedule with its findings; NothingToCompute where none exists."""
    if isinstance(specification, DaysSpecification):
        return compute_days(specification)
    if isinstance(specification, IntervalSpecification):
        return compute_intervals(specification)
    return compute(specification)
