"""The labels of a stored version's bags."""

from datetime import datetime

from django.utils import timezone

from desens.numbers.quantity import Quantity
from protocols.documents.bag_labels import BagLabels
from protocols.documents.label_sheets import SHEETS
from protocols.documents.sheet_head import size_text
from protocols.papers.labels_form import LabelsForm
from protocols.papers.subject import Subject, head_of


def labels_of(subject: Subject, form: LabelsForm) -> BagLabels:
    """Everything the labels say, from a form that is valid."""
    schedule, chosen = subject.shown.document.infusion.schedule, form.cleaned_data
    prepared_at, use_by = form.moments or (timezone.now(), timezone.now())
    return BagLabels(
        head=head_of(subject, target=Quantity.of(schedule.target_dose, schedule.unit), size=size_text(schedule)),
        schedule=schedule,
        bags=tuple(int(number) for number in chosen["bags"]),
        prepared_at=prepared_at,
        use_by=use_by,
        sheet=SHEETS[chosen["sheet"]],
        first=chosen["first"],
    )


def variant_of(labels: BagLabels) -> str:
    """What tells one print of labels from another."""
    bags = ",".join(map(str, labels.bags))
    return f"{labels.sheet.key}/{labels.first} {bags} {_stamp(labels.prepared_at)} {_stamp(labels.use_by)}"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(timezone.get_default_timezone()).strftime("%Y%m%dT%H%M%z")
