"""The figure of a schedule: dose rate and cumulative dose against time, nominal and delivered, with its data table.

`drawing` loads matplotlib and is imported by the view that serves pictures only; pages import `shown`.
"""
