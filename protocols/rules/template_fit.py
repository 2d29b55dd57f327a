"""Whether a published protocol fits what it is used for: its drug, and a dose near the published one.

Implementation choice, no published rule: a dose from half to twice the published one raises nothing (weights and
body surfaces differ by less than that); further away a slip, a tenfold one above all, is likelier than the wish. A
published dose for each kg or square metre is not compared: the patient's is not known here.
"""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert
from desens.numbers.write import number_text
from protocols.engine import Blocker, Caution, Choices, Finding, NeedsSignOff, ProtocolTemplate

MOST_TIMES = Fraction(2)
#: From here on the dose needs a signature with its reason.
SIGN_TIMES = Fraction(5)


MESSAGES = {
    "template-other-drug": gettext_noop("The template was published for %(drugs)s, not for %(drug)s."),
    "dose-far-from-template": gettext_noop(
        "The target dose of %(target)s is %(times)s times the published dose of %(published)s."
    ),
    "template-other-unit": gettext_noop(
        "The template is published in %(published)s, and %(unit)s cannot be converted to them."
    ),
    "template-bags-fixed": gettext_noop(
        "The bags of this protocol keep their published volumes; the chosen volume of %(volume)s is not used."
    ),
}


def template_findings(template: ProtocolTemplate, choices: Choices) -> tuple[Finding, ...]:
    """What the prescriber should see about using this template for this drug and dose."""
    return (*_other_drug(template, choices), *_far_dose(template, choices), *_fixed_bags(template, choices))


def _other_drug(template: ProtocolTemplate, choices: Choices) -> Iterator[Finding]:
    names = [drug.name for drug in template.drugs]
    if names and choices.drug not in names and not template.any_drug:
        yield Caution(code="template-other-drug", values=(("drugs", ", ".join(names)), ("drug", choices.drug)))


def _far_dose(template: ProtocolTemplate, choices: Choices) -> Iterator[Finding]:
    for drug in template.drugs:
        if drug.name != choices.drug or drug.per:
            continue
        if AMOUNT_UNITS[drug.unit][0] != AMOUNT_UNITS[choices.unit][0]:
            units = (("published", _unit_text(drug.unit)), ("unit", _unit_text(choices.unit)))
            yield Blocker(code="template-other-unit", values=units)
            continue
        published = convert(Quantity(value=drug.target_dose, unit=drug.unit), choices.unit)
        times = choices.target_dose / published.value
        if 1 / MOST_TIMES <= times <= MOST_TIMES:
            continue
        target = Quantity(value=choices.target_dose, unit=choices.unit)
        values = (("target", str(target)), ("times", number_text(times)), ("published", str(published)))
        level = Caution if 1 / SIGN_TIMES <= times <= SIGN_TIMES else NeedsSignOff
        yield level(code="dose-far-from-template", values=values)


def _fixed_bags(template: ProtocolTemplate, choices: Choices) -> Iterator[Finding]:
    if template.fixed_bags and choices.bag_volume_ml != template.bag_volume_ml:
        yield Caution(code="template-bags-fixed", values=(("volume", str(Quantity.of(choices.bag_volume_ml, "mL"))),))


def _unit_text(unit: str) -> str:
    return Quantity.of(0, unit).unit_text
