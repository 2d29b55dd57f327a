"""Reading the line and the pump of a specification."""

from desens.numbers.fields import Fields
from protocols.engine.specification import PRIMES, Line, Pump


def read_line(data: object) -> Line:
    """The key `line`."""
    fields = Fields(
        data, where="line", required=("dead_volume_ml", "primed_with"), optional=("per_solution", "end_flush")
    )
    return Line(
        dead_volume_ml=fields.figure("dead_volume_ml", zero=True),
        primed_with=fields.choice("primed_with", PRIMES),
        per_solution=fields.flag("per_solution", default=True),
        end_flush=fields.flag("end_flush", default=False),
    )


def read_pump(data: object) -> Pump:
    """The key `pump`."""
    rates = ("rate_resolution_ml_h", "min_rate_ml_h", "max_rate_ml_h")
    fields = Fields(data, where="pump", required=rates, optional=("min_volume_ml",))
    pump = Pump(
        rate_resolution_ml_h=fields.figure("rate_resolution_ml_h"),
        min_rate_ml_h=fields.figure("min_rate_ml_h", zero=True),
        max_rate_ml_h=fields.figure("max_rate_ml_h"),
        min_volume_ml=fields.figure_if_given("min_volume_ml"),
    )
    if pump.max_rate_ml_h < pump.min_rate_ml_h:
        raise fields.error("max_rate_ml_h", "a rate not below min_rate_ml_h")
    return pump
