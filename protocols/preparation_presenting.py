"""A preparation plan as a page shows it: quantities and sentences. The schedule is the stored one."""

from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from drugs.selectors import ProductFacts, product_facts
from protocols.engine.finding import Finding
from protocols.engine.preparation import (
    Action,
    NoPlan,
    Plan,
    PreparedBag,
    action_sentence,
    draw_phrases,
    plan_preparation,
)
from protocols.engine.preparation.messages import MESSAGES, PHRASES
from protocols.findings_shown import FindingLine
from protocols.preparation_lines import Between, PlanView, PreparedLine
from protocols.preparation_material import Missing, material_of
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """A plan with its cautions, or why there is none: what is missing, or the findings.

    The plan keeps the volumes of the version, so that sheet, label and bag say the same; `leaner` is the one that
    wastes least among the unit's bags, None where it draws no less drug.
    """

    plan: PlanView | None = None
    leaner: PlanView | None = None
    findings: tuple[FindingLine, ...] = ()
    missing: tuple[str, ...] = ()


def preparation_of(document: VersionDocument, drug: Drug, unit: UnitSettings) -> Preparation:
    """How the stored schedule is prepared from its product as the drug's data and the unit's settings now stand."""
    return prepared_from(chosen_product(document, drug), document, unit)


def prepared_from(facts: ProductFacts | None, document: VersionDocument, unit: UnitSettings) -> Preparation:
    """The same from what is known of the product; None: nobody recorded it."""
    schedule = document.infusion.schedule
    material = material_of(facts, unit, schedule.unit)
    if isinstance(material, Missing):
        return Preparation(missing=material.what)
    kept = replace(material.workshop, volumes_kept=True)
    planned = plan_preparation(schedule, material.product, kept)
    least = plan_preparation(schedule, material.product, material.workshop)
    return Preparation(
        plan=plan_view(planned) if isinstance(planned, Plan) else None,
        leaner=_leaner(planned, least),
        findings=tuple(map(_finding, planned.findings)),
    )


def _leaner(planned: Plan | NoPlan, least: Plan | NoPlan) -> PlanView | None:
    if isinstance(least, NoPlan) or (isinstance(planned, Plan) and planned.stock_ml <= least.stock_ml):
        return None
    return plan_view(least)


def plan_view(plan: Plan) -> PlanView:
    """A plan with its units attached."""
    unit = plan.unit
    work = {
        number: tuple(_sentence(plan, action) for action in done) for number, done in groupby(plan.actions, _solution)
    }
    return PlanView(
        product=figures_kept(plan.product.name),
        strength=Quantity.of(plan.product.strength, f"{unit}/mL"),
        solutions=tuple(_line(bag, work[bag.number], unit) for bag in plan.bags),
        drawn=Quantity.of(plan.stock_ml, "mL"),
        drawn_amount=Quantity.of(plan.stock_amount, unit),
        infused=Between.of(plan.infused_amount, unit),
        diluents=" / ".join(plan.product.diluents),
        bags=_bags_taken(plan),
        vials=tuple(f"{len(list(same))} x {Quantity.of(amount, unit)}" for amount, same in groupby(plan.vials)),
        left_in_vials=None if plan.left_in_vials is None else Quantity.of(plan.left_in_vials, unit),
        left_in_bags=Quantity.of(plan.left_in_bags, unit),
    )


def _bags_taken(plan: Plan) -> tuple[str, ...]:
    """The bags of diluent that are taken, each size with how many."""
    sizes = sorted(action.bag.volume_ml for action in plan.actions if action.kind == "take" and action.bag)
    return tuple(f"{len(list(same))} x {Quantity.of(size, 'mL')}" for size, same in groupby(sizes))


def chosen_product(document: VersionDocument, drug: Drug) -> ProductFacts | None:
    """The product that the version names, as long as it is in use. Three queries."""
    named = document.source["product"]
    return next((facts for facts in product_facts(drug) if facts.name == named), None)


def _solution(action: Action) -> int:
    return action.solution


def _line(bag: PreparedBag, work: tuple[str, ...], unit: str) -> PreparedLine:
    return PreparedLine(
        number=bag.number,
        work=work,
        volume=Between.of(bag.volume_ml, "mL"),
        concentration=Between.of(bag.concentration, f"{unit}/mL"),
        amount=Between.of(bag.amount, unit),
        moved=Quantity.of(bag.moved_ml, "mL"),
        left=Quantity.of(bag.left_ml, "mL"),
    )


def _sentence(plan: Plan, action: Action) -> str:
    code, values = action_sentence(plan, action)
    draws = "; ".join(_(PHRASES[phrase]) % filled for phrase, filled in draw_phrases(action))
    return figures_kept(_(MESSAGES[code]) % (values | {"draws": draws}))


def _finding(finding: Finding) -> FindingLine:
    text = figures_kept(_(MESSAGES[finding.code]) % dict(finding.values))
    return FindingLine(level=finding.level, code=finding.code, where=finding.where or "", text=text)
