"""The rows of this app, one file a noun: templates, protocols with their versions, what becomes of a version."""

from protocols.computed_dose_rows import ComputedDose
from protocols.signature_rows import Comparison, Meaning, Place, Release, Signature, Voiding
from protocols.template_rows import (
    Template,
    TemplateOrigin,
    TemplateReading,
    TemplateRetirement,
    TemplateSignOff,
    TemplateSignOffWithdrawal,
)
from protocols.version_rows import Protocol, Version, VersionState

__all__ = [
    "Comparison",
    "ComputedDose",
    "Meaning",
    "Place",
    "Protocol",
    "Release",
    "Signature",
    "Template",
    "TemplateOrigin",
    "TemplateReading",
    "TemplateRetirement",
    "TemplateSignOff",
    "TemplateSignOffWithdrawal",
    "Version",
    "VersionState",
    "Voiding",
]
