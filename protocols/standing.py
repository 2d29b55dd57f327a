"""Defaults of the unit until its settings are kept in rows (issue 3): each with its source."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from protocols.engine import Pump

#: Alaris GP: 0.1 to 1,200 mL/h (clinical.md 10, found in the manufacturer's manual).
PUMP = Pump(rate_resolution_ml_h=Fraction(1, 10), min_rate_ml_h=Fraction(1, 10), max_rate_ml_h=Fraction(1200))
FINAL_RATE_ML_H = Fraction(80)
BAG_VOLUME_ML = Fraction(250)

#: Stop rules (clinical.md 7.0, the default named there).
STOP_RULES = (
    _("Any sign of breathing, blood pressure, gut, dizziness or fainting: STOP, clamp, disconnect at the hub, call."),
    _("Epinephrine IM first, then oxygen and fluids, then antihistamine and corticosteroid."),
    _("Skin signs only: pause, call, treat; the allergist decides how to go on."),
    _("Never flush the line toward the patient during a reaction: it holds drug."),
)
MONITORING = _("Heart rate, blood pressure, SpO2, temperature and signs before each step")
#: Observation after the end, at least 2 h (clinical.md 0).
OBSERVATION = _("Observe for at least 2 h after the last step")
