"""Sending the form of a template: checked, looked at, kept."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.number_linter import visible_text
from tests.protocols.unit_templates.written import TEXT

NEW = "unit_template_new"


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


def uploaded(client, data, name="mine.yaml", **fields):
    file = SimpleUploadedFile(name, data)
    return sent(client, reverse(NEW), file=file, text="what was typed before", **fields)
