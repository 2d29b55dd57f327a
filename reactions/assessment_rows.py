"""Rows of an assessment: about one culprit of one patient. All insert-only: of each kind the newest holds."""

from hashlib import sha256

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from desens.records.models import EnteredInError
from desens.records.row_checks import one_of, within
from patients.entry_models import PatientEntry
from reactions.assessment_choices import Alternative, Answer, ChallengeResult, Consent, Pace, Phenotype, Place, Way
from reactions.reaction_rows import Reaction

#: The items of Naranjo's scale in its order, as in contracts.md 4.
NARANJO_ITEMS = (
    "previous_conclusive_reports",
    "after_drug",
    "improved_on_withdrawal",
    "reappeared_on_rechallenge",
    "alternative_causes",
    "reappeared_on_placebo",
    "toxic_concentration",
    "dose_dependent",
    "similar_reaction_before",
    "objective_evidence",
)

#: Every entry here names its culprit.
NAMED = (models.CheckConstraint(condition=~Q(culprit_key=""), name="%(class)s_culprit"),)


class CulpritEntry(PatientEntry):
    """An entry about what a patient reacted to; `culprit_key` is its normalised name (drugs.names)."""

    culprit = models.CharField(max_length=200)
    culprit_key = models.CharField(max_length=200)

    class Meta:
        abstract = True


class NaranjoAnswers(CulpritEntry):
    """The ten answers of Naranjo's scale; the score is computed from them wherever it is shown."""

    content = ("culprit_key", *NARANJO_ITEMS, "note")

    previous_conclusive_reports = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    after_drug = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    improved_on_withdrawal = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    reappeared_on_rechallenge = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    alternative_causes = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    reappeared_on_placebo = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    toxic_concentration = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    dose_dependent = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    similar_reaction_before = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    objective_evidence = models.CharField(max_length=7, choices=Answer, default=Answer.UNKNOWN)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = (
            *NAMED,
            *one_of("naranjo", **dict.fromkeys(NARANJO_ITEMS, Answer.values)),
        )


class Grounds(CulpritEntry):
    """Whether at all: the alternative, the oncologist's statement, the patient's consent (clinical.md 0)."""

    content = (
        *("culprit_key", "alternative", "alternative_detail", "oncologist", "stated_on", "statement"),
        *("consent", "consent_on"),
    )

    alternative = models.CharField(max_length=6, choices=Alternative, blank=True)
    alternative_detail = models.CharField(max_length=200, blank=True)
    oncologist = models.CharField(max_length=200, blank=True)
    stated_on = models.DateField(null=True)
    statement = models.CharField(max_length=2000, blank=True)
    consent = models.CharField(max_length=7, choices=Consent, blank=True)
    consent_on = models.DateField(null=True)

    class Meta:
        constraints = (
            *NAMED,
            *one_of("grounds", alternative=["", *Alternative.values], consent=["", *Consent.values]),
            models.CheckConstraint(
                condition=Q(oncologist="", stated_on=None, statement="")
                | ~Q(oncologist="") & Q(stated_on__isnull=False) & ~Q(statement=""),
                name="grounds_statement_whole",
            ),
            models.CheckConstraint(
                condition=Q(consent="", consent_on=None) | ~Q(consent="") & Q(consent_on__isnull=False),
                name="grounds_consent_dated",
            ),
        )


class Challenge(CulpritEntry):
    """A graded challenge and what it showed; `doses` says what was given, in words."""

    content = ("culprit_key", "done_on", "result", "doses", "note")

    done_on = models.DateField()
    result = models.CharField(max_length=8, choices=ChallengeResult)
    doses = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = (*NAMED, *one_of("challenge", result=ChallengeResult.values))

    @property
    def told(self) -> str:
        """The challenge in a line."""
        return _("graded challenge with %(drug)s, %(date)s: %(result)s") % {
            "drug": self.culprit,
            "date": self.done_on.isoformat(),
            "result": self.get_result_display(),
        }


class ChallengeInError(EnteredInError):
    """A challenge that was a mistake."""

    entry = models.OneToOneField(Challenge, on_delete=models.PROTECT, related_name="error")


class Assessment(CulpritEntry):
    """An allergist's signed decision about a culprit; of one culprit the highest `number` holds.

    `document` is the canonical JSON of everything that was signed: the inputs of the rules, what they proposed, what
    was decided and why, the meaning of the signature, who and when. `sha256` is the digest of its UTF-8 bytes.
    """

    content = (
        *("culprit_key", "phenotype", "phenotype_reason", "way", "pace", "steps", "place", "first_bag_dilution"),
        *("reason", "override_reason", "recorded_by_id"),
    )

    reaction = models.ForeignKey(Reaction, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveSmallIntegerField()
    phenotype_proposed = models.CharField(max_length=20, choices=Phenotype, blank=True)
    phenotype = models.CharField(max_length=20, choices=Phenotype)
    phenotype_reason = models.CharField(max_length=200, blank=True)
    way_proposed = models.CharField(max_length=20, choices=Way, blank=True)
    way = models.CharField(max_length=20, choices=Way)
    pace = models.CharField(max_length=10, choices=Pace, blank=True)
    steps = models.PositiveSmallIntegerField(null=True)
    first_bag_dilution = models.PositiveIntegerField(null=True)
    place = models.CharField(max_length=20, choices=Place, blank=True)
    differs = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    contraindicated = models.BooleanField()
    override_reason = models.CharField(max_length=200, blank=True)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=("culprit_key", "patient", "-number"), name="assessment_latest"),)
        constraints = (
            *NAMED,
            models.UniqueConstraint(fields=("patient", "culprit_key", "number"), name="assessment_number_once"),
            *one_of(
                "assessment",
                phenotype_proposed=["", *Phenotype.values],
                phenotype=Phenotype.values,
                way_proposed=["", *Way.values],
                way=Way.values,
                pace=["", *Pace.values],
                place=["", *Place.values],
            ),
            *within("assessment", number=(1, 1_000), steps=(1, 100), first_bag_dilution=(1, 1_000_000_000)),
            models.CheckConstraint(
                condition=Q(way=Way.DESENSITIZATION) & ~Q(pace="") | Q(pace="", steps=None, first_bag_dilution=None),
                name="assessment_steps_of_desensitization",
            ),
            models.CheckConstraint(
                condition=Q(phenotype=F("phenotype_proposed")) | ~Q(phenotype_reason=""),
                name="assessment_phenotype_reason",
            ),
            models.CheckConstraint(condition=Q(differs=False) | ~Q(reason=""), name="assessment_reason"),
            models.CheckConstraint(
                condition=Q(contraindicated=False)
                | Q(way__in=[Way.CONTRAINDICATED, Way.AVOID])
                | ~Q(override_reason=""),
                name="assessment_override",
            ),
        )

    @property
    def told(self) -> str:
        """The decision in a line."""
        return _("decision %(number)d about %(drug)s: %(way)s") % {
            "number": self.number,
            "drug": self.culprit,
            "way": self.get_way_display(),
        }

    @property
    def is_intact(self) -> bool:
        """Whether the text that was signed still has the digest that was signed."""
        return sha256(self.document.encode()).hexdigest() == self.sha256

    @property
    def is_open(self) -> bool:
        """Whether this decision leaves a way to a protocol."""
        return self.way in (Way.DESENSITIZATION, Way.CHALLENGE, Way.REGULAR)
