"""Reading a specification as contracts.md 0 and 1 have it, from text values (desens.numbers.files.load_file)."""

from desens.numbers.fields import ContentError, Fields
from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.entries import check_together, read_solutions, read_steps
from protocols.engine.equipment import read_line, read_pump
from protocols.engine.specification import DECLARATIONS, Specification


def read_specification(data: object) -> Specification:
    """The specification in `data`; ContentError names the key and what was expected."""
    _refuse_other_routes(data)
    fields = Fields(
        data,
        required=("drug", "route", "target_dose", "unit", "solutions", "steps"),
        optional=("declared", "diluent", "line", "pump"),
    )
    specification = Specification(
        drug=fields.text("drug"),
        route="intravenous",
        target_dose=fields.figure("target_dose"),
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
        declared=fields.words("declared", DECLARATIONS),
        solutions=read_solutions(fields),
        steps=read_steps(fields),
        line=read_line(fields.value("line")) if "line" in fields else None,
        pump=read_pump(fields.value("pump")) if "pump" in fields else None,
    )
    check_together(specification.solutions, specification.steps)
    return specification


def _refuse_other_routes(data: object) -> None:
    if isinstance(data, dict) and data.get("route") in ("oral", "subcutaneous"):
        raise ContentError(key="route", expected="intravenous here; oral and subcutaneous plans have phases or doses")
    if isinstance(data, dict) and "route" in data:
        Fields({"route": data["route"]}, required=("route",)).choice("route", ("intravenous", "oral", "subcutaneous"))
