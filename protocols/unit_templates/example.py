"""What a new template begins with."""

#: Small, valid, every part of it to be changed.
EXAMPLE = """\
title: My protocol in 8 steps
citation: Own practice of the unit
mark: VERIFY
drugs:
- {name: rituximab, target_dose: 500, unit: mg}
final_rate_ml_h: 80
bag_volume_ml: 250
solutions:
- {number: 1, dilution: 10}
- {number: 2, amount: remainder}
steps:
- {solution: 1, rate_ml_h: 5, minutes: 15}
- {solution: 1, rate_ml_h: 10, minutes: 15}
- {solution: 1, rate_ml_h: 20, minutes: 15}
- {solution: 1, rate_ml_h: 40, minutes: 15}
- {solution: 2, rate_ml_h: 10, minutes: 15}
- {solution: 2, rate_ml_h: 20, minutes: 15}
- {solution: 2, rate_ml_h: 40, minutes: 15}
- {solution: 2, rate_ml_h: 80, volume_ml: rest}
"""
