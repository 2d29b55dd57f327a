"""The pages that write a template: typed, imported, copied, from a patient's version, revised."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from protocols.models import Template
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.reading import MOST_BYTES
from tests.access.samples import sample_version
from tests.clinic import libraries, registered
from tests.number_linter import lint, visible_text
from tests.protocols.unit_templates.written import TEXT, content, unit_row

pytestmark = pytest.mark.django_db
NEW = "unit_template_new"


@pytest.fixture
def client(pharmacist, as_user):
    libraries()
    return as_user(pharmacist)


def sent(client, address, *, action="check", **fields):
    held = {"entry_key": str(uuid4()), "text": TEXT, "action": action}
    return client.post(address, held | fields)


def seen(response):
    return response.context["form"].data.get("seen", "")


def kept(client, address, **fields):
    """Check, look, keep: as a person does it."""
    key = str(uuid4())
    checked = sent(client, address, entry_key=key, **fields)
    form = checked.context["form"]
    assert not form.errors, form.errors
    return sent(
        client, address, action="save", entry_key=key, seen=seen(checked), **fields | {"text": form.data["text"]}
    )


def wrong(response):
    """The errors by field, as the page shows them."""
    page = response.content.decode()
    errors = {name: [str(one) for one in errors] for name, errors in response.context["form"].errors.items()}
    assert all(visible_text(page).count(one[:30]) >= 1 for several in errors.values() for one in several)
    return errors


def test_a_new_template_begins_with_an_example_that_can_be_kept(client):
    page = client.get(reverse(NEW)).content.decode()
    assert "My protocol in 8 steps" in page
    text = client.get(reverse(NEW)).context["form"].initial["text"]
    kept(client, reverse(NEW), text=text)
    assert Template.objects.get(origin="unit").title == "My protocol in 8 steps"


def test_it_is_seen_computed_before_it_is_kept(client, pharmacist):
    first = sent(client, reverse(NEW), action="save")
    assert not Template.objects.filter(origin="unit").exists()
    text = visible_text(first.content.decode())
    assert "What was read and computed" in text
    assert "Keep this revision" in text
    assert lint(text) == []
    changed = TEXT.replace("rate_ml_h: 25", "rate_ml_h: 20")
    assert sent(client, reverse(NEW), action="save", seen=seen(first), text=changed).status_code == 200
    assert not Template.objects.filter(origin="unit").exists()
    response = kept(client, reverse(NEW), note="first")
    row = Template.objects.get(origin="unit")
    assert response["Location"] == reverse("template", args=[row.slug])
    assert (row.made_by, row.note, content_of(row)) == (pharmacist, "first", content())


def test_what_is_typed_beside_stands_before_the_text(client):
    kept(client, reverse(NEW), title="Mine", citation="A book", mark="known", review_due="2028-01-02")
    held = content_of(Template.objects.get(origin="unit"))
    assert held == content(title="Mine", citation="A book", mark="known", review_due="2028-01-02")


def test_a_specification_gets_its_title_beside_it(client):
    rest = TEXT[TEXT.index("solutions:") :].replace("number: ", "volume_ml: 250, number: ")
    head = "drug: rituximab\nroute: intravenous\ntarget_dose: 500\nunit: mg\n"
    text = f"{head}{rest}line: {{dead_volume_ml: 20, primed_with: solution}}\n"
    response = sent(client, reverse(NEW), text=text)
    assert set(wrong(response)) == {"title", "citation", "mark"}
    fields = {"title": "Mine", "citation": "A book", "mark": "known"}
    response = sent(client, reverse(NEW), text=text, **fields)
    assert "Left out, because it is chosen for each patient: line" in visible_text(response.content.decode())
    kept(client, reverse(NEW), text=text, **fields)
    row = Template.objects.get(origin="unit")
    assert content_of(row)["steps"] == content()["steps"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [", "At line"),
        ("- 1", "At (content): expected a mapping"),
        ("title: a\ntitle: b", "the key 'title' once only"),
        ("a: &x 1\nb: *x", "no YAML aliases"),
        (TEXT.replace("dilution: 10", "dilution: 1:10"), "solutions entry 1, dilution"),
        (TEXT.replace("minutes: 15", "minutes: 015", 1), "steps entry 1, minutes"),
        (TEXT.replace("target_dose: 500", "target_dose: 1_000"), "drugs entry 1, target_dose"),
        (TEXT.replace("minutes: 15", "minuten: 15", 1), "steps entry 1, minuten"),
        (TEXT.replace("mark: VERIFY", "mark: sure"), "At mark: expected one of"),
        (TEXT.replace("solution: 2", "solution: 9"), "steps entry 3, solution"),
        (TEXT + "printed: {totals: {total_dose_mg: 400}}\n", "printed, total, total_dose_mg"),
        (TEXT + "errata: [{where: total, column: x, printed: 1, computed: 2}]\n", "errata, total, x"),
        ("[" * 5000, "levels of nesting"),
        ("   ", "Type the protocol, or choose a file."),
        ("title: x\ncitation: x\nmark: seen\nincomplete: {drug: x, route: oral, missing: all}", "At incomplete"),
        (TEXT.replace("amount: remainder", "amount: full").replace("volume_ml: rest", "volume_ml: 20"), "blockers"),
        (TEXT.replace("minutes: 15", "minutes: 9000", 1), "Nothing can be computed"),
        ("x" * (MOST_BYTES + 1), "At most 256 kB"),
        ("\x00", "Null characters"),
    ],
    ids=lambda text: text[:30],
)
def test_a_bad_text_gives_one_clear_message_beside_it_and_stays(client, text, said):
    response = sent(client, reverse(NEW), text=text)
    errors = wrong(response)
    assert list(errors) == ["text"]
    (message,) = errors["text"]
    assert said in message
    assert response.context["form"]["text"].value() == text
    assert not Template.objects.filter(origin="unit").exists()


def test_why_nothing_can_be_computed_or_kept_is_shown_as_findings(client):
    dry = sent(client, reverse(NEW), text=TEXT.replace("minutes: 15", "minutes: 9000", 1))
    assert "runs dry in step 1" in visible_text(dry.content.decode())
    short = TEXT.replace("amount: remainder", "amount: full").replace("volume_ml: rest", "volume_ml: 20")
    assert "less than the target of 500" in visible_text(sent(client, reverse(NEW), text=short).content.decode())


def uploaded(client, data, name="mine.yaml", **fields):
    file = SimpleUploadedFile(name, data)
    return sent(client, reverse(NEW), file=file, text="what was typed before", **fields)


def test_a_file_takes_the_place_of_the_text(client):
    response = uploaded(client, b"\xef\xbb\xbf" + TEXT.encode())
    assert not response.context["form"].errors
    assert response.context["form"]["text"].value() == TEXT
    assert uploaded(client, b"title: [").context["form"]["text"].value() == "title: ["


def test_json_is_read_and_shown_as_yaml(client):
    data = (
        b'{"title": "J", "citation": "c", "mark": "seen", "drugs": [{"name": "x", "target_dose": 1.50, "unit": "mg"}],'
    )
    data += b'"final_rate_ml_h": 80, "bag_volume_ml": 250, "solutions": [{"number": 1, "amount": "full"}],'
    data += b'"steps": [{"solution": 1, "rate_ml_h": 80, "volume_ml": "rest"}]}'
    response = uploaded(client, data, "mine.json")
    assert not response.context["form"].errors
    assert "- {name: x, target_dose: 1.50, unit: mg}" in response.context["form"]["text"].value()


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "UTF-8"), (b"#" * (MOST_BYTES + 1), "At most 256 kB")],
    ids=["not UTF-8", "too large"],
)
def test_a_file_that_cannot_be_read_says_so_beside_it_and_the_text_stays(client, data, said):
    response = uploaded(client, data)
    assert said in wrong(response)["file"][0]
    assert response.context["form"]["text"].value() == "what was typed before"


def test_an_empty_file_asks_for_something(client):
    assert "Type the protocol" in wrong(uploaded(client, b""))["text"][0]


def test_a_title_that_another_template_bears_is_refused(client):
    assert list(wrong(sent(client, reverse(NEW), title="Generic, 12 steps, 3 bags"))) == ["title"]


@pytest.mark.parametrize(
    "slug", ["alectinib-case", "generic-12-step", "penicillin-v-oral-14-dose", "ceftazidime-12-step"]
)
def test_a_copy_of_a_published_protocol_is_a_template_of_its_own(client, slug):
    page = client.get(reverse("template_copy", args=[slug, 1]))
    text = page.context["form"].initial["text"]
    assert page.context["address"] == reverse(NEW)
    kept(client, reverse(NEW), text=text)
    row, published = Template.objects.get(origin="unit"), Template.objects.get(slug=slug)
    held = content_of(row)
    assert held["title"] == f"{published.title}, as we give it"
    assert held["mark"] == "VERIFY"
    assert not {"printed", "errata", "checked_by"} & held.keys()


def test_what_is_exported_and_imported_is_the_same_content(client, pharmacist):
    row = unit_row(pharmacist)
    text = client.get(reverse("template_export", args=[row.slug, 1])).content.decode()
    kept(client, reverse("unit_template_revise", args=[row.slug]), text=text + "notes: more\n", based_on=1)
    later = Template.objects.get(slug=row.slug, revision=2)
    exported = client.get(reverse("template_export", args=[row.slug, 2]))
    assert exported["Content-Disposition"] == f'attachment; filename="{row.slug}-2.yaml"'
    kept(client, reverse(NEW), text=exported.content.decode(), title="Another")
    imported = Template.objects.exclude(slug=row.slug).get(origin="unit")
    assert content_of(imported) == content_of(later) | {"title": "Another", "revision": "1"}


def test_a_revision_begins_with_the_latest_and_the_loser_sees_both(client, pharmacist, allergist, as_user):
    row = unit_row(allergist)
    address = reverse("unit_template_revise", args=[row.slug])
    opened = client.get(address)
    text = opened.context["form"].initial["text"]
    assert opened.context["based_on"] == 1
    slower = text.replace("rate_ml_h: 25", "rate_ml_h: 20")
    assert kept(as_user(allergist), address, text=slower, based_on=1).status_code == 302
    response = kept(client, address, text=text.replace("minutes: 15", "minutes: 20"), based_on=1)
    assert response.status_code == 409
    said = visible_text(response.content.decode())
    assert "somebody made a revision meanwhile" in said
    assert "step 2, rate\n20\u00a0mL/h\n25\u00a0mL/h" in said
    assert "minutes: 20" in response.context["form"]["text"].value()
    again = {"text": text.replace("minutes: 15", "minutes: 20"), "based_on": response.context["based_on"]}
    assert kept(client, address, **again).status_code == 302
    assert Template.objects.get(slug=row.slug, revision=3).made_by == pharmacist


@pytest.mark.parametrize("forged", ["", "0", "-1", "x", "99", "9" * 30, "١"])
def test_a_forged_revision_is_a_stale_one(client, allergist, forged):
    row = unit_row(allergist)
    response = kept(client, reverse("unit_template_revise", args=[row.slug]), based_on=forged)
    assert response.status_code == 409
    assert Template.objects.filter(slug=row.slug).count() == 1


@pytest.mark.parametrize("slug", ["generic-12-step", "unit-none", "unit"])
def test_only_a_template_of_the_unit_is_revised_retired_or_read(client, slug):
    for name, arguments in (("revise", [slug]), ("retire", [slug]), ("reading", [slug, 1])):
        assert client.post(reverse(f"unit_template_{name}", args=arguments)).status_code == 404


def test_nothing_of_the_patient_goes_along(client, allergist, as_user):
    patient = registered(allergist)
    version = sample_version(patient)
    page = client.get(reverse("version_template", args=[patient.code, version.protocol.code, 1]))
    text = page.context["form"].initial["text"]
    for word in (patient.family_name, patient.given_name, patient.hospital_number, patient.code, version.protocol.code):
        assert word not in text
        assert word not in visible_text(page.content.decode())
    kept(client, reverse(NEW), text=text)
    assert Template.objects.get(origin="unit").title == "atezolizumab, 16 steps, 4 bags"
    other = registered(allergist, hospital_number="99")
    forged = reverse("version_template", args=[other.code, version.protocol.code, 1])
    assert client.get(forged).status_code == 404
