"""What can be recorded for an assessment: which form reads it, and which service records it."""

from collections.abc import Callable, Mapping

from patients.background.entry_form import EntryForm
from reactions.assessing import services
from reactions.assessing.challenge_form import ChallengeForm
from reactions.assessing.grounds_form import GroundsForm
from reactions.assessing.naranjo_form import NaranjoForm

KINDS: Mapping[str, tuple[type[EntryForm], Callable[..., object]]] = {
    "naranjo": (NaranjoForm, services.record_naranjo),
    "grounds": (GroundsForm, services.record_grounds),
    "challenge": (ChallengeForm, services.record_challenge),
}
