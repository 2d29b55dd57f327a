"""Where the parts of the history lead, all under the record that is open."""

from django.urls import reverse

from procedures.models import Procedure


def procedure_address(row: Procedure, code: str) -> str:
    """The page of a procedure."""
    return reverse("procedure", args=[code, row.code])


def adjuvants_address(code: str) -> str:
    """The adjuvant medicines of a patient."""
    return reverse("adjuvants", args=[code])


def record_address(code: str) -> str:
    """The form that records a procedure."""
    return reverse("procedure_new", args=[code])
