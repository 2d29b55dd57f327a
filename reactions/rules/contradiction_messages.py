"""The sentences of contradictions: what does not go together, and nothing about who is right."""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop

CONTRADICTION_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "hypotension-and-hypertension": gettext_noop("hypotension and hypertension are both ticked"),
        "shock-and-hypertension": gettext_noop("shock and hypertension are both ticked"),
        "tachycardia-and-bradycardia": gettext_noop("tachycardia and bradycardia are both ticked"),
        "hypotension-with-sbp": gettext_noop("hypotension is ticked, but the SBP is %(sbp)s mmHg"),
        "hypertension-with-sbp": gettext_noop("hypertension is ticked, but the SBP is %(sbp)s mmHg"),
        "hypoxia-with-spo2": gettext_noop("hypoxia is ticked, but the SpO2 is %(spo2)s %%"),
        "cyanosis-with-spo2": gettext_noop("cyanosis is ticked, but the SpO2 is %(spo2)s %%"),
        "fever-with-temperature": gettext_noop("fever is ticked, but the temperature is %(temperature)s °C"),
        "tachycardia-with-rate": gettext_noop("tachycardia is ticked, but the heart rate is %(rate)s /min"),
        "bradycardia-with-rate": gettext_noop("bradycardia is ticked, but the heart rate is %(rate)s /min"),
        "intensive-care-not-admitted": gettext_noop("intensive care is ticked, but not admitted to hospital"),
    }
)
