"""The figures of the editor that have to be confirmed: which, in which words, and what was ticked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.numbers.write import exact_text, read_exact
from drugs.all_names import keys_of_drug
from drugs.models import Drug
from drugs.selectors import ProductFacts
from patients.models import Patient
from protocols.engine import ProtocolTemplate
from protocols.rules.unit_slip import Doubt, dose_doubt, rate_doubt
from protocols.usual_doses import recorded_doses, sentence_of, usual_doses

UNITS = {"target_dose": "mg", "ordered_dose": "mg", "final_rate_ml_h": "mL/h"}
LABELS = {
    "target_dose": gettext_lazy("target dose"),
    "ordered_dose": gettext_lazy("ordered dose"),
    "final_rate_ml_h": gettext_lazy("final rate"),
}
BETWEEN = "; "


class Ticks(forms.HiddenInput):
    """Boxes of one name, drawn by templates/protocols/doubts.html; read as what is ticked, joined."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        ticked = data.getlist(name) if hasattr(data, "getlist") else [data.get(name) or ""]
        return BETWEEN.join(part for part in ticked if part)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One figure in doubt: of which field, what confirms it, in which words, and whether that was ticked."""

    name: str
    key: str
    text: str
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class Doubts:
    """What is asked about a form; `compared` is False where no usual dose of the drug is known."""

    questions: tuple[Question, ...] = ()
    compared: bool = True

    @property
    def open(self) -> tuple[Question, ...]:
        """Those not confirmed."""
        return tuple(question for question in self.questions if not question.ticked)

    @property
    def asked(self) -> str:
        """What the page asks, as it says when it is sent: so that a box is not swapped away while it is ticked."""
        return BETWEEN.join([*(question.key for question in self.questions), "" if self.compared else "?"])

    @property
    def confirmed(self) -> str:
        """What was asked and confirmed, as it is kept with the version."""
        return BETWEEN.join(question.key for question in self.questions if question.ticked)


def doubts_of(
    data: Mapping[str, Any],
    *,
    drug: Drug | None,
    products: list[ProductFacts],
    entries: Mapping[str, ProtocolTemplate],
    patient: Patient | None,
) -> Doubts:
    """The questions about what was typed so far. Four queries where a drug is chosen, one where no patient is known."""
    if drug is None:
        return Doubts()
    names = keys_of_drug(drug)
    usual = usual_doses(names, products=products, entries=entries.values())
    usual += recorded_doses(patient, names) if patient else []
    found = {name: dose_doubt(typed, usual) for name, typed in _typed(data, "target_dose", "ordered_dose")}
    chosen = entries.get(str(data.get("template") or ""))
    for name, typed in _typed(data, "final_rate_ml_h") if chosen else ():
        found[name] = rate_doubt(typed, Quantity.of(chosen.final_rate_ml_h, "mL/h")) if chosen else None
    ticked = str(data.get("confirmed") or "").split(BETWEEN)
    questions = tuple(_question(name, doubt, data, ticked) for name, doubt in found.items() if doubt)
    return Doubts(questions=questions, compared=bool(usual))


def confirmed_shown(stored: str) -> list[str]:
    """What was confirmed, in words, from what a version keeps."""
    pairs = (key.partition("=") for key in stored.split(BETWEEN) if key)
    return [
        _("%(what)s %(figure)s") % {"what": LABELS[name], "figure": Quantity(value=read_exact(text), unit=UNITS[name])}
        for name, _sign, text in pairs
    ]


def _typed(data: Mapping[str, Any], *names: str) -> Iterator[tuple[str, Quantity]]:
    """Those that were typed and are above 0."""
    return ((name, Quantity.of(data[name], UNITS[name])) for name in names if data.get(name))


def _question(name: str, doubt: Doubt, data: Mapping[str, Any], ticked: list[str]) -> Question:
    key = f"{name}={exact_text(data[name])}"
    return Question(name=name, key=key, text=sentence_of(doubt), ticked=key in ticked)
