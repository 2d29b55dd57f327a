"""What the card says of each drug: the standing label, the reactions, the decision, what else was recorded."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept, kept_together
from drugs.names import drug_key
from patients.models import LabelStatus
from patients.selectors import AllergyChip, Identity
from reactions.assessed import decisions_in_force
from reactions.assessment_choices import ChallengeResult
from reactions.documents.card_lines import alternative_line, challenge_line, decision_line, reaction_lines
from reactions.models import Assessment, Challenge, Grounds
from reactions.recording.selectors import reactions
from reactions.recording.shown import ShownReaction


@dataclass(frozen=True, kw_only=True)
class CardEntry:
    """One drug with its label and its lines; what is no allergy stands on the back alone."""

    substance: str
    label: str
    lines: tuple[str, ...]
    is_allergy: bool = True

    @property
    def heading(self) -> str:
        """The drug with its label."""
        return f"{self.substance} ({self.label})" if self.label else self.substance


def card_entries(ids: Collection[int], identity: Identity) -> tuple[CardEntry, ...]:
    """The confirmed ones, the suspected ones, last what was tolerated; a refuted one never. Seven queries.

    Empty where no label is confirmed or suspected. CannotPrint where a signed decision is not what was signed.
    """
    cases = [case for case in reactions(ids) if case.row]
    decisions, grounds = decisions_in_force(ids), _newest_grounds(ids)
    challenges = _last_challenges(ids)
    standing = [chip for chip in identity.allergies if chip.status != LabelStatus.REFUTED]
    labelled = {drug_key(chip.substance) for chip in identity.allergies}
    tolerated = [_tolerated(row) for key, row in challenges.items() if key not in labelled and _went_well(row)]
    entries = [_entry(chip, cases, decisions, grounds, challenges) for chip in standing]
    if entries and tolerated:
        more = CardEntry(substance=_("Tolerated"), label="", lines=tuple(tolerated), is_allergy=False)
        entries.append(more)
    return tuple(entries)


def _entry(
    chip: AllergyChip,
    cases: Iterable[ShownReaction],
    decisions: Mapping[str, Assessment],
    grounds: Mapping[str, Grounds],
    challenges: Mapping[str, Challenge],
) -> CardEntry:
    key = drug_key(chip.substance)
    mine = [case for case in cases if case.newest.culprit_key == key]
    lines = (
        figures_kept(chip.reaction),
        *reaction_lines(mine),
        challenge_line(challenges.get(key)),
        decision_line(decisions.get(key)),
        alternative_line(grounds.get(key)),
    )
    return CardEntry(
        substance=chip.substance,
        label=_("%(status)s since %(date)s")
        % {"status": chip.status_text, "date": kept_together(chip.noted_on.isoformat())},
        lines=tuple(line for line in lines if line),
    )


def _newest_grounds(ids: Collection[int]) -> Mapping[str, Grounds]:
    return {row.culprit_key: row for row in Grounds.objects.filter(patient__in=ids).order_by("id")}


def _last_challenges(ids: Collection[int]) -> Mapping[str, Challenge]:
    rows = Challenge.objects.filter(patient__in=ids, error__isnull=True).order_by("done_on", "id")
    return {row.culprit_key: row for row in rows}


def _went_well(row: Challenge) -> bool:
    return row.result == ChallengeResult.NEGATIVE


def _tolerated(row: Challenge) -> str:
    words = {"drug": row.culprit, "date": row.done_on.isoformat()}
    return _("%(drug)s (graded challenge %(date)s)") % words
