"""The clinical background of a patient: conditions, treatment lines, values, risk factors, interfering medicines."""
