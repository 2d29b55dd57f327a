"""The way from signed to verified: tries kept, the first difference named, the password, and who is refused when."""

import json
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.access.roles import Role
from desens.audit.models import AuditEvent
from protocols.models import Comparison, Meaning, Protocol, Signature, Template, Version, VersionState
from protocols.services import add_version
from protocols.version_state import standing_of
from tests.cast import PASSWORD, person
from tests.clinic import drafted, prescribed, registered
from tests.protocols.checking.scene import RIGHT, address_of, password, sent, signed_version, tried
from tests.protocols.lifecycle.steps import compared, signed, verified, voided
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist) -> Version:
    return signed_version(allergist)


def text_of(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def test_right_figures_and_the_password_verify(version, pharmacist, as_user):
    client = as_user(pharmacist)
    assert tried(client, version).url == address_of(version, "version_verify")
    assert standing_of(version).state == VersionState.SIGNED
    page = text_of(client.get(address_of(version, "version_verify")))
    assert "4.762 mg/mL" in page
    assert "4.76 mg/mL" in page
    assert password(client, version, PASSWORD).url == address_of(version, "version")
    standing = standing_of(version)
    assert standing.state == VersionState.VERIFIED
    assert standing.verification.comparison == Comparison.objects.get()
    assert standing.verification.person == pharmacist


def test_a_try_is_kept_with_its_figures_as_typed(version, pharmacist, as_user):
    tried(as_user(pharmacist), version, bag_4_concentration="4,7600")
    row = Comparison.objects.get()
    kept = json.loads(row.entered)
    assert kept["figures"] == RIGHT | {"bag-4-concentration": "4.7600"}
    assert (kept["strength"], kept["bags_from_stock"]) == ("60", [3, 4])
    assert (row.person, row.agrees, row.difference) == (pharmacist, False, "bag 4, concentration: differs")
    event = AuditEvent.objects.filter(action="checked version").get()
    assert row.difference in event.after
    assert "4.76202" not in event.after + row.entered


def test_the_first_difference_is_named_and_what_was_typed_stays(version, pharmacist, as_user):
    client = as_user(pharmacist)
    response = tried(client, version, bag_2_concentration="0.48", step_16_rate="75")
    page = text_of(response)
    assert "bag 2, concentration: differs from the version." in page
    assert "last step, rate" not in page
    assert "times" not in page
    assert Comparison.objects.get().difference == "bag 2, concentration: 10 times too high"
    for typed in ("0.48", "75", "19.8"):
        assert f'value="{typed}"' in page
    key = response.context["form"]["entry_key"].value()
    assert tried(client, version, entry_key=key).status_code == 302
    assert list(Comparison.objects.values_list("agrees", flat=True)) == [False, True]


@pytest.mark.parametrize(
    ("name", "typed", "where"),
    [
        ("bag_1_concentration", "0.00486", "bag 1, concentration"),
        ("bag_3_withdrawal", "2.02", "bag 3, stock to withdraw"),
        ("step_1_rate", "2.52", "first step, rate"),
        ("step_16_rate", "4800", "last step, rate"),
    ],
)
def test_any_figure_that_differs_keeps_the_version_unverified(version, pharmacist, as_user, name, typed, where):
    client = as_user(pharmacist)
    assert f"{where}: differs" in text_of(tried(client, version, **{name: typed}))
    assert client.get(address_of(version, "version_verify")).url == address_of(version)
    assert password(client, version, PASSWORD).url == address_of(version)
    assert standing_of(version).state == VersionState.SIGNED


def test_a_missing_figure_is_missing_and_is_no_try(version, pharmacist, as_user):
    page = text_of(tried(as_user(pharmacist), version, bag_4_withdrawal="", bag_1_concentration="0.0o48"))
    assert "bag 4, stock to withdraw: is missing." in page
    assert "0.0o48" in page
    assert not Comparison.objects.exists()


def test_after_several_tries_the_page_says_whom_to_talk_to_and_locks_nothing(version, pharmacist, as_user):
    client, words = as_user(pharmacist), "talk to the prescriber"
    for typed in ("1", "2"):
        assert words not in text_of(tried(client, version, bag_1_concentration=typed))
    assert words in text_of(tried(client, version, bag_1_concentration="3"))
    assert words in text_of(client.get(address_of(version)))
    assert tried(client, version).status_code == 302


def test_a_try_sent_twice_counts_once(version, pharmacist, as_user):
    client, data = as_user(pharmacist), sent(bag_1_concentration="1")
    for _ in range(2):
        assert "bag 1, concentration: differs" in text_of(client.post(address_of(version), data))
    assert Comparison.objects.count() == 1
    other = client.post(address_of(version), data | {"bag-1-concentration": "0.0048"})
    assert other.status_code == 409
    assert "sent before, with other figures" in text_of(other)
    assert 'value="0.0048"' in text_of(other)
    key = other.context["form"]["entry_key"].value()
    assert tried(client, version, entry_key=key).status_code == 302


def test_a_wrong_password_loses_nothing(version, pharmacist, as_user):
    client = as_user(pharmacist)
    tried(client, version)
    page = password(client, version, "wrong")
    assert page.status_code == 200
    assert "19.8" in text_of(page)
    assert standing_of(version).state == VersionState.SIGNED
    assert client.get(address_of(version)).url == address_of(version, "version_verify")
    password(client, version, PASSWORD)
    assert standing_of(version).state == VersionState.VERIFIED


def test_the_password_sent_twice_signs_once(version, pharmacist, as_user):
    client, key = as_user(pharmacist), str(uuid4())
    tried(client, version)
    for _ in range(2):
        assert password(client, version, PASSWORD, entry_key=key).status_code == 302
    assert Signature.objects.filter(meaning=Meaning.VERIFIED).count() == 1


def test_an_agreement_of_somebody_else_verifies_nothing(version, pharmacist, as_user):
    other = person("pharmacist.two", Role.PHARMACIST)
    tried(as_user(other), version)
    assert password(as_user(pharmacist), version, PASSWORD).url == address_of(version)
    assert standing_of(version).state == VersionState.SIGNED


def superseded(version, allergist):
    data = {"prescription": prescribed(), "entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    signed(add_version(protocol=version.protocol, based_on=1, **data), allergist)


def reopened(version, allergist):
    used = version.template
    values = {"title": used.title, "content": used.content, "loaded_at": timezone.now()}
    Template(slug=used.slug, revision=used.revision + 1, **values).save()


def verified_by_another(version, allergist):
    other = person("pharmacist.two", Role.PHARMACIST)
    verified(version, other, comparison=compared(version, other))


REFUSALS = {
    "void": (voided, "This version is void."),
    "superseded": (superseded, "version 2 was signed after it"),
    "reopened": (reopened, "must be saved and signed anew"),
    "verified meanwhile": (verified_by_another, "Pharmacist Two Example did this already"),
}


@pytest.mark.parametrize("happened", REFUSALS)
def test_what_happened_meanwhile_refuses_and_keeps_what_was_typed(version, allergist, pharmacist, as_user, happened):
    client, (happen, sentence) = as_user(pharmacist), REFUSALS[happened]
    happen(version, allergist)
    before = Comparison.objects.count()
    response = tried(client, version, bag_4_concentration="4.77")
    assert response.status_code == 409
    assert sentence in text_of(response)
    assert 'value="4.77"' in text_of(response)
    assert "differs" not in text_of(response)
    assert Comparison.objects.count() == before
    assert client.get(address_of(version)).url == address_of(version, "version")


@pytest.mark.parametrize("happened", REFUSALS)
def test_what_happened_after_the_figures_agreed_refuses_the_password(version, allergist, pharmacist, as_user, happened):
    client, (happen, sentence) = as_user(pharmacist), REFUSALS[happened]
    tried(client, version)
    happen(version, allergist)
    response = password(client, version, PASSWORD)
    assert response.status_code == 409
    assert sentence in text_of(response)
    assert not Signature.objects.filter(meaning=Meaning.VERIFIED, person=pharmacist).exists()
    assert client.get(address_of(version, "version_verify")).url == address_of(version, "version")


def test_a_draft_is_not_checked(allergist, pharmacist, as_user, version):
    draft = drafted(registered(allergist, hospital_number="9"), allergist)
    response = tried(as_user(pharmacist), draft)
    assert (response.status_code, Comparison.objects.count()) == (409, 0)
    assert "not signed yet" in text_of(response)


def test_who_signed_checks_nothing_whatever_the_roles(as_user, db):
    both = person("dr.both", Role.ALLERGIST, Role.PHARMACIST)
    version = signed_version(both)
    response = tried(as_user(both), version)
    assert response.status_code == 409
    assert "Another person verifies it." in text_of(response)
    assert not Comparison.objects.exists()
    compared(version, both)
    assert password(as_user(both), version, PASSWORD).status_code == 409
    assert standing_of(version).state == VersionState.SIGNED


def test_only_who_verifies_opens_it_and_only_through_its_patient(
    version, allergist, nurse, reviewer, administrator, pharmacist, as_user
):
    for user in (allergist, nurse, reviewer, administrator):
        for name in ("version_check", "version_verify"):
            assert as_user(user).get(address_of(version, name)).status_code == 403
            assert as_user(user).post(address_of(version, name), sent()).status_code == 403
    other = drafted(registered(allergist, hospital_number="9"), allergist)
    crossed = address_of(version).replace(version.protocol.patient.code, other.protocol.patient.code)
    assert as_user(pharmacist).get(crossed).status_code == 404
    assert as_user(pharmacist).post(crossed, sent()).status_code == 404
    assert not Comparison.objects.exists()


def test_opening_it_is_a_look(version, pharmacist, as_user):
    as_user(pharmacist).get(address_of(version))
    event = AuditEvent.objects.latest("id")
    assert (event.by, event.subject) == (pharmacist.username, "blind check")
    assert event.subject_code == f"{version.protocol.code}/1"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_take_a_literal_number_of_queries(version, allergist, pharmacist, as_user, rows):
    client = as_user(pharmacist)
    for _ in range(rows - 1):
        drafted(version.protocol.patient, allergist)
        tried(client, version, bag_1_concentration="1")
    client.get("/")
    assert queries_of(lambda: client.get(address_of(version))) == 57
    tried(client, version)
    assert queries_of(lambda: client.get(address_of(version, "version_verify"))) == 52
    assert Protocol.objects.count() == rows


def test_the_version_leads_to_the_check_and_shows_both_figures_only_once_verified(
    version, allergist, pharmacist, as_user
):
    client, page = as_user(pharmacist), address_of(version, "version")
    tried(client, version, bag_2_concentration="0.48")
    assert address_of(version) in text_of(client.get(page))
    assert address_of(version) not in text_of(as_user(allergist).get(page))
    tried(client, version)
    assert "Blind checks" not in text_of(client.get(page))
    password(client, version, PASSWORD)
    shown = text_of(client.get(page))
    assert "Blind checks" in shown
    assert "differed first in bag 2, concentration: 10 times too high" in shown
    assert shown.count("4.76 mg/mL") == 2
    assert address_of(version) not in shown


def test_the_page_says_whether_the_check_was_blind_by_the_record(version, pharmacist, nurse, as_user):
    client = as_user(pharmacist)
    tried(client, version)
    assert "Blind by the record" in text_of(client.get(address_of(version, "version_verify")))
    client.get(address_of(version, "version"))
    tried(client, version)
    password(client, version, PASSWORD)
    page = text_of(as_user(nurse).get(address_of(version, "version")))
    assert page.count("Not blind by the record") == 1
    assert page.count("Blind by the record") == 1
