"""The preparation sheet of a stored version: the plan as the preparation page shows it."""

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.unit.selectors import current
from protocols.documents.preparation_sheet import PreparationSheet, StableFor
from protocols.documents.sheet_head import size_text
from protocols.papers.subject import Subject, head_of
from protocols.preparation_presenting import chosen_product, preparation_of


def preparation_sheet_of(subject: Subject) -> PreparationSheet:
    """Everything the sheet says of an infusion's bags."""
    document, drug = subject.shown.document, subject.protocol.drug
    schedule = document.infusion.schedule
    prepared = preparation_of(document, drug, current())
    return PreparationSheet(
        head=head_of(subject, target=Quantity.of(schedule.target_dose, schedule.unit), size=size_text(schedule)),
        schedule=schedule,
        plan=prepared.plan,
        findings=prepared.findings,
        missing=prepared.missing,
        stability=stability_of(subject),
        **subject.signed,
    )


def stability_of(subject: Subject) -> tuple[StableFor, ...]:
    """How long the chosen product is stated to be stable, under each condition; nothing where nobody said."""
    product = chosen_product(subject.shown.document, subject.protocol.drug)
    facts = product.of("stability") if product else ()
    return tuple(
        StableFor(
            hours=Quantity.of(fact.figures[0], fact.unit),
            condition=figures_kept(fact.condition),
            source=figures_kept(fact.source),
        )
        for fact in facts
        if fact.figures
    )
