"""A target dose as its page shows it: quantities and sentences, nothing computed again."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.pages.fields import NumberField
from desens.records.text import FIELD_LIMIT
from protocols.dose_form import DoseForm
from protocols.dose_order import order_of, order_text
from protocols.dose_order_field import UNIT
from protocols.engine.dosing import Auc, CannotCompute, DoseResult, PerM2, TargetDose, UsedFigure
from protocols.engine.dosing.figures import Sex
from protocols.engine.dosing.messages import MESSAGES
from protocols.engine.finding import Finding
from protocols.findings_shown import FindingLine

NAMES = {
    "weight": gettext_lazy("weight"),
    "height": gettext_lazy("height"),
    "creatinine": gettext_lazy("serum creatinine"),
    "age": gettext_lazy("age"),
    "gfr": gettext_lazy("measured GFR"),
}
ORDERED = {"flat": "mg", "per_kg": "mg/kg", "per_m2": "mg/m\u00b2", "auc": "mg\u00b7min/mL"}


@dataclass(frozen=True, kw_only=True)
class InputLine:
    """One figure that went in and its day."""

    name: str
    quantity: Quantity
    on: date


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """A source, what it says, and its mark."""

    citation: str
    says: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class DosePage:
    """The dose and how it came about, or the findings that say why there is none.

    `carried` are the fields of the prescriber's form that it fills.
    """

    findings: tuple[FindingLine, ...]
    dose: Quantity | None = None
    working: tuple[str, ...] = ()
    inputs: tuple[InputLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    carried: tuple[tuple[str, str], ...] = ()


def dose_page(result: DoseResult, form: DoseForm, *, sex: Sex | None) -> DosePage:
    """The result of a valid form; `sex` is that of the figures it was computed from."""
    findings = tuple(_finding(finding) for finding in result.findings)
    if isinstance(result, CannotCompute):
        return DosePage(findings=findings)
    typed = str(NumberField(unit=UNIT).prepare_value(result.dose))
    order = order_of(result, form.basis_ordered(), sex=sex, on=form.today)
    return DosePage(
        findings=findings,
        dose=Quantity.of(result.dose, result.unit),
        working=tuple(_(MESSAGES[line.code]) % dict(line.values) for line in result.working),
        inputs=tuple(_input(used) for used in result.inputs),
        sources=tuple(SourceLine(citation=s.citation, says=_(s.says), mark=s.mark) for s in result.sources),
        carried=(
            ("target_dose", typed),
            ("dose_basis", _summary(result, form)),
            ("dose_order", order_text(order)),
        ),
    )


def _summary(result: TargetDose, form: DoseForm) -> str:
    """In one line what was ordered, with which options, every input with its day, and both doses where rounded.

    Without the options where the line would be too long for its field: the order that goes along has them.
    """
    ordered = str(Quantity.of(form.cleaned_data["amount"], ORDERED[form.cleaned_data["basis"]]))
    inputs = [f"{_quantity(used)} {used.figure.on.isoformat()}" for used in result.inputs]
    doses = _("%(unrounded)s, rounded to %(dose)s") % {
        "unrounded": Quantity.of(result.unrounded, result.unit),
        "dose": Quantity.of(result.dose, result.unit),
    }
    rounded = [doses] if result.dose != result.unrounded else []
    whole = " · ".join([ordered, *_options(form), *inputs, *rounded])
    return whole if len(whole) <= FIELD_LIMIT else " · ".join([ordered, *inputs, *rounded])


def _options(form: DoseForm) -> list[str]:
    basis = form.basis_ordered()
    if isinstance(basis, PerM2):
        return [form.chosen("formula")]
    return _of_the_estimate(basis, form) if isinstance(basis, Auc) and not basis.measured else []


def _of_the_estimate(basis: Auc, form: DoseForm) -> list[str]:
    least, most = basis.least_mg_dl, basis.most_ml_min
    return [
        form.chosen("weight"),
        *([_("creatinine at least %(least)s") % {"least": Quantity.of(least, "mg/dL")}] if least else []),
        _("GFR at most %(most)s") % {"most": Quantity.of(most, "mL/min")} if most else _("GFR not capped"),
    ]


def _input(used: UsedFigure) -> InputLine:
    return InputLine(name=str(NAMES[used.name]), quantity=_quantity(used), on=used.figure.on)


def _quantity(used: UsedFigure) -> Quantity:
    unit = _("years") if used.figure.unit == "years" else used.figure.unit
    return Quantity.of(used.figure.value, unit)


def _finding(finding: Finding) -> FindingLine:
    text = _(MESSAGES[finding.code]) % dict(finding.values)
    return FindingLine(level=finding.level, code=finding.code, where="", text=text)
