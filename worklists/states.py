"""The rule of protocols.version_state as conditions of a query on `Version`, or on what has one (`of="version__"`)."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from protocols.models import BagsMade, Meaning, Release, Signature, Template, TemplateRetirement, Version, Voiding


def void(of: str = "") -> Exists:
    """Somebody voided it."""
    return Exists(Voiding.objects.filter(version=OuterRef(f"{of}pk")))


def superseded(of: str = "") -> Exists:
    """A later version of the same protocol bears the prescriber's signature, voided since or not."""
    signed = Signature.objects.filter(meaning=Meaning.PRESCRIBED)
    return Exists(
        signed.filter(version__protocol=OuterRef(f"{of}protocol"), version__number__gt=OuterRef(f"{of}number"))
    )


def bears(meaning: Meaning, of: str = "") -> Exists:
    """Somebody signed it with this meaning."""
    return Exists(Signature.objects.filter(version=OuterRef(f"{of}pk"), meaning=meaning))


def released(of: str = "") -> Exists:
    """It was released."""
    return Exists(Release.objects.filter(version=OuterRef(f"{of}pk")))


def released_before(day: date, of: str = "") -> Exists:
    """It was released for a day before this one, which is over."""
    return Exists(Release.objects.filter(version=OuterRef(f"{of}pk"), planned_on__lt=day))


def bags_made() -> Exists:
    """Of a release: its bags are recorded as made, the record counts, and they serve on its day."""
    rows = BagsMade.objects.filter(version=OuterRef("version"), error__isnull=True)
    return Exists(rows.filter(use_by__date__gte=OuterRef("planned_on")))


def has_later(of: str = "") -> Exists:
    """A later version was saved: only the latest one is signed."""
    return Exists(_later(of))


def has_later_in_force(of: str = "") -> Exists:
    """A later version was saved and is not void: work goes on with that one."""
    return Exists(_later(of).filter(voiding__isnull=True))


def changed_templates() -> frozenset[int]:
    """Templates with a newer revision or retired: signing is open anew (protocols.lifecycle.reopened). One query.

    They are few and mostly none: found once, they are named in the conditions of the lists.
    """
    newer = Exists(Template.objects.filter(slug=OuterRef("slug"), revision__gt=OuterRef("revision")))
    retired = Exists(TemplateRetirement.objects.filter(slug=OuterRef("slug")))
    return frozenset(Template.objects.filter(newer | retired).values_list("pk", flat=True))


def _later(of: str) -> QuerySet[Version]:
    return Version.objects.filter(protocol=OuterRef(f"{of}protocol"), number__gt=OuterRef(f"{of}number"))
