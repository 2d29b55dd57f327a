"""Every page a person can open, with who opens it. An app adds a function that makes its rows and lists its pages."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from desens.access.people import invite
from desens.access.roles import Role
from desens.unit.definitions.equipment import LINES
from desens.unit.definitions.stock import UnitLine
from desens.unit.services import Change, change_setting
from drugs.services import load_library
from patients.background.urls import ADDRESSES
from patients.keeping_services import amend_patient, join_records, mark_in_error
from patients.models import Measurement, Patient
from patients.services import (
    NewLabel,
    NewMeasurement,
    NewPatient,
    record_allergy,
    record_measurements,
    record_state,
    register_patient,
)
from protocols.library_services import load_templates
from tests.access.factors import with_app
from tests.access.samples import sample_patient, sample_version
from tests.browser.pages_of_bags import pages_of_bags
from tests.browser.pages_of_checks import pages_of_blind_checks
from tests.browser.pages_of_department import pages_of_the_department
from tests.browser.pages_of_history import pages_of_the_history
from tests.browser.pages_of_oral import pages_of_oral_protocols
from tests.browser.pages_of_procedures import pages_of_procedures
from tests.browser.pages_of_templates import pages_of_templates
from tests.browser.pages_of_ties import pages_of_adjuvants, pages_of_breakthroughs
from tests.browser.pages_of_work_lists import pages_of_work_lists
from tests.browser.visit import Visit
from tests.cast import person
from tests.drugs import shelf
from tests.patients.background import records
from tests.protocols.lifecycle.steps import released
from tests.protocols.releasing.ready import address as address_of
from tests.protocols.releasing.ready import everything_but_medicines, verified_version
from tests.reactions.assessing import assessed
from tests.reactions.recording import entries as reacted
from tests.reactions.recording.records import reaction_row
from tests.reactions.samples import records as sampled
from tests.reactions.skin_tests import typed as skin_tests


def pages_before_log_in() -> Iterable[Visit]:
    """What anybody may open."""
    yield Visit(name="log in", address=reverse("account_login"), user=None)
    yield Visit(name="sign up, closed", address=reverse("account_signup"), user=None)


def pages_of_everybody() -> Iterable[Visit]:
    """Home for each role, and a person's own account."""
    for role in Role:
        user = person(f"somebody.{role}", role)
        yield Visit(name=f"home of {role}", address=reverse("home"), user=user)
    yield Visit(name="my account", address=reverse("profile"), user=user)
    yield Visit(name="change password", address=reverse("account_change_password"), user=user)
    yield Visit(name="log out", address=reverse("account_logout"), user=user)


def pages_of_people() -> Iterable[Visit]:
    """The administrator's pages, a link that opens, and what each person keeps of the door."""
    administrator, nurse = person("administrator", Role.ADMINISTRATOR), person("nurse", Role.NURSE)
    now = timezone.now()
    invited, token = invite(username="ana", full_name="Ana Ruiz", roles=[Role.NURSE], by=administrator, at=now)
    for name in ("people", "person_invite"):
        yield Visit(name=name, address=reverse(name), user=administrator)
    for name in ("person", "person_reset"):
        yield Visit(name=name, address=reverse(name, args=[nurse.username]), user=administrator)
    yield Visit(name="person invited", address=reverse("person", args=[invited.username]), user=administrator)
    yield Visit(name="link", address=reverse("invitation", args=[token]), user=None)
    yield Visit(name="no second factor", address=reverse("mfa_index"), user=nurse)
    with_app(nurse)
    yield Visit(name="second factor", address=reverse("mfa_index"), user=nurse)
    yield Visit(name="password again", address=reverse("mfa_add_webauthn"), user=nurse)
    yield Visit(name="own sessions", address=reverse("own_sessions"), user=nurse)


