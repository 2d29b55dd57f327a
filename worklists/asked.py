"""Who asks for a list, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils.text import capfirst

from desens.access.models import User
from worklists.open_orders import changed_doses, withdrawn_signatures
from worklists.states import changed_templates


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`at` is the moment, `on` the day of the hospital at that moment."""

    viewer: User
    at: datetime
    on: date

    @cached_property
    def changed_templates(self) -> frozenset[int]:
        """The keys of the templates that changed or were retired; read once for all lists."""
        return changed_templates()

    @cached_property
    def reopened(self) -> Mapping[int, str]:
        """Why signing is open anew for reasons of the version's own, by its key; read once for all lists."""
        doses, signatures = changed_doses(on=self.on), withdrawn_signatures(on=self.on)
        both = {*doses, *signatures}
        return {pk: " ".join(filter(None, (signatures.get(pk), capfirst(doses.get(pk, ""))))) for pk in both}
