"""The pages: everybody of the unit reads, the administrator changes; nothing typed is lost, nothing overwritten."""

import os
import re
from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desens.unit import selectors
from desens.unit.definitions import BY_KEY, GROUPS
from desens.unit.definitions.hospital import HOSPITAL_NAME, LOGO
from desens.unit.definitions.schedules import FINAL_RATE_ML_H
from desens.unit.models import SettingRevision
from desens.unit.services import picture_name
from tests.number_linter import lint, visible_text
from tests.unit.samples import other_value, png, typed

pytestmark = pytest.mark.django_db
EXAMPLES = 5_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 200


def change(key):
    return reverse("unit_setting_change", args=[key])


def post(client, definition, value, **more):
    return client.post(change(definition.key), typed(definition, value, **more))


def test_every_setting_stands_on_the_list_with_its_source(nurse, as_user):
    page = visible_text(as_user(nurse).get(reverse("unit_settings")).content.decode())
    for group in GROUPS:
        assert str(group.title) in page
    assert page.count("never changed") == len(BY_KEY)
    assert "Alaris GP" in page
    assert "15\u00a0min" in page
    assert lint(page) == []


def test_who_may_read_may_not_change(nurse, reviewer, outsider, as_user):
    for person in (nurse, reviewer):
        assert as_user(person).get(reverse("unit_setting", args=["pumps"])).status_code == 200
        assert change("pumps") not in as_user(person).get(reverse("unit_setting", args=["pumps"])).content.decode()
        assert post(as_user(person), FINAL_RATE_ML_H, 60).status_code == 403
    assert as_user(outsider).get(reverse("unit_settings")).status_code == 403
    assert not SettingRevision.objects.exists()


@pytest.mark.parametrize("definition", BY_KEY.values(), ids=BY_KEY)
def test_each_setting_is_changed_by_its_form(administrator, as_user, definition):
    client, value = as_user(administrator), other_value(definition)
    response = post(client, definition, value)
    assert response.url == reverse("unit_setting", args=[definition.key]), response
    assert selectors.current()[definition] == value
    page = visible_text(client.get(response.url).content.decode())
    assert "agreed on 2026-11-20" in page
    assert lint(page) == []
    assert lint(visible_text(client.get(change(definition.key)).content.decode())) == []


@pytest.mark.parametrize("definition", BY_KEY.values(), ids=BY_KEY)
def test_the_form_opens_with_what_holds_and_saving_that_says_so(administrator, as_user, definition):
    client = as_user(administrator)
    assert client.get(change(definition.key)).status_code == 200
    if definition is not LOGO:
        page = post(client, definition, definition.default).content.decode()
        assert "This is what holds already" in page
    assert not SettingRevision.objects.exists()


