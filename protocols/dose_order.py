"""What was ordered and how the target dose came from it: kept with a version, computed again with later figures."""

from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine import canonical
from protocols.engine.dosing import (
    Auc,
    Basis,
    DatedFigure,
    Flat,
    PatientFigures,
    PerKg,
    PerM2,
    TargetDose,
    UsedFigure,
    target_dose,
)
from protocols.engine.dosing.figures import Sex

KINDS: dict[str, type[Basis]] = {"flat": Flat, "per_kg": PerKg, "per_m2": PerM2, "auc": Auc}
_FIGURES = frozenset({"amount", "auc", "most_m2", "least_mg_dl", "most_ml_min"})


@dataclass(frozen=True, kw_only=True)
class DoseOrder:
    """An order with its options and the figures, each with its day, that gave `unrounded` and from it `dose`.

    Both doses are in `unit`; `dose` is rounded half up to steps of `step`. `on` is the day of the computation.
    """

    basis: Basis
    dose: Fraction
    unrounded: Fraction
    unit: str
    step: Fraction
    inputs: tuple[UsedFigure, ...]
    sex: Sex | None
    on: date

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return next(kind for kind, made in KINDS.items() if isinstance(self.basis, made))

    @property
    def figures(self) -> PatientFigures:
        """What the dose was computed from."""
        return PatientFigures(sex=self.sex, **{used.name: used.figure for used in self.inputs})


def order_of(result: TargetDose, basis: Basis, *, sex: Sex | None, on: date) -> DoseOrder:
    """The order that gave a dose on a day."""
    return DoseOrder(
        basis=basis,
        dose=result.dose,
        unrounded=result.unrounded,
        unit=result.unit,
        step=result.step,
        inputs=result.inputs,
        sex=sex,
        on=on,
    )


def dose_today(order: DoseOrder, figures: PatientFigures) -> Fraction | None:
    """The same order with other figures of the patient, in its unit, not rounded: to be held against `unrounded`.

    A measured GFR that `figures` lack is the order's own. None where it cannot be computed.
    """
    gfr = figures.gfr or order.figures.gfr
    known = {name: figures.dated(name) for name in ("weight", "height", "creatinine", "age")}
    result = _computed(order, PatientFigures(sex=figures.sex, gfr=gfr, **known))
    return result.unrounded if result else None


def is_computed(order: DoseOrder) -> bool:
    """Whether the doses of the order are those that its own figures give."""
    result = _computed(order, order.figures)
    return result is not None and (result.dose, result.unrounded) == (order.dose, order.unrounded)


def order_to_stored(order: DoseOrder) -> dict[str, Any]:
    """The order as JSON values, exactly."""
    return {
        "kind": order.kind,
        "basis": {field.name: _plain(getattr(order.basis, field.name)) for field in fields(order.basis)},
        "dose": exact_text(order.dose),
        "unrounded": exact_text(order.unrounded),
        "unit": order.unit,
        "step": exact_text(order.step),
        "inputs": [{"name": used.name} | _dated(used.figure) for used in order.inputs],
        "sex": order.sex,
        "on": order.on.isoformat(),
    }


def order_text(order: DoseOrder | None) -> str:
    """The order as it travels in a form; "" for none."""
    return canonical(order_to_stored(order)) if order else ""


def order_from_stored(stored: dict[str, Any]) -> DoseOrder:
    """The inverse of `order_to_stored`; ValueError, KeyError or TypeError for what it never wrote."""
    if stored["sex"] not in (None, "female", "male"):
        raise ValueError("a sex that was never written")
    basis: dict[str, Any] = {
        name: read_exact(item) if name in _FIGURES and item else item for name, item in stored["basis"].items()
    }
    return DoseOrder(
        basis=KINDS[stored["kind"]](**basis),
        dose=read_exact(stored["dose"]),
        unrounded=read_exact(stored["unrounded"]),
        unit=stored["unit"],
        step=read_exact(stored["step"]),
        inputs=tuple(UsedFigure(name=used["name"], figure=_figure(used)) for used in stored["inputs"]),
        sex=stored["sex"],
        on=date.fromisoformat(stored["on"]),
    )


def _computed(order: DoseOrder, figures: PatientFigures) -> TargetDose | None:
    result = target_dose(order.basis, patient=figures, on=order.on, step=order.step)
    return result if isinstance(result, TargetDose) else None


def _plain(value: object) -> object:
    return exact_text(value) if isinstance(value, Fraction) else value


def _dated(figure: DatedFigure) -> dict[str, str]:
    return {"value": exact_text(figure.value), "unit": figure.unit, "on": figure.on.isoformat()}


def _figure(stored: dict[str, str]) -> DatedFigure:
    return DatedFigure(value=read_exact(stored["value"]), unit=stored["unit"], on=date.fromisoformat(stored["on"]))
