"""Releasing a verified version for one procedure on one date."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.selectors import identity, patient_of
from protocols import selectors
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.releasing import require_releasable
from protocols.lifecycle.signed import released_meaning
from protocols.models import Protocol
from protocols.prescribable import only_prescribable
from protocols.releasing.form import ReleaseForm
from protocols.releasing.gathering import Gathered, gather
from protocols.releasing.page import item_rows
from protocols.releasing.services import NotReadyError, Said, StaleReleaseError, release_ready
from protocols.rules.readiness import readiness
from protocols.rules.readiness_item import refusing, wanting_reason
from protocols.selectors import ShownVersion
from reactions.assessing.facts import Changes, changes_since, seen_text


@requires(Permission.RELEASE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def version_release(request: PersonRequest, code: str, protocol_code: str, number: int) -> HttpResponse:
    """Each item that must hold, what is asked and measured today, and the release."""
    page = _Page(request, code, protocol_code, number)
    if request.method == "GET":
        return page.opened()
    return page.judged() if request.htmx or request.POST.get("action") == "judge" else page.released()


class _Page:
    """One request for the page of a release."""

    def __init__(self, request: PersonRequest, code: str, protocol_code: str, number: int) -> None:
        self.request, self.now = request, timezone.now()
        self.patient = patient_of(code)
        self.protocol: Protocol = selectors.protocol_of(self.patient, protocol_code)
        self.shown: ShownVersion = selectors.shown_version(self.protocol, number)
        self.gathered: Gathered = gather(self.protocol, on=timezone.localdate(self.now))

    def opened(self) -> HttpResponse:
        """The page, or back to the version with the reason where it cannot be released."""
        try:
            require_releasable(self.shown.row, self.shown.standing, at=self.now)
        except ArrowRefusedError as refusal:
            messages.error(self.request, refusal.sentence)
            return self._back()
        _look(self.request, self.shown, self.protocol, at=self.now)
        return self._shown(self._form(None))

    def judged(self) -> HttpResponse:
        """Each item as it stands with what is typed so far; nothing is written, and no password is read.

        The answer to htmx does not take over what was recorded meanwhile: only a whole page that was read does.
        """
        form = self._form(self.request.POST, signs=False)
        stale = changes_since(self.request.POST.get("seen", ""), self.gathered.facts, self.gathered.digest)
        return self._shown(form, stale=stale, judged=True)

    def released(self) -> HttpResponse:
        """The release, or the page with what was typed and why nothing was released."""
        form, seen = self._form(self.request.POST), self.request.POST.get("seen", "")
        stale, refused = changes_since(seen, self.gathered.facts, self.gathered.digest), ""
        valid = form.is_valid()
        items = self._items(form)
        form.demand(wanting_reason(items, form.reasons()))
        if valid and form.is_valid() and not refusing(items):
            said = Said(answers=form.answers(), reasons=form.reasons(), seen=seen)
            who: dict[str, Any] = {"entry_key": form.cleaned_data["entry_key"], "by": self.request.user, "at": self.now}
            try:
                release_ready(version=self.shown.row, said=said, **who)
                messages.success(self.request, _("Released for one procedure on this date."))
                return self._back()
            except StaleReleaseError as found:
                stale = found.changes
            except NotReadyError as found:
                form.demand(found.topics)
            except ArrowRefusedError as refusal:
                refused = refusal.sentence
        return self._shown(form, stale=stale, refused=refused)

    def _form(self, sent: Any, *, signs: bool = True) -> ReleaseForm:
        """What was sent is shown again with what the page shows now, so that it can be released next."""
        seen, data = seen_text(self.gathered.facts, self.gathered.digest), None
        if sent is not None:
            data = sent.copy()
            data["seen"] = seen
        return ReleaseForm(data, signer=self.request.user, signs=signs, initial={"seen": seen})

    def _items(self, form: ReleaseForm) -> Any:
        today = timezone.localdate(self.now)
        return readiness(self.gathered.record, form.answers(), self.gathered.limits, on=today)

    def _shown(
        self, form: ReleaseForm, *, stale: Changes | None = None, refused: str = "", judged: bool = False
    ) -> HttpResponse:
        items, typing = self._items(form), bool(self.request.htmx)
        context = {
            "identity": identity(self.patient, viewer=self.request.user, on=timezone.localdate(self.now)),
            "protocol": self.protocol,
            "shown": self.shown,
            "form": form,
            "rows": item_rows(items, form, self.gathered, code=self.patient.code, typing=typing),
            "refusing": bool(refusing(items)),
            "open": sum(item.state != "holds" for item in items),
            "judged": judged,
            "meaning": released_meaning(),
            "stale": stale,
            "refused": refused,
        }
        status = 409 if (stale and not judged) or refused else 200
        template = "protocols/releasing/" + ("judged.html" if typing else "release.html")
        response = render(self.request, template, context, status=status)
        response.headers["Vary"] = "HX-Request"
        return response

    def _back(self) -> HttpResponse:
        return redirect("version", self.patient.code, self.protocol.code, self.shown.row.number)


def _look(request: PersonRequest, shown: ShownVersion, protocol: Protocol, *, at: datetime) -> None:
    subject_code, code = f"{protocol.code}/{shown.row.number}", protocol.patient.code
    looked(by=request.user, at=at, subject="version", subject_code=subject_code, patient_code=code)