@pytest.mark.parametrize(
    ("key", "sent", "message"),
    [
        ("final-rate", {"value": "1201"}, "at most"),
        ("final-rate", {"value": "1.200"}, "could mean"),
        ("final-rate", {"value": ""}, "Type a number"),
        ("h1-washout", {"value": "2.5"}, "whole number"),
        ("h1-washout", {"value": "1"}, "at least"),
        ("fev1", {"value": "75"}, "not one of the available choices"),
        ("hospital-name", {"value": "x" * 81}, "at most 80 characters"),
        ("unit-name", {"value": "gm \u202e5.0"}, "U+202E"),
        ("unit-telephone", {"value": "none"}, "Type a telephone number"),
        ("stop-rules", {"value": ""}, "required"),
        ("stop-rules", {"value": "a\n" * 9}, "at most 8 lines"),
        ("stop-rules", {"value": "a" * 201}, "at most 8 lines"),
        ("logo", {}, "Choose a PNG file"),
        ("pumps", {"row1-name": "A"}, "Fill this"),
        ("bag-volumes", {"row1-volume_ml": ""}, "at least one row"),
        ("bag-volumes", {"row1-volume_ml": "50", "row2-volume_ml": "50"}, "another row"),
        ("lines", {"row1-name": "A", "row1-dead_volume_ml": "101"}, "at most"),
        ("syringes", {"row1-volume_ml": "1", "row1-graduation_ml": "0.1", "row1-least_ml": "2"}, "no larger than"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_kept(administrator, as_user, key, sent, message):
    common = {name: typed(FINAL_RATE_ML_H, 60)[name] for name in ("entry_key", "based_on", "reason")}
    page = as_user(administrator).post(change(key), common | sent).content.decode()
    assert message in page
    assert 'value="agreed on 2026-11-20"' in page
    assert all(value.strip() in page for value in sent.values() if key != "fev1")
    assert not SettingRevision.objects.exists()


@pytest.mark.parametrize("content", [b"GIF89a", png() + b"x", b"x" * 200_001], ids=["gif", "damaged", "large"])
def test_a_picture_that_cannot_be_printed_is_refused(administrator, as_user, content):
    sent = typed(LOGO, "") | {"value": SimpleUploadedFile("logo.png", content, "image/png")}
    sent.pop("remove")
    assert "invalid-feedback" in as_user(administrator).post(change("logo"), sent).content.decode()
    assert not SettingRevision.objects.exists()


def test_a_logo_is_shown_and_taken_away(administrator, as_user):
    client = as_user(administrator)
    page = client.get(post(client, LOGO, picture_name(png())).url).content.decode()
    assert 'src="data:image/png;base64,iVBOR' in page
    page = client.get(post(client, LOGO, "", based_on=1).url).content.decode()
    assert "data:image" not in page
    assert selectors.current()[LOGO] == ""


def test_rows_are_added_changed_and_dropped(administrator, as_user):
    client, lines = as_user(administrator), BY_KEY["lines"]
    first = {"row1-name": "Set A", "row1-dead_volume_ml": "22", "row3-name": "Set B", "row3-dead_volume_ml": "1,5"}
    client.post(change("lines"), typed(lines, ()) | first)
    assert [(line.name, line.dead_volume_ml) for line in selectors.current()[lines]] == [("Set A", 22), ("Set B", 1.5)]
    client.post(change("lines"), typed(lines, (), based_on=1) | first | {"row1-name": "", "row1-dead_volume_ml": ""})
    assert [line.name for line in selectors.current()[lines]] == ["Set B"]


def test_a_stale_save_shows_both_and_the_next_one_saves(administrator, as_user):
    client = as_user(administrator)
    post(client, FINAL_RATE_ML_H, 60, reason="first writer")
    response = post(client, FINAL_RATE_ML_H, 75)
    page = response.content.decode()
    assert response.status_code == 409
    assert "first writer" in page
    assert "60\u00a0mL/h" in page
    assert 'value="75"' in page
    assert selectors.current()[FINAL_RATE_ML_H] == 60
    based_on = re.search(r'name="based_on" value="(\d+)"', page)[1]
    post(client, FINAL_RATE_ML_H, 75, based_on=int(based_on))
    assert selectors.current()[FINAL_RATE_ML_H] == 75


def test_a_form_without_its_key_saves_nothing(administrator, as_user):
    client = as_user(administrator)
    for wrong in ({"entry_key": ""}, {"based_on": "-1"}, {"based_on": "9" * 30}):
        assert (
            "the form was not complete"
            in client.post(change("final-rate"), typed(FINAL_RATE_ML_H, 60) | wrong).content.decode()
        )
    assert "required" in client.post(change("final-rate"), typed(FINAL_RATE_ML_H, 60, reason="")).content.decode()
    assert not SettingRevision.objects.exists()


def test_an_unknown_setting_is_not_found(administrator, as_user):
    for name in ("unit_setting", "unit_setting_change"):
        assert as_user(administrator).get(reverse(name, args=["nothing"])).status_code == 404


def test_a_name_cannot_break_out_of_the_page(administrator, as_user):
    client, name = as_user(administrator), '<script>alert("x")</script>'
    page = client.get(post(client, HOSPITAL_NAME, name).url).content.decode()
    assert name not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(administrator, as_user, rows, django_assert_num_queries):
    client = as_user(administrator)
    for row in range(rows):
        post(client, FINAL_RATE_ML_H, Fraction(60 + row), based_on=row)
    client.get("/")
    for address in (reverse("unit_settings"), reverse("unit_setting", args=["final-rate"]), change("final-rate")):
        with django_assert_num_queries(4):  # session, person, roles, settings
            client.get(address)


ODD = st.one_of(st.text(max_size=40), st.sampled_from(["\x00", "\u202e", "é" * 201, "1e9", "1.000", " " * 300, "0"]))
NAMES = ["value", "reason", "based_on", "entry_key", "remove", "row1-name", "row2-volume_ml", "row9-least_ml"]


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(key=st.sampled_from(sorted(BY_KEY)), typed_in=st.dictionaries(st.sampled_from(NAMES), ODD, max_size=5))
def test_whatever_is_typed_the_answer_is_a_page(administrator, as_user, key, typed_in):
    definition = BY_KEY[key]
    sent = typed(definition, other_value(definition)) | typed_in
    assert as_user(administrator).post(change(key), sent).status_code in {200, 302, 409}
    assert as_user(administrator).get(reverse("unit_setting", args=[key])).status_code == 200
