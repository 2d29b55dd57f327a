"""Templates of the unit are made, revised, read, retired and signed for; whoever comes second is told."""

from datetime import date
from fractions import Fraction
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core.exceptions import BadRequest
from django.db import connection
from django.http import Http404
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.numbers.fields import ContentError
from drugs.models import Drug
from protocols.models import Template, TemplateReading, TemplateRetirement, TemplateSignOff
from protocols.selectors import infused_templates, template_content
from protocols.unit_templates import saying_services, services
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.refusals import (
    BlockedError,
    NothingToSignError,
    OwnTemplateError,
    RetiredError,
    SignedBeforeError,
    StaleTemplateError,
)
from protocols.unit_templates.saying_services import NewSignOff
from protocols.unit_templates.selectors import standings, unit_template
from protocols.unit_templates.signed_off import findings_in_use, signed_off
from protocols.unit_templates.use import use_of
from tests.clinic import libraries
from tests.protocols.unit_templates.written import content

pytestmark = pytest.mark.django_db


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


def test_a_revision_follows_the_latest_one(allergist, pharmacist):
    first = made(allergist)
    second = revised(first, pharmacist, bag_volume_ml="500")
    assert (second.slug, second.revision, second.note) == (first.slug, 2, "slower")
    assert unit_template(first.slug) == second
    with pytest.raises(StaleTemplateError) as stale:
        revised(first, allergist)
    assert stale.value.latest == second
    for forged in (0, 3):
        with pytest.raises(StaleTemplateError):
            services.revise_template(slug=first.slug, based_on=forged, content=content(), note="", **common(allergist))
    with pytest.raises(Http404):
        services.revise_template(slug="unit-none", based_on=1, content=content(), note="", **common(allergist))


def test_a_reader_is_another_person_and_reads_what_is_latest(allergist, pharmacist, nurse):
    first = made(allergist)
    with pytest.raises(OwnTemplateError):
        read(first, allergist)
    reading = read(first, pharmacist)
    assert read(first, pharmacist) == reading
    second = revised(first, pharmacist)
    with pytest.raises(StaleTemplateError):
        read(first, nurse)
    read(second, allergist)
    assert TemplateReading.objects.count() == 2


def test_a_retired_template_is_not_offered_and_takes_nothing_more(allergist, pharmacist):
    libraries()
    row = made(allergist)
    assert row.slug in [one.slug for one, _content in infused_templates()]
    retirement = retired(row, pharmacist)
    assert row.slug not in [one.slug for one, _content in infused_templates()]
    assert retirement.by == pharmacist
    for again in (lambda: retired(row, allergist), lambda: revised(row, allergist), lambda: read(row, pharmacist)):
        with pytest.raises(RetiredError):
            again()
    assert Template.objects.filter(slug=row.slug).exists()
    assert TemplateRetirement.objects.count() == 1


def test_a_newer_revision_is_seen_before_it_is_retired(allergist):
    first = made(allergist)
    revised(first, allergist)
    with pytest.raises(StaleTemplateError):
        retired(first, allergist)


def test_what_stands_of_a_template_on_a_day(allergist, pharmacist):
    row = made(allergist, review_due="2027-11-21")

    def states(on):
        return standings([row], on=on)[0].states

    assert states(date(2027, 11, 20)) == ("unread",)
    assert states(date(2027, 11, 21)) == ("unread", "review-due")
    read(row, pharmacist)
    assert states(date(2027, 11, 20)) == ()
    retired(row, allergist)
    assert states(date(2027, 11, 20)) == ("retired",)