def pages_of_a_patient() -> Iterable[Visit]:
    """A patient with the longest name and every kind of label, and one of whom nothing is recorded."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    yield Visit(name="no patients yet", address=reverse("patient_list"), user=allergist)
    full, bare = patient_with_everything(allergist), sample_patient("S-2")
    yield Visit(name="patients", address=reverse("patient_list"), user=allergist)
    yield Visit(name="patients without identity", address=reverse("patient_list"), user=reviewer)
    yield Visit(name="register", address=reverse("patient_register"), user=allergist)
    for name, code in (("everything", full.code), ("nothing recorded", bare.code)):
        yield Visit(name=f"patient, {name}", address=reverse("patient", args=[code]), user=allergist)
    yield Visit(name="patient without identity", address=reverse("patient", args=[full.code]), user=reviewer)
    for form in ("measurement_record", "allergy_record"):
        yield Visit(name=form, address=reverse(form, args=[full.code]), user=allergist)


def pages_of_the_background() -> Iterable[Visit]:
    """Everything recorded, nothing recorded, without identity, what is open on the overview; and each form."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    full, bare = patient_with_everything(allergist), sample_patient("S-2")
    records.everything(full, allergist)
    for name, code in (("everything", full.code), ("nothing recorded", bare.code)):
        yield Visit(name=f"background, {name}", address=reverse("background", args=[code]), user=allergist)
    yield Visit(name="overview, loops open", address=reverse("patient", args=[full.code]), user=allergist)
    yield Visit(name="background, reviewer", address=reverse("background", args=[full.code]), user=reviewer)
    for kind in ADDRESSES:
        yield Visit(name=kind, address=reverse(f"background_{kind}", args=[full.code]), user=allergist)


def pages_of_reactions() -> Iterable[Visit]:
    """No reaction, one in every state, and the forms that record, correct, grade and strike it."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    full, bare = patient_with_everything(allergist), sample_patient("S-2")
    yield Visit(name="no reactions yet", address=reverse("reaction_list", args=[bare.code]), user=allergist)
    key = reacted.everything(full, allergist).case_key
    for user in (allergist, reviewer):
        yield Visit(name=f"reactions, {user}", address=reverse("reaction_list", args=[full.code]), user=user)
        yield Visit(name=f"a reaction, {user}", address=reverse("reaction", args=[full.code, key]), user=user)
    yield Visit(name="record a reaction", address=reverse("reaction_record", args=[full.code]), user=allergist)
    for name in ("reaction_correct", "reaction_error"):
        yield Visit(name=name, address=reverse(name, args=[full.code, key]), user=allergist)
    yield Visit(name="a grade", address=reverse("reaction_grade", args=[full.code, key, "wao"]), user=allergist)


def pages_of_keeping() -> Iterable[Visit]:
    """A record with a joined one, an entry in error, a death; and the forms that keep it right."""
    allergist = person("allergist", Role.ALLERGIST)
    patient, second, third = patient_with_everything(allergist), sample_patient("S-2"), sample_patient("S-3")
    common = {"by": allergist, "at": timezone.now()}
    join_records(leading=patient, joined=second, reason="registered twice", entry_key=uuid4(), **common)
    weight = Measurement.objects.filter(patient=patient).first()
    mark_in_error(entry=weight, reason="another patient's", entry_key=uuid4(), **common)
    new = NewPatient(
        family_name="Núñez", given_name="Ana", birth_date=date(1962, 4, 3), sex="F", hospital_number=patient.code
    )
    amend_patient(patient=patient, expected_version=1, new=new, **common)
    died = {"state": "deceased", "since": timezone.localdate(), "note": ""}
    record_state(patient=patient, entry_key=uuid4(), **died, **common)
    yield Visit(name="patient, kept right", address=reverse("patient", args=[patient.code]), user=allergist)
    yield Visit(name="joined record", address=reverse("patient", args=[second.code]), user=allergist)
    for form in ("patient_amend", "patient_state", "patient_join"):
        yield Visit(name=form, address=reverse(form, args=[third.code]), user=allergist)
    undo = reverse("joining_undo", args=[patient.code, second.code])
    yield Visit(name="undo a joining", address=undo, user=allergist)
    height = Measurement.objects.filter(patient=patient).last()
    mark = reverse("entry_error", args=[patient.code, "measurements", height.entry_key])
    yield Visit(name="mark in error", address=mark, user=allergist)


def pages_of_samples() -> Iterable[Visit]:
    """No sample, everything that a list can hold with the picture, the form, a mistake, and the loop it leaves open."""
    allergist = person("allergist", Role.ALLERGIST)
    full, bare = patient_with_everything(allergist), sample_patient("S-2")
    yield Visit(name="no samples yet", address=reverse("samples", args=[bare.code]), user=allergist)
    yield Visit(name="record samples, no reaction", address=reverse("sample_record", args=[bare.code]), user=allergist)
    acute, _baseline = sampled.everything(full, allergist)
    sampled.waiting(bare, allergist)
    yield Visit(name="samples", address=reverse("samples", args=[full.code]), user=allergist)
    yield Visit(name="record samples", address=reverse("sample_record", args=[full.code]), user=allergist)
    mark = reverse("sample_error", args=[full.code, acute.entry_key])
    yield Visit(name="sample in error", address=mark, user=allergist)
    yield Visit(name="baseline missing", address=reverse("samples", args=[bare.code]), user=allergist)
    yield Visit(name="overview, baseline missing", address=reverse("patient", args=[bare.code]), user=allergist)


def pages_of_protocols() -> Iterable[Visit]:
    """A patient's protocols, the editor, one version."""
    allergist, nurse = person("allergist", Role.ALLERGIST), person("nurse", Role.NURSE)
    patient = patient_with_everything(allergist)
    yield Visit(name="no protocol yet", address=reverse("protocol_list", args=[patient.code]), user=allergist)
    protocol = sample_version(patient).protocol
    yield Visit(name="protocols", address=reverse("protocol_list", args=[patient.code]), user=nurse)
    yield Visit(name="new protocol", address=reverse("protocol_new", args=[patient.code]), user=allergist)
    yield Visit(name="target dose", address=reverse("target_dose", args=[patient.code]), user=allergist)
    yield Visit(name="version", address=reverse("version", args=[patient.code, protocol.code, 1]), user=nurse)
    signing = reverse("version_sign", args=[patient.code, protocol.code, 1])
    yield Visit(name="sign a protocol", address=signing, user=allergist)
    prepared = reverse("preparation", args=[patient.code, protocol.code, 1])
    yield Visit(name="preparation", address=prepared, user=nurse)
    yield Visit(name="next version", address=reverse("version_new", args=[patient.code, protocol.code]), user=allergist)


