"""Which rows keep what happened: by what was entered, and how each is struck."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from procedures.event_rows import Happening
from procedures.models import (
    InfusionEvent,
    InfusionEventInError,
    Premedication,
    PremedicationInError,
    Vitals,
    VitalsInError,
)
from procedures.recording.entered import Entered, NewEvent, NewPremedication, NewVitals

MODEL_OF: Mapping[type[Entered], type[Any]] = MappingProxyType(
    {NewEvent: InfusionEvent, NewVitals: Vitals, NewPremedication: Premedication}
)
ERROR_OF: Mapping[type[Happening], type[Any]] = MappingProxyType(
    {InfusionEvent: InfusionEventInError, Vitals: VitalsInError, Premedication: PremedicationInError}
)
