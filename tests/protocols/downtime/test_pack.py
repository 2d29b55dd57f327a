"""The papers of a day in one encrypted file, for when the computer is down."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from protocols.downtime.keeping import folder, remove_old
from protocols.models import StoredDocument
from tests.protocols.lifecycle.steps import PLANNED_ON, voided
from tests.protocols.papers.scene import plain, released_version
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


def opened(pdf, password="downtime"):
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert reader.is_encrypted
    assert reader.decrypt(password)
    return [plain(page.extract_text()) for page in reader.pages]


def pack(client, day=PLANNED_ON):
    answer = client.post(reverse("downtime_pack"), {"day": day.isoformat()})
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def test_the_file_holds_the_list_every_sheet_as_stored_and_a_form(version, nurse, as_user):
    pages = opened(pack(as_user(nurse)))
    assert "Desensitizations on" in pages[0]
    assert "NÚÑEZ, Ana" in pages[0]
    assert "in the pack" in pages[0]
    assert any("ATEZOLIZUMAB" in page for page in pages[1:-1])
    assert "Signs: skin, airway" in pages[-1]
    assert StoredDocument.objects.get().paper == "nursing sheet"
    assert AuditEvent.objects.filter(subject="downtime pack", by=nurse.username).count() == 1


def test_it_opens_with_the_password_only_and_shows_nothing_without(version, nurse, as_user):
    pdf = pack(as_user(nurse))
    assert b"ATEZOLIZUMAB" not in pdf
    assert not pypdf.PdfReader(io.BytesIO(pdf)).decrypt("other")


def test_what_must_not_be_given_is_not_in_it(version, allergist, nurse, as_user):
    voided(version, allergist)
    pages = opened(pack(as_user(nurse)))
    assert "Nothing is released for this day." in pages[0]
    assert len(pages) == 2


def test_the_sheets_are_drawn_one_after_the_other_and_it_says_how_far(version, nurse, as_user):
    client = as_user(nurse)
    page = client.get(reverse("downtime"), {"day": PLANNED_ON.isoformat()}).content.decode()
    assert "0 of 1 sheets are drawn." in page
    page = client.post(reverse("downtime_draw"), {"day": PLANNED_ON.isoformat(), "tried": ""}).content.decode()
    assert "1 of 1 sheets are drawn." in page
    assert "Save the file" in page
    assert StoredDocument.objects.count() == 1


def test_another_day_and_no_day_at_all(version, nurse, as_user):
    client = as_user(nurse)
    assert "Nothing is released" in client.get(reverse("downtime"), {"day": "2027-01-01"}).content.decode()
    answer = client.get(reverse("downtime"), {"day": "24/11"})
    assert answer.context["form"].errors["day"]


def test_the_command_keeps_a_private_file_and_removes_old_ones(version, nurse, capsys):
    old = folder() / f"desens-{timezone.localdate() - timedelta(days=2)}.pdf"
    kept = folder() / f"desens-{timezone.localdate() - timedelta(days=1)}.pdf"
    for path in (old, kept, folder() / "desens-other.pdf"):
        path.write_bytes(b"x")
    call_command("downtime_pack", "--by", nurse.username, "--day", PLANNED_ON.isoformat())
    path = folder() / f"desens-{PLANNED_ON}.pdf"
    assert capsys.readouterr().out.strip() == str(path)
    assert path.stat().st_mode & 0o077 == 0
    assert opened(path.read_bytes())
    assert not old.exists()
    assert kept.exists()
    remove_old(timezone.localdate() + timedelta(days=1))
    assert not kept.exists()


def test_the_command_refuses_who_may_not_print(reviewer):
    with pytest.raises(CommandError, match="may print sheets"):
        call_command("downtime_pack", "--by", reviewer.username)


def test_the_page_is_a_literal_number_of_queries(version, nurse, as_user):
    client = as_user(nurse)
    assert queries_of(lambda: client.get(reverse("downtime"), {"day": PLANNED_ON.isoformat()})) == 5
