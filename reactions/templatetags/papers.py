"""What the pages of patients and reactions ask about the allergist's papers."""

from typing import Any

from django import template

from desens.access.roles import Permission

register = template.Library()


@register.simple_tag(takes_context=True)
def may_print_report(context: dict[str, Any]) -> bool:
    """Whether the viewer prints the report and the card."""
    return bool(context["user"].has(Permission.PRINT_REPORT))
