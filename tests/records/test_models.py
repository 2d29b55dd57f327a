"""Every row of ours is added once, or changed through its version, or named here (design.md 5.3)."""

from django.apps import apps

from desens.records.models import Versioned

OURS = ("access", "audit", "drugs", "patients", "protocols", "reactions", "running")
#: Neither append-only nor versioned, with the reason.
OTHERS = {
    "access.UserRole": "a role is given and taken away; the audit keeps both",
    "access.KeptForm": "what was typed when a session ended; used once, expires",
    "access.OpenSession": "who is logged in where; ends with the session, log-ins stand in the audit",
    "reactions.ReactionSketch": "a form as it is being typed; dropped when it is recorded, expires",
    "patients.SearchKey": "derived from patients and joinings, replaced when they change",
}


def test_every_model_has_its_kind():
    neither = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in OURS
        and not getattr(model, "append_only", False)
        and not issubclass(model, Versioned)
    }
    assert neither == set(OTHERS)
