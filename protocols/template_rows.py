"""Rows of templates: one a revision, and what people say of them. All insert-only."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly, DeviceKeyed
from desens.records.row_checks import one_of
from drugs.models import Drug

#: Every address of a template of the unit begins so, and none of the shipped library does.
UNIT_PREFIX = "unit-"


class TemplateOrigin(models.TextChoices):
    """Where a template comes from."""

    LIBRARY = "library", _("published")
    UNIT = "unit", _("the unit's own")


class Template(AppendOnly):
    """One revision of a protocol to be used for patients; `content` is the file's mapping as canonical JSON.

    One of the unit names who made it, why this revision (`note`), and the key of the form that made it.
    """

    slug = models.SlugField(max_length=100)
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    content = models.TextField()
    loaded_at = models.DateTimeField()
    origin = models.CharField(max_length=7, choices=TemplateOrigin, default=TemplateOrigin.LIBRARY)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_key = models.UUIDField(null=True, unique=True, editable=False)
    note = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("slug", "revision"), name="template_revision_once"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="template_revision_from_one"),
            *one_of("template", origin=TemplateOrigin.values),
            models.CheckConstraint(
                condition=Q(origin=TemplateOrigin.LIBRARY, made_by=None, made_key=None, note="")
                & ~Q(slug__startswith=UNIT_PREFIX)
                | Q(origin=TemplateOrigin.UNIT, made_by__isnull=False, made_key__isnull=False)
                & Q(slug__startswith=UNIT_PREFIX),
                name="template_maker",
            ),
        )

    def __str__(self) -> str:
        return self.title


class _Said(AppendOnly, DeviceKeyed):
    """What a person says of a template."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class TemplateReading(_Said):
    """That a second person read a revision of a template of the unit: never its maker, once a person."""

    content = ("template_id", "by_id", "note")

    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="readings")
    maker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("template", "by"), name="template_reading_once"),
            models.CheckConstraint(condition=~Q(by=F("maker")), name="template_reading_second_person"),
        )


class TemplateRetirement(_Said):
    """That a template of the unit is no longer offered for new protocols, from `template`, the revision seen, on.

    All revisions are retired; nothing takes it back, and a copy is a new template.
    """

    content = ("slug", "reason")

    slug = models.SlugField(max_length=100, unique=True)
    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="template_retirement_reason"),)


class TemplateSignOff(_Said):
    """That a finding of a revision is signed for with the template, for a drug; `places`: "solution 1, solution 2".

    `number` counts the signatures of that finding: a second one follows the withdrawal of the first.
    """

    content = ("template_id", "drug_id", "code", "by_id", "reason", "places")

    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="sign_offs")
    drug = models.ForeignKey(Drug, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=50)
    places = models.CharField(max_length=2000)
    reason = models.CharField(max_length=200)
    number = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("template", "drug", "code", "number"), name="template_sign_off_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="template_sign_off_from_one"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(code="") & ~Q(places=""), name="template_sign_off_reason"
            ),
        )


class TemplateSignOffWithdrawal(_Said):
    """That a finding signed with a template was signed wrongly, and why; what rests on it is to be signed anew."""

    content = ("sign_off_id", "by_id", "reason")

    sign_off = models.OneToOneField(TemplateSignOff, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="template_withdrawal_reason"),)
