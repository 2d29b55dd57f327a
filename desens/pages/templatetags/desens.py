"""Template tags of every page: `{% load desens %}`. All words come in translated."""

from datetime import date, datetime

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.access import typed_text
from desens.access.models import User
from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.pages.times import date_text, local_text

register = template.Library()

LEVELS = {
    "blocker": gettext_lazy("Blocker"),
    "sign-off": gettext_lazy("Needs sign-off"),
    "caution": gettext_lazy("Caution"),
    "unchecked": gettext_lazy("Could not check"),
}


@register.simple_tag
def iso_date(day: date | None) -> SafeString | str:
    """`2026-11-20`, or "not recorded"."""
    if day is None:
        return _("not recorded")
    return format_html('<time class="figure" datetime="{0}">{0}</time>', date_text(day))


@register.simple_tag
def local_time(moment: datetime) -> SafeString:
    """A moment in the hospital's zone, with the offset where the wall clock is ambiguous."""
    text = local_text(moment, timezone.get_current_timezone())
    return format_html('<time class="figure" datetime="{}">{}</time>', moment.isoformat(), text)


@register.filter
def keep_units(text: str) -> str:
    """A sentence whose figures stay on the line of their unit."""
    return figures_kept(text)


@register.filter
def typed(text: str, viewer: object) -> str:
    """What a person typed, as far as the viewer may read it: `{{ row.note|typed:user }}` (desens.access.typed_text)."""
    return typed_text.typed(text, viewer if isinstance(viewer, User) else None)


@register.simple_tag
def quantity(amount: Quantity | None) -> SafeString | str:
    """A figure with its unit, never split over a line; "not recorded" for None."""
    return _("not recorded") if amount is None else format_html('<span class="figure">{}</span>', str(amount))


@register.inclusion_tag("components/page_head.html")
def page_head(title: str, *, lead: str = "") -> dict[str, str]:
    """The page's one h1 and a sentence under it."""
    return {"title": title, "lead": lead}


@register.inclusion_tag("components/empty_state.html")
def empty_state(title: str, *, text: str = "", action: str = "", address: str = "") -> dict[str, str]:
    """What to do where there is nothing yet; `action` is the words of the one button to `address`."""
    return {"title": title, "text": text, "action": action, "address": address}


@register.inclusion_tag("components/finding.html")
def finding(level: str, text: str, *, where: str = "") -> dict[str, object]:
    """One finding: level by word and shape, colour third. Raises KeyError for a level nobody knows."""
    return {"level": level, "level_name": LEVELS[level], "text": text, "where": where}


@register.inclusion_tag("components/field.html", takes_context=True)
def field(context: template.Context, bound: BoundField) -> dict[str, BoundField]:
    """A form field with label, help and errors beside it; a page that comes back begins at its first wrong field."""
    request = context.get("request")
    if bound.errors and not getattr(request, "htmx", False) and _begins_at(bound):
        bound.field.widget.attrs["autofocus"] = True
    return {"field": bound}


def _begins_at(bound: BoundField) -> bool:
    """Whether it is the first wrong field that shows, in a form that does not say itself where to begin."""
    shown = [(name, each.widget) for name, each in bound.form.fields.items() if not each.widget.is_hidden]
    if any(widget.attrs.get("autofocus") for _name, widget in shown):
        return False
    return bound.name == next(name for name, _widget in shown if name in bound.form.errors)
