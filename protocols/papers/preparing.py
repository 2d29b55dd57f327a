"""The preparation sheet of a stored version: the plan as the preparation page shows it."""

from desens.numbers.quantity import Quantity
from desens.unit.selectors import current
from protocols.documents.preparation_sheet import PreparationSheet
from protocols.documents.sheet_head import size_text
from protocols.making.on_paper import made_on_sheet
from protocols.models import BagsMade
from protocols.papers.stability import stability_of
from protocols.papers.subject import Subject, head_of
from protocols.preparation_presenting import chosen_product, prepared_from


def preparation_sheet_of(subject: Subject, made: BagsMade | None = None) -> PreparationSheet:
    """Everything the sheet says of an infusion's bags; `made` is the record of them that counts."""
    document = subject.shown.document
    schedule = document.infusion.schedule
    product = chosen_product(document, subject.protocol.drug)
    prepared = prepared_from(product, document, current())
    return PreparationSheet(
        head=head_of(subject, target=Quantity.of(schedule.target_dose, schedule.unit), size=size_text(schedule)),
        schedule=schedule,
        plan=prepared.plan,
        findings=prepared.findings,
        missing=prepared.missing,
        stability=stability_of(product),
        made=made_on_sheet(made) if made else None,
        **subject.signed,
    )
