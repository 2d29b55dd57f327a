"""Every read about templates, protocols and versions."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Max
from django.shortcuts import get_object_or_404

from drugs.models import Drug, Route
from drugs.selectors import ProductFacts, product_facts
from patients.models import Patient
from patients.person import records_of
from protocols.engine import AnyEntry, ProtocolTemplate, read_entry, read_template
from protocols.models import Protocol, Template, TemplateRetirement, Version, VersionState
from protocols.ordered_dose import OrderedShown, ordered_shown
from protocols.version_document import VersionDocument, read_document, short_hash
from protocols.version_state import Standing, standing_of, standings


@dataclass(frozen=True, kw_only=True)
class ShownVersion:
    """A version as pages and paper show it: the row's facts beside the frozen document."""

    row: Version
    document: VersionDocument
    standing: Standing
    short_hash: str

    @property
    def state(self) -> VersionState:
        """How far it has come."""
        return self.standing.state

    @property
    def ordered(self) -> OrderedShown:
        """The ordered dose beside the target dose."""
        return ordered_shown(self.document)


@dataclass(frozen=True, kw_only=True)
class ShownProtocol:
    """A protocol in a list, with its latest version and how far that has come."""

    row: Protocol
    version: Version
    state: VersionState


def current_templates(*, retired: bool = True) -> list[Template]:
    """The latest revision of every template, by title; without `retired` only those that may be used anew."""
    newest = Template.objects.values("slug").annotate(newest=Max("revision"))
    wanted = {(row["slug"], row["newest"]) for row in newest}
    rows = Template.objects.order_by("title", "id")
    if not retired:
        rows = rows.exclude(slug__in=TemplateRetirement.objects.values("slug"))
    return [row for row in rows if (row.slug, row.revision) in wanted]


def entry_content(row: Template) -> AnyEntry:
    """The frozen library entry in a row: infused, fixed or unfinished."""
    return _entry(row.content, row.slug)


@lru_cache(maxsize=500)
def _entry(content: str, slug: str) -> AnyEntry:
    """A stored content is never changed and what is read from it is frozen: read once, it stays read."""
    return read_entry(json.loads(content), slug=slug)


def infused_templates() -> list[tuple[Template, ProtocolTemplate]]:
    """The latest revision of every infused protocol with its content, by title: what can be prescribed with choices.

    A retired template of the unit is not among them.
    """
    entries = [(row, entry_content(row)) for row in current_templates(retired=False)]
    return [(row, entry) for row, entry in entries if isinstance(entry, ProtocolTemplate)]


def template_content(row: Template) -> ProtocolTemplate:
    """The frozen template in a row."""
    return _template(row.content, row.slug)


@lru_cache(maxsize=500)
def _template(content: str, slug: str) -> ProtocolTemplate:
    return read_template(json.loads(content), slug=slug)


def latest_product(drug: Drug) -> ProductFacts | None:
    """The drug's intravenous product entered last, with the values that stand."""
    products = intravenous_products(drug)
    return products[-1] if products else None


def intravenous_products(drug: Drug) -> list[ProductFacts]:
    """The drug's intravenous products in use, in the order of entry. Three queries."""
    return products_by(drug, Route.INTRAVENOUS)


def products_by(drug: Drug, *routes: str) -> list[ProductFacts]:
    """The drug's products in use for any of the routes, in the order of entry. Three queries."""
    return [product for product in product_facts(drug) if product.route in routes]


def protocols_of(patient: Patient) -> list[ShownProtocol]:
    """The protocols in all records of the person, the newest first, with their latest version. Seven queries."""
    rows = Protocol.objects.filter(patient__in=records_of(patient).ids).select_related("drug", "created_by", "patient")
    protocols = list(rows.order_by("-id"))
    latest = latest_versions(protocols)
    standing = standings(latest.values())
    return [
        ShownProtocol(row=row, version=latest[row.pk], state=standing[latest[row.pk].pk].state) for row in protocols
    ]


def latest_versions(protocols: Collection[Protocol]) -> dict[int, Version]:
    """The latest version of each protocol by the protocol's primary key, without its document. One query."""
    rows = Version.objects.filter(protocol__in=[row.pk for row in protocols]).defer("document")
    return {row.protocol_id: row for row in rows.order_by("number")}


def protocol_of(patient: Patient, protocol_code: str) -> Protocol:
    """The patient's protocol of that code; 404 for another patient's."""
    return get_object_or_404(Protocol.objects.select_related("drug"), patient=patient, code=protocol_code)


def versions_of(protocol: Protocol) -> list[Version]:
    """Every version, the newest first, without their documents."""
    rows = Version.objects.filter(protocol=protocol).select_related("saved_by").defer("document")
    return list(rows.order_by("-number"))


def shown_version(protocol: Protocol, number: int) -> ShownVersion:
    """One version with its document; 404 when there is none of that number."""
    row = get_object_or_404(Version.objects.select_related("saved_by", "template"), protocol=protocol, number=number)
    return ShownVersion(
        row=row,
        document=read_document(row.document),
        standing=standing_of(row),
        short_hash=short_hash(row.digest),
    )


def latest_number(protocol: Protocol) -> int:
    """The number of the latest version; 0 before the first."""
    newest: int | None = Version.objects.filter(protocol=protocol).aggregate(newest=Max("number"))["newest"]
    return newest or 0
