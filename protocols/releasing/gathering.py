"""From the rows about a patient and a drug to what the rules of readiness take; what was not recorded stays None."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, cast

from desens.audit.signed_text import digest_of, text_of
from desens.unit.definitions.judging import FEV1_PERCENT, HYPOTENSION
from desens.unit.selectors import UnitSettings, current
from drugs.all_names import keys_of_drug
from patients.background.selectors import medicines, shown_values, standing_risks
from patients.background.shown import Medicines
from patients.background_choices import MedicineClass, Presence, RiskKind, ValueKind
from patients.background_models import DatedValue, InterferingMedicine, RiskFactor
from patients.models import Sex
from patients.person import records_of
from patients.rules.age import age_in_years
from protocols.models import Protocol
from protocols.releasing.other_days import other_days
from protocols.rules.readiness_record import Decided, Grounds, Intake, Limits, Measured, Record, Taken
from reactions.assessed import decision_on, decisions_in_force
from reactions.assessing.facts import Fact, fact
from reactions.models import Assessment, Reaction
from reactions.models import Grounds as GroundsRow


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The record as the rules take it, the entries it rests on, and the reaction by which the drug is assessed."""

    record: Record
    limits: Limits
    facts: tuple[Fact, ...]
    reaction: Reaction | None

    @property
    def digest(self) -> str:
        """The digest of everything that the rules take."""
        return digest_of(text_of({"record": self.record, "limits": self.limits}))


def gather(protocol: Protocol, *, on: date) -> Gathered:
    """All about the protocol's patient and drug, by the unit's settings of now. Eleven queries."""
    patient, unit = protocol.patient, current()
    ids = records_of(patient).ids
    keys = keys_of_drug(protocol.drug)
    decision = decision_on(decisions_in_force(ids), keys)
    about = {"patient__in": ids, "culprit_key__in": keys}
    grounds = GroundsRow.objects.filter(**about).select_related("recorded_by").order_by("-id").first()
    risks, taken = standing_risks(ids), medicines(ids, on=on, unit=unit)
    values = (shown.row for shown in shown_values(ids) if not hasattr(shown.row, "error"))
    fev1 = next((row for row in values if row.kind == ValueKind.FEV1_PERCENT), None)
    asked = patient.sex != Sex.MALE
    record = Record(
        age_years=age_in_years(born=patient.birth_date, on=on),
        grounds=_grounds(grounds),
        decision=_decided(decision),
        asthma=_present(risks.get(RiskKind.ASTHMA)),
        fev1_percent=Measured(value=Fraction(fev1.value), on=fev1.measured_on) if fev1 else None,
        cardiac=_present(risks.get(RiskKind.CARDIAC)),
        beta_blockers=tuple(map(_taken, _of_class(taken, MedicineClass.BETA_BLOCKER))),
        ace_inhibitors=tuple(map(_taken, _of_class(taken, MedicineClass.ACE_INHIBITOR))),
        medicines_recorded=bool(taken.kept.standing),
        none_taken_on=taken.none_taken_on,
        pregnant=_present(risks.get(RiskKind.PREGNANCY)) if asked else None,
        pregnancy_asked=asked,
        other_days=other_days(protocol, ids, on=on),
    )
    return Gathered(
        record=record,
        limits=_limits(unit),
        facts=(*_told(grounds, decision), *_entries(risks, taken, fev1)),
        reaction=Reaction.objects.filter(error__isnull=True, **about).order_by("-id").first(),
    )


def _grounds(row: GroundsRow | None) -> Grounds | None:
    names = Grounds.__dataclass_fields__
    return Grounds(**{name: getattr(row, name) for name in names}) if row else None


def _decided(row: Assessment | None) -> Decided | None:
    return Decided(number=row.number, way=row.way, place=row.place) if row else None


def _present(row: RiskFactor | None) -> bool | None:
    return None if row is None else row.presence == Presence.PRESENT


def _of_class(taken: Medicines, kind: MedicineClass) -> list[InterferingMedicine]:
    return [shown.row for shown in taken.kept.standing if shown.row.medicine_class == kind]


def _taken(row: InterferingMedicine) -> Taken:
    return Taken(name=row.name, intake=cast(Intake, row.intake), last_on=row.last_intake_on, decision=row.decision)


def _limits(unit: UnitSettings) -> Limits:
    return Limits(fev1_percent=Fraction(int(unit[FEV1_PERCENT])), at_most_90=unit[HYPOTENSION] == "at-most")


def _told(grounds: GroundsRow | None, decision: Assessment | None) -> Iterable[Fact]:
    from_grounds = (fact(grounds, str(grounds.culprit)),) if grounds else ()
    return (*from_grounds, *((fact(decision, decision.told),) if decision else ()))


def _entries(risks: dict[str, RiskFactor], taken: Medicines, fev1: DatedValue | None) -> Iterable[Fact]:
    acting = (*_of_class(taken, MedicineClass.BETA_BLOCKER), *_of_class(taken, MedicineClass.ACE_INHIBITOR))
    answers = (risks[kind] for kind in (RiskKind.ASTHMA, RiskKind.CARDIAC, RiskKind.PREGNANCY) if kind in risks)
    rows: tuple[Any, ...] = (*answers, *acting, *((fev1,) if fev1 else ()))
    return (fact(row, row.told) for row in rows)
