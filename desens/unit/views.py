"""Pages of the unit's settings: the list, one setting with its history, and its form."""

import base64
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.unit import selectors, services
from desens.unit.forms import SettingForm
from desens.unit.kinds import Picture
from desens.unit.presenting import value_lines
from desens.unit.selectors import ShownSetting


@requires(Permission.VIEW_UNIT_SETTINGS)
@require_GET
def unit_settings(request: PersonRequest) -> HttpResponse:
    """Every setting by group, and the session limits, which the environment sets."""
    context = {
        "groups": [(title, [_line(shown) for shown in group]) for title, group in selectors.grouped()],
        "idle": Quantity.of(settings.SESSION_IDLE_MINUTES, "min"),
        "absolute": Quantity.of(settings.SESSION_ABSOLUTE_HOURS, "h"),
    }
    return render(request, "unit/list.html", context)


@requires(Permission.VIEW_UNIT_SETTINGS)
@require_GET
def unit_setting(request: PersonRequest, setting: str) -> HttpResponse:
    """One setting: what holds, where it comes from, and every change."""
    definition = selectors.definition_of(setting)
    changes = selectors.history(definition)
    shown = changes[0] if changes else selectors.default_of(definition)
    context = {
        "line": _line(shown),
        "changes": [_line(change) for change in changes],
        "picture": _picture(shown),
        "may_change": request.user.has(Permission.MANAGE_UNIT_SETTINGS),
    }
    return render(request, "unit/setting.html", context)


@requires(Permission.MANAGE_UNIT_SETTINGS)
@require_http_methods(["GET", "POST"])
def unit_setting_change(request: PersonRequest, setting: str) -> HttpResponse:
    """Set a new value, with the reason; refused when somebody changed it meanwhile."""
    shown = selectors.shown_setting(selectors.definition_of(setting))
    form = SettingForm(request.POST or None, request.FILES or None, shown=shown)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["entry_key"]
        try:
            services.change_setting(change=form.change(), entry_key=key, by=request.user, at=timezone.now())
        except services.StaleSettingError as stale:
            return _change_page(request, form.opened_at(stale.current), status=409)
        messages.success(request, _("Saved."))
        return redirect("unit_setting", setting)
    return _change_page(request, form, status=200)


def _change_page(request: PersonRequest, form: SettingForm, *, status: int) -> HttpResponse:
    context = {"form": form, "line": _line(form.shown), "stale": status == 409}
    return render(request, "unit/change.html", context, status=status)


def _line(shown: ShownSetting) -> dict[str, Any]:
    definition = shown.definition
    return {
        "definition": definition,
        "title": figures_kept(str(definition.title)),
        "source": figures_kept(str(definition.source)),
        "row": shown.row,
        "value": value_lines(definition, shown.value),
        "default": value_lines(definition, definition.default),
    }


def _picture(shown: ShownSetting) -> str:
    """The picture as an address that holds it; "" for none."""
    if not isinstance(shown.definition.kind, Picture) or not shown.value:
        return ""
    return "data:image/png;base64," + base64.b64encode(selectors.picture(shown.value)).decode()
