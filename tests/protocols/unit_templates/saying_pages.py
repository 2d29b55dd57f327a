"""What the pages of templates say, and what is sent to them."""

from uuid import uuid4

from django.urls import reverse

from tests.cast import PASSWORD
from tests.number_linter import lint, visible_text


def said(response):
    text = visible_text(response.content.decode())
    assert lint(text) == []
    return text


def page(client, slug):
    return said(client.get(reverse("template", args=[slug])))


def listed(client, **query):
    return said(client.get(reverse("template_list"), query))


def retiring(revision, **changes):
    return {"entry_key": str(uuid4()), "revision": str(revision), "reason": "replaced"} | changes


def signing(**changes):
    held = {"drug": "oxaliplatin", "dose": "150", "code": "concentration-below-range", "places": "solution 1"}
    return held | {"entry_key": str(uuid4()), "reason": "every diluted bag is", "password": PASSWORD} | changes
