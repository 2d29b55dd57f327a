"""What people do with a template, by the same services as the pages."""

from uuid import uuid4

from django.utils import timezone

from protocols.unit_templates import saying_services, services
from tests.protocols.unit_templates.written import content


def common(by):
    return {"entry_key": uuid4(), "by": by, "at": timezone.now()}


def made(by, **changes):
    return services.make_template(content=content(**changes), note="", **common(by))


def revised(row, by, **changes):
    return services.revise_template(
        slug=row.slug, based_on=row.revision, content=content(**changes), note="slower", **common(by)
    )


def read(row, by):
    return saying_services.record_reading(template=row, note="with the paper", **common(by))


def retired(row, by):
    return saying_services.retire_template(template=row, reason="replaced", **common(by))
