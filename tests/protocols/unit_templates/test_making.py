"""The first revision: its address, its event, once however often it is sent, never with a blocker."""

import pytest
from django.core.exceptions import BadRequest

from desens.audit.models import AuditEvent
from desens.numbers.fields import ContentError
from protocols.models import Template
from protocols.unit_templates import services
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.refusals import (
    BlockedError,
)
from tests.protocols.unit_templates.doing import common, made
from tests.protocols.unit_templates.written import content

pytestmark = pytest.mark.django_db


def test_a_first_revision_has_an_address_of_the_unit_and_an_event(allergist):
    row = made(allergist, revision="7")
    assert (row.slug, row.revision, row.origin) == ("unit-rituximab-in-three-steps", 1, "unit")
    assert content_of(row) == content(revision="1")
    event = AuditEvent.objects.get(action="made", subject="template")
    assert event.subject_code == f"{row.slug}/1"
    assert event.by == allergist.username


def test_the_same_title_gives_another_address_and_no_title_gives_one_too(allergist):
    assert [made(allergist).slug for _time in range(3)][1:] == [
        "unit-rituximab-in-three-steps-2",
        "unit-rituximab-in-three-steps-3",
    ]
    assert made(allergist, title="Ω").slug == "unit-template"


def test_sent_again_it_is_made_once_and_with_other_content_refused(allergist, pharmacist):
    key = common(allergist)
    first = services.make_template(content=content(), note="", **key)
    assert services.make_template(content=content(), note="", **key).pk == first.pk
    with pytest.raises(BadRequest):
        services.make_template(content=content(title="Other"), note="", **key)
    with pytest.raises(BadRequest):
        services.make_template(content=content(), note="", **(key | {"by": pharmacist}))
    assert Template.objects.count() == 1


def test_a_template_with_a_blocker_or_an_unknown_key_is_not_kept(allergist):
    steps = [*content()["steps"][:2], {"solution": "2", "rate_ml_h": "80", "volume_ml": "100"}]
    short = content(steps=steps, solutions=[{"number": "1", "dilution": "10"}, {"number": "2", "amount": "full"}])
    with pytest.raises(BlockedError) as blocked:
        services.make_template(content=short, note="", **common(allergist))
    assert "target-missed" in str(blocked.value)
    with pytest.raises(ContentError):
        made(allergist, speed="1")
    assert not Template.objects.exists()
