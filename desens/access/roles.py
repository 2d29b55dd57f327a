"""Who may do what: the one table. Nothing is allowed that is not granted here."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """What a view may ask for. Every view names one (decorators.py)."""

    HOME = "home"
    OWN_ACCOUNT = "own_account"
    VIEW_PATIENTS = "view_patients"
    VIEW_REACTIONS = "view_reactions"
    VIEW_PROTOCOLS = "view_protocols"
    VIEW_LIBRARY = "view_library"
    MANAGE_DRUGS = "manage_drugs"
    SEE_IDENTITY = "see_identity"
    REGISTER_PATIENT = "register_patient"
    RECORD_MEASUREMENT = "record_measurement"
    RECORD_ALLERGY = "record_allergy"
    RECORD_BACKGROUND = "record_background"
    MARK_ERROR = "mark_error"
    AMEND_PATIENT = "amend_patient"
    JOIN_PATIENTS = "join_patients"
    RECORD_REACTION = "record_reaction"
    RECORD_TEST = "record_test"
    ASSESS = "assess"
    PRINT_REPORT = "print_report"
    WRITE_PROTOCOL = "write_protocol"
    SIGN_PROTOCOL = "sign_protocol"
    VERIFY_PROTOCOL = "verify_protocol"
    RELEASE_PROTOCOL = "release_protocol"
    MANAGE_TEMPLATES = "manage_templates"
    PREPARE_BAGS = "prepare_bags"
    PRINT_SHEET = "print_sheet"
    VIEW_PROCEDURES = "view_procedures"
    RECORD_PROCEDURE = "record_procedure"
    VIEW_DEPARTMENT = "view_department"
    EXPORT_DEPARTMENT = "export_department"
    VIEW_TRAIL = "view_trail"
    MANAGE_USERS = "manage_users"
    VIEW_UNIT_SETTINGS = "view_unit_settings"
    MANAGE_UNIT_SETTINGS = "manage_unit_settings"
    VIEW_INSTALLATION = "view_installation"


class Role(StrEnum):
    """What a person is in the unit. A person may hold several; `identity` is held beside `reviewer`."""

    ALLERGIST = "allergist"
    NURSE = "nurse"
    PHARMACIST = "pharmacist"
    REVIEWER = "reviewer"
    IDENTITY = "identity"
    ADMINISTRATOR = "administrator"


ROLE_NAMES: Mapping[Role, Promise] = MappingProxyType(
    {
        Role.ALLERGIST: _("Allergist"),
        Role.NURSE: _("Nurse"),
        Role.PHARMACIST: _("Pharmacist"),
        Role.REVIEWER: _("Reviewer"),
        Role.IDENTITY: _("May see identity"),
        Role.ADMINISTRATOR: _("Administrator"),
    }
)

_EVERYONE = frozenset({Permission.HOME, Permission.OWN_ACCOUNT})
_READERS = _EVERYONE | {
    Permission.VIEW_PATIENTS,
    Permission.VIEW_REACTIONS,
    Permission.VIEW_PROTOCOLS,
    Permission.VIEW_PROCEDURES,
    Permission.VIEW_LIBRARY,
    Permission.VIEW_UNIT_SETTINGS,
}
_BEDSIDE = _READERS | {Permission.SEE_IDENTITY, Permission.PRINT_SHEET}
_RECORDERS = _BEDSIDE | {
    Permission.REGISTER_PATIENT,
    Permission.RECORD_MEASUREMENT,
    Permission.RECORD_ALLERGY,
    Permission.RECORD_BACKGROUND,
    Permission.RECORD_REACTION,
    Permission.RECORD_TEST,
    Permission.RECORD_PROCEDURE,
    Permission.MARK_ERROR,
}
_DEPARTMENT = {Permission.VIEW_DEPARTMENT, Permission.EXPORT_DEPARTMENT}
_KEEPERS = {Permission.AMEND_PATIENT, Permission.JOIN_PATIENTS}

GRANTS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.ALLERGIST: _RECORDERS
        | _KEEPERS
        | _DEPARTMENT
        | {
            Permission.ASSESS,
            Permission.PRINT_REPORT,
            Permission.WRITE_PROTOCOL,
            Permission.SIGN_PROTOCOL,
            Permission.RELEASE_PROTOCOL,
            Permission.MANAGE_TEMPLATES,
            Permission.VIEW_TRAIL,
            Permission.MANAGE_DRUGS,
        },
        Role.NURSE: _RECORDERS | {Permission.PREPARE_BAGS},
        Role.PHARMACIST: _BEDSIDE
        | {
            Permission.MANAGE_DRUGS,
            Permission.VERIFY_PROTOCOL,
            Permission.PREPARE_BAGS,
            Permission.MANAGE_TEMPLATES,
        },
        Role.REVIEWER: _READERS | _DEPARTMENT,
        Role.IDENTITY: _EVERYONE | {Permission.SEE_IDENTITY},
        Role.ADMINISTRATOR: _EVERYONE
        | {
            Permission.MANAGE_USERS,
            Permission.VIEW_TRAIL,
            Permission.VIEW_UNIT_SETTINGS,
            Permission.MANAGE_UNIT_SETTINGS,
            Permission.VIEW_INSTALLATION,
        },
    }
)