def pages_of_releases() -> Iterable[Visit]:
    """Little recorded, everything recorded, marking as void, and the version that was released."""
    allergist, pharmacist = person("allergist", Role.ALLERGIST), person("pharmacist", Role.PHARMACIST)
    patient = patient_with_everything(allergist)
    records.medicine(patient, allergist, medicine_class="ace_inhibitor", name="ramipril")
    version = verified_version(allergist, pharmacist, patient)
    yield Visit(name="release, little recorded", address=address_of(version), user=allergist)
    everything_but_medicines(patient, allergist)
    yield Visit(name="release, everything recorded", address=address_of(version), user=allergist)
    yield Visit(name="mark as void", address=address_of(version, "version_void"), user=allergist)
    released(version, allergist, planned_on=timezone.localdate())
    yield Visit(name="version, released", address=address_of(version, "version"), user=pharmacist)


#: An infused entry for two drugs, one full of misprints, days, single doses of two components, one without a schedule.
ONE_OF_EACH_KIND = (
    "atezolizumab-bevacizumab-16-step",
    "alemtuzumab-modified-12-step",
    "alectinib-kimura",
    "co-trimoxazole-6-step-hourly",
    "penicillin-v-oral-14-dose",
    "imatinib-nanograms",
)


def pages_of_the_library() -> Iterable[Visit]:
    """The published protocols."""
    nurse = person("nurse", Role.NURSE)
    load_library(by="test", at=timezone.now())
    load_templates(by="test", at=timezone.now())
    yield Visit(name="library", address=reverse("template_list"), user=nurse)
    yield Visit(name="check a table", address=reverse("check_a_table"), user=nurse)
    yield Visit(name="library, filtered", address=reverse("template_list") + "?state=misprinted", user=nurse)
    for slug in ONE_OF_EACH_KIND:
        yield Visit(name=slug, address=reverse("template", args=[slug]), user=nurse)


