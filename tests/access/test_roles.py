"""The one table of grants, read against the unit's rules."""

import pytest

from desens.access.roles import GRANTS, ROLE_NAMES, Permission, Role
from tests.cast import person

EVERY_DAY = {"home", "own_account"}
READING = {"view_patients", "view_reactions", "view_protocols", "view_procedures", "view_library", "view_unit_settings"}
RECORDING = {
    "register_patient",
    "record_measurement",
    "record_allergy",
    "record_background",
    "record_reaction",
    "record_test",
    "record_procedure",
    "mark_error",
}
DEPARTMENT = {"view_department", "export_department"}
KEEPING = {"amend_patient", "join_patients"}

RULES = {
    "allergist": EVERY_DAY
    | READING
    | RECORDING
    | KEEPING
    | DEPARTMENT
    | {"see_identity", "print_sheet", "print_report", "assess", "manage_drugs", "view_trail"}
    | {"write_protocol", "sign_protocol", "release_protocol", "manage_templates"},
    "nurse": EVERY_DAY | READING | RECORDING | {"see_identity", "print_sheet", "prepare_bags"},
    "pharmacist": EVERY_DAY
    | READING
    | {"see_identity", "print_sheet", "manage_drugs", "verify_protocol", "prepare_bags", "manage_templates"},
    "reviewer": EVERY_DAY | READING | DEPARTMENT,
    "identity": EVERY_DAY | {"see_identity"},
    "administrator": EVERY_DAY
    | {"manage_users", "view_trail", "view_installation", "view_unit_settings", "manage_unit_settings"},
}


@pytest.mark.parametrize("role", Role)
def test_a_role_grants_what_the_unit_says_and_nothing_else(role):
    assert set(GRANTS[role]) == RULES[role]


def test_every_role_has_a_name_and_every_permission_somebody():
    assert set(ROLE_NAMES) == set(GRANTS) == set(Role)
    assert frozenset().union(*GRANTS.values()) == set(Permission)


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        GRANTS[Role.NURSE] = frozenset(Permission)


def test_several_roles_add_up(identified_reviewer):
    assert identified_reviewer.has(Permission.VIEW_PATIENTS)
    assert identified_reviewer.has(Permission.SEE_IDENTITY)
    assert not identified_reviewer.has(Permission.PRINT_SHEET)


def test_an_administrator_sees_and_writes_nothing_clinical(administrator):
    assert {wanted for wanted in Permission if administrator.has(wanted)} == {
        Permission.HOME,
        Permission.OWN_ACCOUNT,
        Permission.MANAGE_USERS,
        Permission.VIEW_TRAIL,
        Permission.VIEW_INSTALLATION,
        Permission.VIEW_UNIT_SETTINGS,
        Permission.MANAGE_UNIT_SETTINGS,
    }


def test_no_role_grants_nothing(outsider):
    assert not any(outsider.has(wanted) for wanted in Permission)


@pytest.mark.django_db
@pytest.mark.parametrize("roles", [(), (Role.NURSE,), (Role.NURSE, Role.REVIEWER, Role.ADMINISTRATOR)])
def test_all_questions_of_a_request_cost_one_query(roles, django_assert_num_queries):
    user = person("somebody", *roles)
    with django_assert_num_queries(1):
        assert [user.has(wanted) for wanted in Permission] == [user.has(wanted) for wanted in Permission]
