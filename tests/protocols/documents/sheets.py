"""Sheets to print in tests: the published case, and the same with parts changed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

from desens.numbers.files import load_file
from desens.numbers.quantity import Quantity
from patients.selectors import AllergyChip, Identity, MeasuredValue
from protocols.documents.nursing_sheet import NursingSheet
from protocols.engine import (
    Choices,
    Line,
    ProtocolTemplate,
    Schedule,
    Solution,
    Specification,
    Step,
    apply_template,
    compute,
    read_template,
)
from protocols.rules.epinephrine import intramuscular

CASE = "atezolizumab-bevacizumab-16-step"
MEASURED = date(2026, 11, 2)

IDENTITY = Identity(
    code="k7m2q9xw4t",
    shown_name="GARCÍA MORENO, Antonio",
    family_name="GARCÍA MORENO",
    given_name="Antonio",
    birth_date=date(1962, 4, 3),
    age_years=64,
    sex="M",
    sex_text="male",
    hospital_number="123456",
    address="/patients/k7m2q9xw4t/",
    weight=MeasuredValue(quantity=Quantity.of(71, "kg"), measured_on=MEASURED),
    height=MeasuredValue(quantity=Quantity.of(178, "cm"), measured_on=MEASURED),
    allergies=(),
    none_known_on=MEASURED,
)


def template() -> ProtocolTemplate:
    file = Path("protocols/library") / f"{CASE}.yaml"
    return read_template(load_file(file), slug=CASE)


def published(drug: str = "atezolizumab") -> Schedule:
    """The published 16 steps in 4 bags, for one of its two drugs."""
    entry = template()
    target = next(one for one in entry.drugs if one.name == drug)
    choices = Choices(
        drug=drug,
        target_dose=target.target_dose,
        unit=target.unit,
        final_rate_ml_h=entry.final_rate_ml_h,
        bag_volume_ml=entry.bag_volume_ml,
    )
    return compute(apply_template(entry, choices))


def steps_in_bags(bags: int, *, drug: str = "oxaliplatin", line: Line | None = None) -> Schedule:
    """4 steps a bag, each bag ten times the one before, the last given whole."""
    solutions = [
        Solution(number=n, volume_ml=Fraction(250), dilution=Fraction(10 ** (bags - n))) for n in range(1, bags)
    ]
    rates = dict.fromkeys(range(1, bags), (2, 5, 10, 20)) | {bags: (10, 20, 40)}
    steps = [
        Step(solution=n, rate_ml_h=Fraction(r), minutes=Fraction(15)) for n, of_bag in rates.items() for r in of_bag
    ]
    return compute(
        Specification(
            drug=drug,
            route="intravenous",
            target_dose=Fraction(1_000),
            unit="mg",
            solutions=(*solutions, Solution(number=bags, volume_ml=Fraction(250), amount="remainder")),
            steps=(*steps, Step(solution=bags, rate_ml_h=Fraction(80), volume_ml="rest")),
            line=line,
        )
    )


def sheet(**changes: object) -> NursingSheet:
    """The published case as a valid sheet, with `changes` to it."""
    return replace(CASE_SHEET, **changes)


def allergy(substance: str, status: str = "confirmed") -> AllergyChip:
    return AllergyChip(substance=substance, status=status, status_text=status, reaction="", noted_on=date(2026, 10, 1))


CASE_SHEET = NursingSheet(
    identity=IDENTITY,
    state="valid",
    version_number=3,
    short_hash="7f3a·91c2",
    address="https://desens.hospital.example/protocols/k7m2q9xw4t/3/",
    schedule=published(),
    intended_on=date(2026, 11, 24),
    place="day hospital",
    premedication=template().premedication,
    filter_text="0.2 micrometre in-line filter",
    line=None,
    fluids=template().fluids,
    monitoring="HR, BP, SpO2 before every step",
    rescue=intramuscular(Fraction(71), 64),
    stop_rules=("Any Brown grade 2 or 3 sign: stop, clamp, call.", "Skin only: pause, treat; the allergist decides."),
    telephone="5 1234",
    prescribed_by="Elena Ruiz",
    prescribed_at=datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
    template_title=template().title,
    citation=template().citation,
)


def longest(**changes: object) -> NursingSheet:
    """Every text as long as a field takes, 20 steps in 5 bags, a line with its lines."""
    people = replace(
        IDENTITY,
        shown_name=f"{long_text('Surname').upper()}, {long_text('Given')}",
        hospital_number="N" * 40,
        allergies=tuple(allergy(long_text(f"Allergen{n}")) for n in range(6)),
        none_known_on=None,
    )
    texts = {
        "place",
        "filter_text",
        "fluids",
        "monitoring",
        "prescribed_by",
        "verified_by",
        "template_title",
        "citation",
    }
    drug = long_text("Drug")
    longer = {name: long_text(name.title().replace("_", "")) for name in texts} | {
        "identity": people,
        "schedule": steps_in_bags(5, drug=drug),
        "line": Line(dead_volume_ml=Fraction(20), primed_with="diluent"),
        "stop_rules": tuple(long_text(f"Rule{n}") for n in range(4)),
        "premedication": tuple(
            replace(CASE_SHEET.premedication[0], drug=long_text(f"Premedication{n}")) for n in range(4)
        ),
    }
    return sheet(**(longer | changes))


def long_text(word: str, length: int = 200) -> str:
    """A text of exactly so many characters, its words numbered so that a lost one is missed."""
    text = " ".join(f"{word}{n}" for n in range(length))
    return text[:length].rstrip().ljust(length, "x")