def pages_of_the_unit() -> Iterable[Visit]:
    """The settings as everybody reads them and as the administrator changes them, one changed before."""
    administrator, nurse = person("administrator", Role.ADMINISTRATOR), person("nurse", Role.NURSE)
    lines = (UnitLine(name="Primary set with the longest name", dead_volume_ml=Fraction("18.5")),)
    change = Change(definition=LINES, value=lines, reason="measured by the pharmacy", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())
    yield Visit(name="settings, nurse", address=reverse("unit_settings"), user=nurse)
    yield Visit(name="settings", address=reverse("unit_settings"), user=administrator)
    yield Visit(name="setting, changed", address=reverse("unit_setting", args=["lines"]), user=administrator)
    for key in ("pumps", "stop-rules", "logo", "fev1", "final-rate", "unit-telephone"):
        yield Visit(name=f"change {key}", address=reverse("unit_setting_change", args=[key]), user=administrator)


def pages_of_drugs() -> Iterable[Visit]:
    """List and search; drugs as a nurse reads them, and as a pharmacist changes them, with the unit's own rows."""
    nurse, pharmacist = person("nurse", Role.NURSE), person("pharmacist", Role.PHARMACIST)
    yield Visit(name="no drugs yet", address=reverse("drug_list"), user=nurse)
    shelf.loaded()
    about = shelf.product("oxaliplatin")
    shelf.stated(about, shelf.stating("concentration_greatest", "0.8", "mg/mL"), pharmacist)
    value = shelf.stated(about, shelf.stating("stability", "7", "h", "30 °C"), pharmacist)
    shelf.retired(value, pharmacist)
    shelf.retired(shelf.product("docetaxel"), pharmacist)
    for typed in ("", "taxol", "c", "cisplatyn"):
        yield Visit(name=f"drugs, search {typed}", address=f"{reverse('drug_list')}?q={typed}", user=pharmacist)
    for key in ("carboplatin", "docetaxel", "heparins", "atezolizumab"):
        yield Visit(name=f"drug, {key}", address=reverse("drug", args=[key]), user=nurse)
    for key in ("oxaliplatin", "docetaxel"):
        yield Visit(name=f"drug, {key}, to change", address=reverse("drug", args=[key]), user=pharmacist)
    yield Visit(name="new drug", address=reverse("drug_new"), user=pharmacist)
    for form in ("drug_name_new", "product_new", "drug_value_new"):
        yield Visit(name=form, address=reverse(form, args=["oxaliplatin"]), user=pharmacist)
    for what in ("stability", "diluents_allowed", "filter"):
        address = reverse("product_value_new", args=["oxaliplatin", about.pk])
        yield Visit(name=f"state {what}", address=f"{address}?what={what}", user=pharmacist)
    revise = reverse("value_revise", args=["oxaliplatin", about.values.all()[0].pk])
    yield Visit(name="revise a value", address=revise, user=pharmacist)
    retire = reverse("drug_row_retire", args=["oxaliplatin", "value", value.pk])
    yield Visit(name="use a value again", address=retire, user=pharmacist)


def patient_with_everything(by: User) -> Patient:
    """The longest name, a weight and a height, and a label of each status."""
    common = {"by": by, "at": timezone.now()}
    new = NewPatient(
        family_name="García-Hernández de la Torre y Montemayor",
        given_name="María del Carmen Concepción",
        birth_date=date(1962, 4, 3),
        sex="F",
        hospital_number="00012345678901234567",
    )
    patient = register_patient(new=new, entry_key=uuid4(), **common)
    day = timezone.localdate()
    measured = [
        NewMeasurement(kind=kind, value=value, measured_on=day) for kind, value in (("weight", 71), ("height", 178))
    ]
    record_measurements(patient=patient, new=measured, entry_key=uuid4(), **common)
    for substance, status in (
        ("Oxaliplatin", "confirmed"),
        ("Amoxicillin and clavulanic acid", "suspected"),
        ("Iodinated contrast medium", "refuted"),
    ):
        label = NewLabel(substance=substance, status=status, reaction="urticaria, wheeze", noted_on=day)
        record_allergy(patient=patient, new=label, entry_key=uuid4(), **common)
    return patient


