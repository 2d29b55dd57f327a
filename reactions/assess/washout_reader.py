"""The washouts of the file, with the days of the reviewed list."""

from collections.abc import Iterable

from patients.background.medicines import rule_of
from reactions.assess.medicine_names import known_medicine
from reactions.assess.sections import section, zero_or_more
from reactions.rules.skin_test_input import Washout


def read_washouts(listed: Iterable[object], *, where: str) -> tuple[Washout, ...]:
    """Each medicine with the least and recommended days of patients/background/medicines.yaml."""
    found = []
    for number, entry in enumerate(listed, start=1):
        name = f"{where} entry {number}"
        fields = section(entry, where=name, required=("medicine",), optional=("days_since",))
        medicine, days_since = fields.text("medicine"), zero_or_more(fields, "days_since")
        known = known_medicine(medicine)
        if known is None:
            found.append(Washout(medicine=medicine, days_since=days_since, known=False))
            continue
        name_of_it, code = known
        rule = rule_of(code.replace("-", "_"), name_of_it)
        least, recommended = rule.days or (None, None)
        found.append(
            Washout(
                medicine=medicine,
                days_since=days_since,
                least_days=least,
                recommended_days=recommended,
                suppresses=rule.effect == "unknown-length",
            )
        )
    return tuple(found)
