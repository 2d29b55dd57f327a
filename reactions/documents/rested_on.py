"""What a signed decision does not rest on: entries that came or went since, or rules that say another today."""

from typing import Any

from django.utils.translation import gettext as _

from desens.audit.signed_text import kept
from desens.numbers.sentences import figures_kept
from reactions.assessing.facts import MARK_LENGTH
from reactions.assessing.gathering import Gathered


def not_rested_on(gathered: Gathered, signed: dict[str, Any]) -> tuple[str, ...]:
    """What stands in the records and is not in the signed text, what of it is gone, or that the rules say another."""
    decisions = {row.entry_key.hex[:MARK_LENGTH] for row in gathered.standing.decisions}
    before = {each["mark"]: str(each["told"]) for each in signed["rests_on"] if each["mark"] not in decisions}
    now = {each.mark: each.told for each in gathered.facts if each.mark not in decisions}
    added = [told for mark, told in now.items() if mark not in before]
    if signed["reaction"] != str(gathered.reaction.case_key):
        return tuple(map(figures_kept, (_signed_about(gathered, signed), *added)))
    gone = [
        _("%(entry)s (replaced or entered in error)") % {"entry": before[mark]} for mark in before if mark not in now
    ]
    verdicts = {name: kept(getattr(gathered.judged, name, None)) for name in signed["verdicts"]}
    if not added and not gone and verdicts != signed["verdicts"]:
        return (_("what the rules say today: a rule or a setting of the unit changed since"),)
    return tuple(map(figures_kept, (*added, *gone)))


def _signed_about(gathered: Gathered, signed: dict[str, Any]) -> str:
    about = (case.newest.told for case in gathered.cases if str(case.newest.case_key) == signed["reaction"])
    told = next(about, _("a reaction that was entered in error"))
    return _("this reaction: the decision was signed about %(reaction)s") % {"reaction": told}
