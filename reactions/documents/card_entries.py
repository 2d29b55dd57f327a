"""What the card says of each drug: the standing label, the reactions, the decision, what else was recorded."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.sentences import figures_kept, kept_together
from drugs.names import drug_key
from patients.models import LabelStatus
from patients.selectors import AllergyChip, Identity
from reactions.assessed import decisions_in_force
from reactions.assessment_choices import Alternative, ChallengeResult
from reactions.documents.decision_words import require_intact
from reactions.documents.ground_words import alternative_text
from reactions.models import Assessment, Challenge, GradeDecision, Grounds
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
        *_reaction_lines(mine),
        _challenge(challenges.get(key)),
        _decision(decisions.get(key)),
        _alternative(grounds.get(key)),
    )
    return CardEntry(
        substance=chip.substance,
        label=_("%(status)s since %(date)s")
        % {"status": chip.status_text, "date": kept_together(chip.noted_on.isoformat())},
        lines=tuple(line for line in lines if line),
    )


def _reaction_lines(cases: list[ShownReaction]) -> Iterator[str]:
    """The worst decided grade with its day, else the last day; and how many more there are."""
    if not cases:
        return
    worst = max(cases, key=_severity)
    words = {"date": kept_together(worst.newest.started_text), "grade": _grade(worst.brown, worst.brown_text)}
    yield _("Reaction of %(date)s: %(grade)s") % words
    if others := len(cases) - 1:
        yield ngettext("%(count)s more reaction recorded", "%(count)s more reactions recorded", others) % {
            "count": others
        }


def _severity(case: ShownReaction) -> tuple[int, str]:
    grade = case.brown.decided if case.brown else None
    return (grade or 0, case.newest.started_at.isoformat())


def _grade(decision: GradeDecision | None, text: str) -> str:
    if decision is None:
        return _("grade not decided")
    return kept_together(f"{decision.get_scale_display()} {text}")


def _challenge(row: Challenge | None) -> str:
    return "" if row is None else figures_kept(row.told)


def _went_well(row: Challenge) -> bool:
    return row.result == ChallengeResult.NEGATIVE


def _tolerated(row: Challenge) -> str:
    words = {"drug": row.culprit, "date": row.done_on.isoformat()}
    return _("%(drug)s (graded challenge %(date)s)") % words


def _decision(row: Assessment | None) -> str:
    if row is None:
        return ""
    require_intact(row)
    words = {"date": timezone.localdate(row.recorded_at).isoformat(), "way": row.get_way_display()}
    return _("Decided %(date)s: %(way)s") % words


def _alternative(row: Grounds | None) -> str:
    if row is None or not row.alternative:
        return ""
    exists = row.alternative == Alternative.EXISTS and row.alternative_detail
    text = figures_kept(row.alternative_detail) if exists else alternative_text(row)
    return _("Equally good alternative: %(text)s") % {"text": text}


def _newest_grounds(ids: Collection[int]) -> Mapping[str, Grounds]:
    return {row.culprit_key: row for row in Grounds.objects.filter(patient__in=ids).order_by("id")}


def _last_challenges(ids: Collection[int]) -> Mapping[str, Challenge]:
    rows = Challenge.objects.filter(patient__in=ids, error__isnull=True).order_by("done_on", "id")
    return {row.culprit_key: row for row in rows}
