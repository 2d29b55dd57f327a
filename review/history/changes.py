"""What was done otherwise than in the cycle before: steps, bags, dose, protocol, premedication."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from procedures.models import Premedication
from review.history.breakthroughs import Reading
from review.history.gathering import Recorded
from review.history.schedules import Size
from review.history.words import counted, number


def protocol_changes(before: Recorded | None, now: Recorded, reading: Reading) -> Iterator[str]:
    """Of steps, bags, planned dose and protocol what differs from the cycle before, where both are recorded."""
    if before is None:
        return
    old, new = before.size, now.size
    compared = (
        (old.steps, new.steps, _("steps %(old)s, now %(new)s")),
        (old.bags, new.bags, _("bags %(old)s, now %(new)s")),
    )
    for earlier, later, words in compared:
        if earlier is not None and later is not None and earlier != later:
            yield words % {"old": number(earlier), "new": number(later)}
    if old.planned is not None and new.planned is not None and old.planned != new.planned:
        yield _("planned dose %(old)s, now %(new)s") % {"old": old.planned, "new": new.planned}
    if _of_another_protocol(before, now):
        yield _("another protocol: %(protocol)s") % {"protocol": protocol_name(now, reading)}


def protocol_name(one: Recorded, reading: Reading) -> str:
    """The version that was given, or how an earlier protocol was described; "" for neither."""
    version = one.row.version
    if version is None:
        return reading.typed(one.particulars.protocol_note)
    named = {"protocol": version.protocol.code, "number": number(version.number)}
    return _("%(protocol)s, version %(number)s") % named


def premedication_text(one: Recorded) -> str:
    """What was given before, each with its dose and route; what was ordered and not given says so."""
    if not one.premedications:
        return _("none given") if one.particulars.none_premedicated else _("not recorded")
    return ", ".join(map(_medicine, one.premedications))


def premedication_changes(before: Recorded | None, now: Recorded) -> Iterator[str]:
    """What was added and left out since the cycle before, where the premedication of both is recorded."""
    if before is None or not (_is_recorded(before) and _is_recorded(now)):
        return
    old, new = _given(before.premedications), _given(now.premedications)
    for words, medicines in ((_("now also %(medicines)s"), new - old), (_("no longer %(medicines)s"), old - new)):
        if medicines:
            yield words % {"medicines": ", ".join(sorted(medicines))}


def steps_text(size: Size) -> str:
    """`16 steps, 4 bags`; what is not recorded says so."""
    steps, bags = size.steps, size.bags
    if steps is None and bags is None:
        return _("steps and bags not recorded")
    return ", ".join(
        (
            _("steps not recorded") if steps is None else counted(steps, ngettext("step", "steps", steps)),
            _("bags not recorded") if bags is None else counted(bags, ngettext("bag", "bags", bags)),
        )
    )


def _of_another_protocol(before: Recorded, now: Recorded) -> bool:
    old, new = before.row.version, now.row.version
    return old is not None and new is not None and old.protocol_id != new.protocol_id


def _is_recorded(one: Recorded) -> bool:
    return bool(one.premedications) or one.particulars.none_premedicated is True


def _given(rows: Iterable[Premedication]) -> frozenset[str]:
    return frozenset(_medicine(row) for row in rows if row.given)


def _medicine(row: Premedication) -> str:
    parts = [row.medicine, *([str(row.quantity)] if row.quantity is not None else []), row.route]
    said = " ".join(part for part in parts if part)
    return said if row.given else _("%(medicine)s (ordered, not given)") % {"medicine": said}