def pages_of_the_installation() -> Iterable[Visit]:
    """What is wrong with it."""
    yield Visit(name="installation", address=reverse("installation"), user=person("admin", Role.ADMINISTRATOR))


def pages_of_the_trail() -> Iterable[Visit]:
    """Who saw and changed what, with values and without, and the chain."""
    allergist = person("allergist", Role.ALLERGIST)
    patient_with_everything(allergist)
    for user in (allergist, person("admin", Role.ADMINISTRATOR)):
        yield Visit(name=f"trail of {user}", address=reverse("trail"), user=user)
    yield Visit(name="chain", address=reverse("trail_chain"), user=allergist)


def pages_of_skin_tests() -> Iterable[Visit]:
    """No session, one planned with drugs known and unknown, the same read and read otherwise; and each form."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    load_library(by="test", at=timezone.now())
    patient = patient_with_everything(allergist)
    yield Visit(name="no skin tests", address=reverse("skin_tests", args=[patient.code]), user=allergist)
    reaction_row(patient, allergist)
    yield Visit(name="plan skin tests", address=reverse("skin_test_plan", args=[patient.code]), user=allergist)
    session = skin_tests.everything(patient, allergist)
    yield Visit(name="skin tests", address=reverse("skin_tests", args=[patient.code]), user=reviewer)
    about = [patient.code, session.entry_key]
    for user in (allergist, reviewer):
        yield Visit(name=f"session, {user}", address=reverse("skin_test_session", args=about), user=user)
    for after in ("minutes", "48"):
        results = reverse("skin_test_results", args=[*about, after])
        yield Visit(name=f"results, {after}", address=results, user=allergist)
    yield Visit(name="read otherwise", address=reverse("skin_test_opinion", args=about), user=allergist)
    error = reverse("skin_test_error", args=[*about, "session", session.entry_key])
    yield Visit(name="session in error", address=error, user=allergist)


def pages_of_assessments() -> Iterable[Visit]:
    """Nothing to go by, a contraindication, everything recorded and decided twice, otherwise than proposed; forms."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    full = patient_with_everything(allergist)
    for name, reaction in assessed.everything(full, allergist).items():
        page = reverse("assessment", args=[full.code, reaction.case_key])
        yield Visit(name=f"assessment, {name}", address=page, user=allergist)
    yield Visit(name="assessment, reviewer", address=page, user=reviewer)
    for kind in ("naranjo", "grounds", "challenge"):
        address = reverse(f"assessment_{kind}", args=[full.code, reaction.case_key])
        yield Visit(name=f"assessment, {kind}", address=address, user=allergist)
    yield Visit(
        name="challenge in error", address=f"{page}challenges/{assessed.challenge_of(full)}/error/", user=allergist
    )


LISTS: list[Callable[[], Iterable[Visit]]] = [
    pages_before_log_in,
    pages_of_everybody,
    pages_of_people,
    pages_of_the_installation,
    pages_of_a_patient,
    pages_of_reactions,
    pages_of_keeping,
    pages_of_samples,
    pages_of_breakthroughs,
    pages_of_adjuvants,
    pages_of_the_background,
    pages_of_skin_tests,
    pages_of_assessments,
    pages_of_protocols,
    pages_of_releases,
    pages_of_blind_checks,
    pages_of_bags,
    pages_of_oral_protocols,
    pages_of_procedures,
    pages_of_the_history,
    pages_of_work_lists,
    pages_of_the_library,
    pages_of_templates,
    pages_of_drugs,
    pages_of_the_unit,
    pages_of_the_department,
    pages_of_the_trail,
]
