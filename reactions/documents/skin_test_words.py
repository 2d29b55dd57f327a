"""Skin tests as the letter says them: strengths, controls, what was measured, the result and why it is none."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from reactions.models import SkinTestRound
from reactions.skin_tests.measured_words import round_text
from reactions.skin_tests.shown import ShownSession, ShownTest
from reactions.skin_tests.timing_words import since_text, timing_text
from reactions.skin_tests.wording import told_all

#: Medicines that made a negative unreliable on the day; said only where the session was judged by them.
MEDICINES = frozenset({"washout-too-short", "washout-not-known", "medicine-suppresses"})


@dataclass(frozen=True, kw_only=True)
class TestWords:
    """One test; `result` is the allergist's own reading where there is one, then `computed` says the rules'."""

    what: str
    strength: str
    measured: str
    result: str
    why: str


@dataclass(frozen=True, kw_only=True)
class SessionWords:
    """One session: when, its controls, each test, what each drug's tests say together."""

    told: str
    circumstances: tuple[str, ...]
    rounds: tuple[str, ...]
    tests: tuple[TestWords, ...]
    together: tuple[str, ...]
    sources: tuple[str, ...]


def session_words(shown: ShownSession) -> SessionWords:
    """The session without the rounds that were mistakes."""
    control = shown.row.get_negative_control_display()
    own = _("negative control beside each test: %(control)s") if shown.row.own_controls else ""
    series = own or _("negative control: %(control)s")
    circumstances = (since_text(shown), timing_text(shown), series % {"control": control}, shown.row.note)
    return SessionWords(
        told=shown.row.told,
        circumstances=tuple(figures_kept(text) for text in circumstances if text),
        rounds=tuple(_round(row) for row in shown.rounds if not hasattr(row, "error")),
        tests=tuple(_test(test) for test in shown.tests),
        together=tuple(_together(shown)),
        sources=_sources(shown),
    )


def _round(row: SkinTestRound) -> str:
    return figures_kept(" · ".join(filter(None, (round_text(row), row.note))))


def _test(test: ShownTest) -> TestWords:
    return TestWords(
        what=f"{test.row.drug} · {test.row.get_kind_display()}",
        strength=str(test.row.strength),
        measured="; ".join(filter(None, (test.measured, *test.later_texts))) or _("not read"),
        result=_result(test),
        why=figures_kept("; ".join(_why(test))),
    )


def _result(test: ShownTest) -> str:
    if test.opinion:
        return str(test.opinion.get_result_display())
    return test.result_text or (_("cannot be told") if test.verdict else _("not read"))


def _why(test: ShownTest) -> list[str]:
    parts = []
    if test.opinion:
        computed = test.result_text or _("cannot be told")
        words = {"who": test.opinion.recorded_by, "reason": test.opinion.reason, "computed": computed}
        parts.append(_("read by %(who)s: %(reason)s; computed: %(computed)s") % words)
    if test.above_limit:
        limit = {"limit": test.row.limit_strength}
        parts.append(_("above the non-irritating strength of %(limit)s, may irritate") % limit)
    return [*parts, *filter(None, (test.why, test.cautions))]


def _together(shown: ShownSession) -> list[str]:
    found = []
    for drug in shown.drugs:
        if drug.verdict is not None:
            said = drug.result_text or _("cannot be told (%(why)s)") % {"why": drug.why}
            found.append(_("%(drug)s, computed from all its tests: %(result)s") % {"drug": drug.name, "result": said})
            found += drug.cautions
            found += [told_all([caution]) for caution in drug.verdict.cautions if caution.code in MEDICINES]
    return list(dict.fromkeys(found))


def _sources(shown: ShownSession) -> tuple[str, ...]:
    rules = [drug.verdict.source for drug in shown.drugs if drug.verdict is not None]
    strengths = [_("%(drug)s: %(source)s") % {"drug": d.name, "source": one} for d in shown.drugs for one in d.sources]
    return tuple(dict.fromkeys((*rules, *strengths)))