def test_two_at_once_make_the_next_revision_and_the_loser_is_told(transactional_db, allergist, pharmacist):
    first = made(allergist)
    barrier, told = Barrier(2), []

    def revise(by):
        barrier.wait()
        try:
            told.append(revised(first, by, title=by.username).revision)
        except StaleTemplateError as stale:
            told.append(f"stale {stale.latest.revision}")
        finally:
            connection.close()

    threads = [Thread(target=revise, args=[by]) for by in (allergist, pharmacist)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == ["2", "stale 2"]
    assert Template.objects.filter(slug=first.slug).count() == 2


# signed once


def oxaliplatin(by):
    """A template whose diluted bag is below the label's concentration, and the drug."""
    libraries()
    drugs = [{"name": "oxaliplatin", "target_dose": "150", "unit": "mg"}]
    bags = [
        {"number": "1", "dilution": "10", "diluent": "glucose-5"},
        {"number": "2", "amount": "remainder", "diluent": "glucose-5"},
    ]
    return made(by, drugs=drugs, solutions=bags), Drug.objects.get(name_key="oxaliplatin")


def new_sign_off(drug, **changes):
    held = {
        "dose": Fraction(150),
        "code": "concentration-below-range",
        "places": ("solution 1",),
        "reason": "as published",
    }
    return NewSignOff(drug=drug, **held | changes)


def found(row, drug):
    return use_of(row, template_content(row), drug=drug, dose=Fraction(150))


def test_a_finding_signed_once_is_a_caution_of_every_use(allergist):
    row, drug = oxaliplatin(allergist)
    before = found(row, drug)
    assert before.open_places == {"concentration-below-range": ("solution 1",)}
    saying_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    after = found(row, drug)
    assert after.open_places == {}
    (finding,) = [one for one in after.findings if one.code == "concentration-below-range"]
    assert finding.level == "caution"
    assert ("signed_by", allergist.full_name) in finding.values
    assert ("signed_reason", "as published") in finding.values
    assert signed_off(before.findings, row, drug) == after.findings


def test_it_holds_for_its_revision_and_its_drug_alone(allergist):
    row, drug = oxaliplatin(allergist)
    before = found(row, drug).findings
    saying_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    later = services.revise_template(
        slug=row.slug, based_on=1, content=content_of(row) | {"notes": "new"}, note="", **common(allergist)
    )
    assert signed_off(before, later, drug) == before
    assert signed_off(before, row, Drug.objects.get(name_key="carboplatin")) == before


@pytest.mark.parametrize(
    "wrong",
    [{"places": ("solution 2",)}, {"code": "dose-rate-jump"}, {"code": "no-rise-at-bag-change", "places": ("step 3",)}],
    ids=str,
)
def test_what_the_template_does_not_have_cannot_be_signed(allergist, wrong):
    row, drug = oxaliplatin(allergist)
    with pytest.raises(NothingToSignError):
        saying_services.sign_once(template=row, new=new_sign_off(drug, **wrong), **common(allergist))
    assert not TemplateSignOff.objects.exists()


def test_who_signs_second_is_told_who_was_first_and_a_retry_is_kept_once(allergist, pharmacist):
    row, drug = oxaliplatin(allergist)
    key = common(allergist)
    first = saying_services.sign_once(template=row, new=new_sign_off(drug), **key)
    assert saying_services.sign_once(template=row, new=new_sign_off(drug), **key) == first
    with pytest.raises(SignedBeforeError) as before:
        saying_services.sign_once(template=row, new=new_sign_off(drug), **common(pharmacist))
    assert before.value.by == allergist.full_name


def test_only_the_latest_revision_that_stands_is_signed(allergist):
    row, drug = oxaliplatin(allergist)
    later = services.revise_template(
        slug=row.slug, based_on=1, content=content_of(row) | {"notes": "new"}, note="", **common(allergist)
    )
    with pytest.raises(StaleTemplateError):
        saying_services.sign_once(template=row, new=new_sign_off(drug), **common(allergist))
    retired(later, allergist)
    with pytest.raises(RetiredError):
        saying_services.sign_once(template=later, new=new_sign_off(drug), **common(allergist))


def test_a_fixed_protocol_has_nothing_to_sign(allergist):
    libraries()
    row = Template.objects.get(slug="alectinib-case")
    with pytest.raises(NothingToSignError):
        saying_services.sign_once(template=row, new=new_sign_off(Drug.objects.all()[0]), **common(allergist))


def test_every_use_shows_what_is_due(allergist, pharmacist):
    row, drug = oxaliplatin(allergist)

    def codes(on=date(2026, 11, 21)):
        return {finding.code for finding in findings_in_use((), template=row, drug=drug, on=on)}

    assert codes() == {"template-unread"}
    assert codes(date(2027, 11, 21)) == {"template-unread", "template-review-due"}
    read(row, pharmacist)
    assert codes() == set()
    published = Template.objects.get(slug="generic-12-step")
    assert findings_in_use((), template=published, drug=drug, on=date(2026, 11, 21)) == ()
