"""The rows of this app, one file a noun: templates, protocols with their versions, what becomes of a version."""

from protocols.computed_dose_rows import ComputedDose
from protocols.document_rows import Paper, StoredDocument
from protocols.making_rows import BagPart, BagsMade, BagsMadeInError, BagsMadeLot, BagsMeaning, BagsSignature
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
    "BagPart",
    "BagsMade",
    "BagsMadeInError",
    "BagsMadeLot",
    "BagsMeaning",
    "BagsSignature",
    "Comparison",
    "ComputedDose",
    "Meaning",
    "Paper",
    "Place",
    "Protocol",
    "Release",
    "Signature",
    "StoredDocument",
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
