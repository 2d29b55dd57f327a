"""Rows of templates: one a revision. Insert-only."""

from django.db import models

from desens.records.models import AppendOnly


class Template(AppendOnly):
    """One revision of a published protocol; `content` is the file's mapping as canonical JSON."""

    slug = models.SlugField(max_length=100)
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    content = models.TextField()
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("slug", "revision"), name="template_revision_once"),)

    def __str__(self) -> str:
        return self.title
