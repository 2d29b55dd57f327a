"""Revisions of templates, and what was signed with them."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from protocols.models import Template, TemplateOrigin, TemplateSignOff


def latest_revision(slug: str) -> Template:
    """The latest revision, the unit's or the library's; 404 where there is none."""
    row = Template.objects.filter(slug=slug).select_related("made_by").order_by("-revision").first()
    if row is None:
        raise Http404
    return row


def unit_template(slug: str) -> Template:
    """The latest revision of a template of the unit; 404 for anything else."""
    row = latest_revision(slug)
    if row.origin != TemplateOrigin.UNIT:
        raise Http404
    return row


def revision_of(slug: str, revision: int) -> Template:
    """One revision; 404 where there is none."""
    return get_object_or_404(Template.objects.select_related("made_by"), slug=slug, revision=revision)


def revisions_of(slug: str) -> list[Template]:
    """All revisions, the newest first; 404 where there is none."""
    rows = list(Template.objects.filter(slug=slug).select_related("made_by").order_by("-revision"))
    if not rows:
        raise Http404
    return rows


def sign_offs_of(row: Template) -> list[TemplateSignOff]:
    """What was signed with the revision, by drug, with what was withdrawn of it."""
    rows = TemplateSignOff.objects.filter(template=row).select_related("by", "drug", "withdrawal__by")
    return list(rows.order_by("drug__name", "code", "number"))


def sign_off_of(row: Template, entry_key: UUID) -> TemplateSignOff:
    """A finding signed with that revision; 404 for another's."""
    rows = TemplateSignOff.objects.select_related("by", "drug", "template", "withdrawal__by")
    return get_object_or_404(rows, template=row, entry_key=entry_key)
